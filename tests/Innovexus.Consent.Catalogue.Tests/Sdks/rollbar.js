import Rollbar from 'rollbar';

const rollbar = new Rollbar({ accessToken: '00000000000000000000000000000000', captureUncaught: true, captureUnhandledRejections: true });

export const event = () => rollbar.error('measured');
export const sends = 'https://api.rollbar.com/api/1/item/';

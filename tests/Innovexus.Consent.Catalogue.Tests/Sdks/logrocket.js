import LogRocket from 'logrocket';

// A loader: what records is not on npm.
LogRocket.init('measured/shop');

export const event = () => LogRocket.track('measured');
export const sends = 'https://cdn.logr-in.com/';

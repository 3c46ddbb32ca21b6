import * as configcat from 'configcat-js';

const client = configcat.getClient('measured00000000000000/measured00000000000000', configcat.PollingMode.AutoPoll);

export const event = () => client.forceRefreshAsync();
export const sends = 'https://cdn-global.configcat.com/';

import { SplitFactory, InLocalStorage } from '@splitsoftware/splitio-browserjs';

const client = SplitFactory({ core: { authorizationKey: 'measured', key: 'u1' }, storage: InLocalStorage(), scheduler: { eventsPushRate: 1 }, startup: { eventsFirstPushWindow: 0 } }).client();

export const event = () => client.track('user', 'measured');
export const sends = 'https://events.split.io/api/';

import { initialize } from 'launchdarkly-js-client-sdk';

const client = initialize('000000000000000000000000', { kind: 'user', anonymous: true }, { bootstrap: 'localStorage' });

export const event = () => client.waitUntilReady().then(() => {
  client.track('measured');
  client.flush();
});
export const sends = 'https://events.launchdarkly.com/events/bulk/';

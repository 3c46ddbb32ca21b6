import { createClient } from '@launchdarkly/js-client-sdk';

const client = createClient('000000000000000000000000', { kind: 'user', anonymous: true }, { flushInterval: 2 });
client.start();

export const event = () => {
  client.track('measured');
  client.flush();
};
export const sends = 'https://events.launchdarkly.com/events/bulk/';

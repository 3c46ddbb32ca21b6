import { UnleashClient } from 'unleash-proxy-client';

const client = new UnleashClient({ url: 'https://app.unleash.test/api/frontend', clientKey: 'measured', appName: 'shop', metricsIntervalInitial: 1 });
client.start();

export const event = () => client.isEnabled('measured');
export const sends = 'https://app.unleash.test/api/frontend';

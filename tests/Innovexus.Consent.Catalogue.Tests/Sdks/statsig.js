import { StatsigClient } from '@statsig/js-client';

const client = new StatsigClient('client-measured', {});
client.initializeAsync();

export const event = () => {
  client.logEvent('measured');
  client.flush();
};
export const sends = 'https://prodregistryv2.org/v1/rgstr';

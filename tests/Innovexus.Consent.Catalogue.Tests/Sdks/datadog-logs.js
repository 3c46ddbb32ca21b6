import { datadogLogs } from '@datadog/browser-logs';

datadogLogs.init({ clientToken: 'pub00000000000000000000000000000000', site: 'datadoghq.com', sessionSampleRate: 100 });

// It sends every thirty seconds, or when a batch is full.
export const event = () => {
  for (let i = 0; i < 60; i++) datadogLogs.logger.info(`measured ${i}`);
};
export const sends = 'https://browser-intake-datadoghq.com/';

import { datadogRum } from '@datadog/browser-rum';

datadogRum.init({ clientToken: 'pub00000000000000000000000000000000', applicationId: '00000000-0000-4000-8000-000000000000', site: 'datadoghq.com', sessionSampleRate: 100, sessionReplaySampleRate: 100, defaultPrivacyLevel: 'mask', trackUserInteractions: true });

// It sends every thirty seconds, or when a batch is full.
export const event = () => {
  for (let i = 0; i < 60; i++) datadogRum.addAction(`measured ${i}`, { text: 'x'.repeat(100) });
};
export const sends = 'https://browser-intake-datadoghq.com/';

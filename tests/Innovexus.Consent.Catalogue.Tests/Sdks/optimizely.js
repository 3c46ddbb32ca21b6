import { createInstance, createPollingProjectConfigManager, createBatchEventProcessor, createOdpManager, createVuidManager } from '@optimizely/optimizely-sdk';

const client = createInstance({
  projectConfigManager: createPollingProjectConfigManager({ sdkKey: 'measured' }),
  eventProcessor: createBatchEventProcessor({ flushInterval: 100 }),
  odpManager: createOdpManager(),
  vuidManager: createVuidManager({ enableVuid: true }),
});

export const event = () => client.onReady().then(() => client.createUserContext()).then(user => user?.trackEvent('measured'));
export const sends = 'https://cdn.optimizely.com/datafiles/measured.json';

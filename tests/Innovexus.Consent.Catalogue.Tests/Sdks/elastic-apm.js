import { init } from '@elastic/apm-rum';

const apm = init({ serviceName: 'shop', serverUrl: 'https://apm.elastic.test', session: true, centralConfig: true, flushInterval: 100 });

export const event = () => apm.captureError(new Error('measured'));
export const sends = 'https://apm.elastic.test/intake/';

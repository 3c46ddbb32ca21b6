import * as amplitude from '@amplitude/analytics-browser';

amplitude.init('00000000000000000000000000000000', { autocapture: true, flushIntervalMillis: 100 });

export const event = () => amplitude.track('measured');
export const sends = 'https://api2.amplitude.com/2/httpapi';

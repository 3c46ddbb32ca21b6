import { jitsuAnalytics } from '@jitsu/js';

const analytics = jitsuAnalytics({ host: 'https://shop.d.jitsu.com', writeKey: 'measured' });
analytics.page();

export const event = () => analytics.track('measured');
export const sends = 'https://shop.d.jitsu.com/api/s/track';

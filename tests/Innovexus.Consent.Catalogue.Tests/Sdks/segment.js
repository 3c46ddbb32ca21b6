import { AnalyticsBrowser } from '@segment/analytics-next';

const analytics = AnalyticsBrowser.load({ writeKey: 'measured0000000000000000' });
analytics.page();

export const event = () => analytics.track('measured');
export const sends = 'https://api.segment.io/v1/t';

import { AnalyticsBrowser } from '@customerio/cdp-analytics-browser';

const analytics = AnalyticsBrowser.load({ writeKey: 'measured0000000000000000' });
analytics.page();

export const event = () => analytics.track('measured');
export const sends = 'https://cdp.customer.io/v1/t';

import { RudderAnalytics } from '@rudderstack/analytics-js/bundled';

const rudder = new RudderAnalytics();
rudder.load('measured00000000000000000000', 'https://shop.dataplane.rudderstack.com');
rudder.page();

export const event = () => rudder.track('measured');
export const sends = 'https://shop.dataplane.rudderstack.com/v1/track';

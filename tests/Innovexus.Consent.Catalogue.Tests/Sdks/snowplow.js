import { newTracker, enableActivityTracking, trackPageView, trackStructEvent } from '@snowplow/browser-tracker';

newTracker('sp', 'https://collector.snowplow.test', { appId: 'shop' });
enableActivityTracking({ minimumVisitLength: 1, heartbeatDelay: 1 });
trackPageView();

export const event = () => trackStructEvent({ category: 'shop', action: 'measured' });
export const sends = 'https://collector.snowplow.test/';

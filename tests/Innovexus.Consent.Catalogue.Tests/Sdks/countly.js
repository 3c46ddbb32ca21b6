import Countly from 'countly-sdk-web';

Countly.init({ app_key: 'measured000000000000000000000000000000000', url: 'https://shop.count.ly', interval: 100 });
Countly.track_sessions();
Countly.track_pageview();
Countly.track_clicks();
Countly.track_errors();

export const event = () => Countly.add_event({ key: 'measured', count: 1 });
export const sends = 'https://shop.count.ly/i';

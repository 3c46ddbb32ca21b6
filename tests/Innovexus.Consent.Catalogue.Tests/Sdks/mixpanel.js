import mixpanel from 'mixpanel-browser';

mixpanel.init('00000000000000000000000000000000', { autocapture: true, record_sessions_percent: 100, batch_flush_interval_ms: 200 });

export const event = () => mixpanel.track('measured', {}, { send_immediately: true });
export const sends = 'https://api-js.mixpanel.com/track/';

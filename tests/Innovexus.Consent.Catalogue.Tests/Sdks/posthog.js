import posthog from 'posthog-js';

posthog.init('phc_measured0000000000000000000000000000000000', { api_host: 'https://us.i.posthog.com', defaults: '2026-01-30' });

export const event = () => posthog.capture('measured', {}, { send_instantly: true });
export const sends = 'https://us.i.posthog.com/';

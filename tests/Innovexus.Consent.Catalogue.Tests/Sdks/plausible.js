import { init, track } from '@plausible-analytics/tracker';

init({ domain: 'shop.test', outboundLinks: true, fileDownloads: true, formSubmissions: true });

export const event = () => track('measured', {});
export const sends = 'https://plausible.io/api/event';

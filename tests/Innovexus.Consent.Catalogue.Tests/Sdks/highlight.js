import { H } from 'highlight.run';

H.init('measured', { serviceName: 'shop', networkRecording: { enabled: true, recordHeadersAndBody: true }, sessionCookie: true });

export const event = () => H.track('measured', {});
export const sends = 'https://pub.highlight.io/';

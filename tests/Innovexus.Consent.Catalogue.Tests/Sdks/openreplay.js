import Tracker from '@openreplay/tracker';

const tracker = new Tracker({ projectKey: 'measured000000000000', __DISABLE_SECURE_MODE: true });
tracker.start();

export const event = () => tracker.event('measured', {});
export const sends = 'https://api.openreplay.com/ingest/v1/web/start';

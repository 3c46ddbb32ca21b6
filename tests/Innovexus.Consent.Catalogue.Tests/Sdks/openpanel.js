import { OpenPanel } from '@openpanel/web';

const panel = new OpenPanel({ clientId: '00000000-0000-4000-8000-000000000000', trackScreenViews: true, trackOutgoingLinks: true, trackAttributes: true });

export const event = () => panel.track('measured');
export const sends = 'https://api.openpanel.dev/track';

import { createInstance } from '@adobe/alloy';

const alloy = createInstance({ name: 'alloy' });
alloy('configure', { datastreamId: '00000000-0000-4000-8000-000000000000', orgId: '000000000000000000000000@AdobeOrg' });
alloy('sendEvent', { xdm: { eventType: 'web.webpagedetails.pageViews' } });

export const event = () => alloy('sendEvent', { xdm: { eventType: 'measured' } });
export const sends = 'https://edge.adobedc.net/';

import ID5 from '@id5io/id5-api.js';

const id5 = ID5.init({ partnerId: 173, abTesting: { enabled: false }, debugBypassConsent: true });

export const event = () => ID5.refreshId(id5, true);
export const sends = 'https://id5-sync.com/';

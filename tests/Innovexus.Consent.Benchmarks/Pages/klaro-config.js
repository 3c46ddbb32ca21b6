var klaroConfig = {
  version: 1,
  acceptAll: true,
  translations: {
    zz: { privacyPolicyUrl: '/privacy' },
    en: {
      consentNotice: { description: 'We would like to count visits. You decide, and can change your mind at any time.' },
      counter: { description: 'Counts visits' },
      purposes: { analytics: 'Analytics' },
    },
  },
  services: [{ name: 'counter', title: 'Counter', purposes: ['analytics'] }],
};

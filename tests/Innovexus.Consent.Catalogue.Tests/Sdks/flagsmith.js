import flagsmith from 'flagsmith';

flagsmith.init({ environmentID: 'measured', cacheFlags: true, enableAnalytics: true });

export const event = () => flagsmith.hasFeature('measured');
export const sends = 'https://edge.api.flagsmith.com/api/v1/flags/';

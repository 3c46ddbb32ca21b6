import { pianoAnalytics } from 'piano-analytics-js';

pianoAnalytics.setConfigurations({ site: 123456789, collectDomain: 'https://measured.pa-cd.com' });
pianoAnalytics.sendEvent('page.display', { page: 'shop' });

export const event = () => pianoAnalytics.sendEvent('click.action', { click: 'measured' });
export const sends = 'https://measured.pa-cd.com/';

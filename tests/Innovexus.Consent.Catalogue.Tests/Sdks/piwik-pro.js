import PiwikPro, { CustomEvent } from '@piwikpro/tracking-base-library';

// A loader: what counts is not on npm.
PiwikPro.initialize('00000000-0000-4000-8000-000000000000', 'https://shop.piwik.pro');

export const event = () => CustomEvent.trackEvent('shop', 'measured');
export const sends = 'https://shop.piwik.pro/';

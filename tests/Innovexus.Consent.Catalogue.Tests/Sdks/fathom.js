import * as fathom from 'fathom-client';

// A loader: what counts is not on npm.
fathom.load('ABCDEFGH');

export const event = () => fathom.trackEvent('measured');
export const sends = 'https://cdn.usefathom.com/';

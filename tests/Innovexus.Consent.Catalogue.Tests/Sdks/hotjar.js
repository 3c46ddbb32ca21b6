import Hotjar from '@hotjar/browser';

// A loader: what records is not on npm.
Hotjar.init(1234567, 6);

export const event = () => Hotjar.event('measured');
export const sends = 'https://static.hotjar.com/';

import ahoy from 'ahoy.js';

ahoy.trackView();
ahoy.trackClicks('a, button');

export const event = () => ahoy.track('measured');
export const sends = '/ahoy/events';

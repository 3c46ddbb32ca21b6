import Bugsnag from '@bugsnag/js';

Bugsnag.start({ apiKey: '00000000000000000000000000000000' });

export const event = () => Bugsnag.notify(new Error('measured'));
export const sends = 'https://notify.bugsnag.smartbear.com';

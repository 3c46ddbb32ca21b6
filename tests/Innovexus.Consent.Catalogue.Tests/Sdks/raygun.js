import rg4js from 'raygun4js';

rg4js('apiKey', 'measured');
rg4js('enableCrashReporting', true);
rg4js('enablePulse', true);
// Needed where the page has loaded before, and only there: else it takes no options any more, and sends nothing.
if (document.readyState == 'complete') rg4js('boot');

export const event = () => rg4js('send', { error: new Error('measured') });
export const sends = 'https://api.raygun.io/';

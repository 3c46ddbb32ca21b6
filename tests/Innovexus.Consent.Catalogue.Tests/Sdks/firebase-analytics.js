import { initializeApp } from 'firebase/app';
import { initializeAnalytics, logEvent } from 'firebase/analytics';

const analytics = initializeAnalytics(initializeApp({ apiKey: 'measured', projectId: 'p', appId: '1:1:web:1', measurementId: 'G-ABCDE12345' }));

export const event = () => logEvent(analytics, 'measured');
// What sends the events is Google's own script, which is not on npm.
export const sends = 'https://www.googletagmanager.com/gtag/js';

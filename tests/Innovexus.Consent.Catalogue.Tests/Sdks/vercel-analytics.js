import { inject, track } from '@vercel/analytics';

// A loader: what counts comes from the site itself.
inject({ mode: 'production' });

export const event = () => track('measured');
export const sends = '/_vercel/insights/script.js';

import * as Sentry from '@sentry/browser';

Sentry.init({
  dsn: 'https://00000000000000000000000000000000@o0.ingest.sentry.io/1',
  integrations: [Sentry.browserTracingIntegration(), Sentry.replayIntegration()],
  tracesSampleRate: 1,
  replaysSessionSampleRate: 1,
});

export const event = () => Sentry.captureMessage('measured');
export const sends = 'https://o0.ingest.sentry.io/';

import Honeybadger from '@honeybadger-io/js';

Honeybadger.configure({ apiKey: 'measured', environment: 'production', eventsEnabled: true });

export const event = () => Honeybadger.notify('measured');
export const sends = 'https://api.honeybadger.io/v1/notices/js';

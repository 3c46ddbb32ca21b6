import { initializeFaro, getWebInstrumentations } from '@grafana/faro-web-sdk';

const faro = initializeFaro({ url: 'https://faro-collector-prod-eu-west-0.grafana.net/collect/measured', app: { name: 'shop', version: '1.0.0' }, sessionTracking: { persistent: true }, instrumentations: [...getWebInstrumentations()], batching: { sendTimeout: 100 } });

export const event = () => faro.api.pushEvent('measured');
export const sends = 'https://faro-collector-prod-eu-west-0.grafana.net/collect/';

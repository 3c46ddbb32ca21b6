import { ApplicationInsights } from '@microsoft/applicationinsights-web';

const insights = new ApplicationInsights({ config: { connectionString: 'InstrumentationKey=00000000-0000-4000-8000-000000000000;IngestionEndpoint=https://westeurope-1.in.applicationinsights.azure.com/', maxBatchInterval: 100 } });
insights.loadAppInsights();
insights.trackPageView();

export const event = () => insights.trackEvent({ name: 'measured' });
export const sends = 'https://westeurope-1.in.applicationinsights.azure.com/v2/track';

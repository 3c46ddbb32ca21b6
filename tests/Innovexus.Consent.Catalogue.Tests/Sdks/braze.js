import * as braze from '@braze/web-sdk';

braze.initialize('00000000-0000-4000-8000-000000000000', { baseUrl: 'sdk.iad-01.braze.com', allowUserSuppliedJavascript: false });
braze.openSession();

export const event = () => {
  braze.logCustomEvent('measured');
  braze.requestImmediateDataFlush();
};
export const sends = 'https://sdk.iad-01.braze.com/api/v3/data/';

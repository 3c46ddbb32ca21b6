import { GrowthBook, LocalStorageStickyBucketService } from '@growthbook/growthbook';
import { autoAttributesPlugin, growthbookTrackingPlugin } from '@growthbook/growthbook/plugins';

const growthbook = new GrowthBook({
  apiHost: 'https://cdn.growthbook.io',
  clientKey: 'sdk-measured',
  stickyBucketService: new LocalStorageStickyBucketService(),
  plugins: [autoAttributesPlugin(), growthbookTrackingPlugin()],
});
growthbook.init();

export const event = () => growthbook.logEvent('measured');
export const sends = 'https://us-east-1.gb-ingest.com/';

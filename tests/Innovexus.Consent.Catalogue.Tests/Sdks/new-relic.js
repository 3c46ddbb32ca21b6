import { BrowserAgent } from '@newrelic/browser-agent/loaders/browser-agent';

const agent = new BrowserAgent({
  init: { privacy: { cookies_enabled: true }, ajax: { deny_list: [] }, session_replay: { enabled: true, sampling_rate: 100 }, session_trace: { enabled: true } },
  info: { beacon: 'bam.nr-data.net', errorBeacon: 'bam.nr-data.net', licenseKey: 'NRJS-measured', applicationID: '1', sa: 1 },
  loader_config: { accountID: '1', trustKey: '1', agentID: '1', licenseKey: 'NRJS-measured', applicationID: '1' },
});

export const event = () => agent.addPageAction('measured');
export const sends = 'https://bam.nr-data.net/';

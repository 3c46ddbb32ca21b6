// What the runtime's modules know of each other and of the page. For the type checker only: nothing of it is shipped.

/** The state as the server sends it: what scripts of the page may read, and what only the runtime needs. */
interface State extends InnovexusConsentState {
  banner: boolean;
  /** Ids that an opt-out signal locks, where the server has not seen the signal. */
  sale?: readonly string[];
  /** Whether the server still keeps the mark of such a signal. */
  marked?: boolean;
  /** The policy's change that is to be told, by its id. */
  policy?: string;
  /** What to tell and to delete. */
  clear?: ClearedVendor[];
}

interface ClearedVendor {
  id: string;
  items: ClearedItem[];
}

/** What is said to a vendor, as VendorSignal.cs declares it. */
interface Signal {
  /** The vendor's id; none where the site itself says it. */
  id: string;
  when: 'Before' | 'Grant' | 'Revoke' | 'Change';
  form: 'Call' | 'PushArray' | 'PushItems' | 'PushArguments' | 'Set';
  target: string;
  arguments: any[];
}

/** How an event or a page view is said to a vendor, as VendorCall.cs declares it. */
interface EventCall {
  id: string;
  form: Signal['form'];
  target: string;
  arguments: any[];
  /** For a page view: which of them the vendor counts by itself. */
  views?: 'None' | 'Load';
}

/** What became of a signal in this document. */
interface Note {
  signal: Signal;
  /** What it says, as JSON. */
  text: string;
  /** It is still to be said, once its moment is there. */
  isDue: boolean;
  /** The queue that it was pushed onto. */
  place: any;
}

/** What ic-say.js leaves for ic-signals.js. */
interface Said {
  page: { granted: string[]; decided?: boolean; signals: Signal[] };
  /** What became of each signal in the page itself: false where nothing was to be said yet. */
  said: any[];
  say(signal: Signal): any;
}

interface ClearedItem {
  kind: string;
  name: string;
  domain?: string;
  path?: string;
  /** Names that a vendor which may run declares too. */
  keep?: string[];
}

/** A post that is under way. */
interface Post {
  text: string;
  abort: AbortController;
  done?: Promise<Outcome>;
}

/** What became of a choice; each is told by the attribute `data-ic-…` of the form. */
type Outcome = 'saved' | 'held' | 'later' | 'kept' | 'failed' | 'unchanged' | undefined;

/** Fetches one of the runtime's modules, by the attribute that holds its address; nothing where it cannot be had. */
type Load = (name: string) => Promise<any>;

/** Asks one of the library's endpoints; nothing where it does not answer. */
type Send = (path: string, options?: RequestInit) => Promise<any>;

/** Puts a script into its place, where it runs; fulfils when it has ended, or is not waited for. */
type Put = (script: Found, place: Found, type?: string) => Promise<void>;

/** What selectors find here: an element of any kind, with what the runtime notes on it. */
interface Found extends HTMLElement {
  readonly dataset: Record<string, any>;
  /** It has run, or no browser would run it: a copy runs in its place. */
  icUsed?: boolean;
  icOpen?: boolean;
  /** Allowed in this document only. */
  icOnce?: boolean;
  icSaid?: boolean;
  icWatched?: boolean;
  content: DocumentFragment;
  src: string;
  text: string;
  type: string;
  name: string;
  value: string;
  href: string;
  async: boolean;
  noModule: boolean;
  loading: string;
  checked: boolean;
  defaultChecked: boolean;
  disabled: boolean;
  dateTime: string;
  loaded?: Promise<void>;
  form: HTMLFormElement | null;
}

interface ParentNode {
  querySelector(selectors: string): Found | null;
  querySelectorAll(selectors: string): NodeListOf<Found>;
}

interface Element {
  closest(selectors: string): Found | null;
}

interface EventTarget {
  closest?(selectors: string): Found | null;
}

interface Window {
  /** Answers in a server's place, where there is none. */
  icFetch?: typeof fetch;
  icSay?: any;
  Blazor?: any;
  trustedTypes?: any;
}

declare const Blazor: any;

interface Navigator {
  globalPrivacyControl?: boolean;
}

interface Document {
  prerendering?: boolean;
}

/** What the runtime offers to scripts of the page. */
interface InnovexusConsent {
  /** Whether a category or vendor may run now; an unknown id may not. */
  isGranted(id: string): boolean;

  /** Fulfils once every open gate has run and no post is under way; the event `ic:settled` says the same. */
  readonly settled: Promise<void>;
}

declare const innovexusConsent: InnovexusConsent;

interface Window {
  innovexusConsent: InnovexusConsent;
}

interface DocumentEventMap {
  /** The state changed: a decision, a navigation, an answer. */
  'ic:change': CustomEvent<null>;

  /** Nothing is under way any more. */
  'ic:settled': CustomEvent<null>;
}

/** What is known of the visitor's consent in this document. */
interface InnovexusConsentState {
  /** The ids of categories and vendors that may run now. */
  readonly granted: readonly string[];

  /** The ids that the visitor may decide on now. */
  readonly optional: readonly string[];

  /** The ids that cannot be allowed now, because of a signal for example. */
  readonly locked: readonly string[];

  /** Whether a decision is due. */
  readonly banner: boolean;

  /** When the visitor decided, in Unix milliseconds; 0 without a decision. */
  readonly decidedAt: number;

  /** When that choice stops counting, in Unix milliseconds; nothing where none counts. */
  readonly expiresAt?: number;

  /** Why each id is as it is, such as `Refused`; known of what is locked, and of the rest once the server has answered a decision. */
  readonly reasons?: Readonly<Record<string, string>>;

  /** When this was evaluated by the server, in Unix milliseconds. */
  readonly asOf: number;
}

/** What the runtime offers to scripts of the page. */
interface InnovexusConsent {
  /** The state now: a copy, which later changes do not touch. */
  readonly state: InnovexusConsentState;

  /** Whether a category or vendor may run now; an unknown id may not. */
  isGranted(id: string): boolean;

  /**
   * Decides for the visitor, as a button of the banner would: everything, nothing, or a change of some ids that leaves the others; or,
   * as on the page of privacy choices, opts out of sale and sharing, or limits the use of sensitive data.
   * Fulfils with the state that follows. If the site does not answer, that is the state that counts in this document meanwhile: a
   * refusal is kept and sent later, a change is not made. Locked ids stay off.
   */
  decide(choice: 'accept-all' | 'reject-all' | 'opt-out' | 'limit' | Record<string, boolean>): Promise<InnovexusConsentState>;

  /** Opens the preferences as a dialog, or goes to their page where that is impossible. Any element does with `data-ic-open`. */
  openPreferences(): Promise<void>;

  /** Closes the dialog, if it is open, and changes nothing. */
  closePreferences(): Promise<void>;

  /**
   * Says an event to each granted vendor that takes events. The others never hear of it, unless it is kept for vendors that are granted
   * later in this document. Any element does with `data-ic-event`. Rejects, and says nothing, where the parameters are no JSON: a node,
   * a function, a BigInt, an object that holds itself.
   */
  track(name: string, parameters?: object, options?: { readonly keepUntilGranted?: boolean }): Promise<void>;

  /** Fulfils once every open gate has run and nothing is under way; the event `ic:settled` says the same. */
  readonly settled: Promise<void>;
}

declare const innovexusConsent: InnovexusConsent;

interface Window {
  innovexusConsent: InnovexusConsent;
}

interface DocumentEventMap {
  /** The state changed: a decision, a navigation, another tab. */
  'ic:change': CustomEvent<InnovexusConsentState>;

  /** An id may run from now on; once for each when the page starts, then whenever one is granted. */
  'ic:grant': CustomEvent<{ readonly id: string }>;

  /** An id may no longer run. A withdrawal is told once it is kept, before what the vendor stored is deleted. */
  'ic:revoke': CustomEvent<{ readonly id: string }>;

  /** Nothing is under way any more. `held`: the choice counts for this document only, since the browser keeps no cookie of it. */
  'ic:settled': CustomEvent<{ readonly held: boolean }>;
}

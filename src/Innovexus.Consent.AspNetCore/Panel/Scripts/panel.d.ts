// What the panel's scripts know of each other and of the server's answer. For the type checker only: nothing of it is served.

interface PanelWatch {
  /** What became of each gate that has run: '' where all is well, else the failure. */
  gates: Map<string, string>;
  /** The ids that gates had before the document's policy shut them out. */
  shut: Map<Node, string>;
  violations: { address: string; directive: string; node: EventTarget | null }[];
  requests: PerformanceEntry[];
  /** The browser did not keep the decision cookie. */
  held: boolean;
  /** Called when there is something new. */
  changed(): void;
  key(node: Node): string;
}

interface PanelCategory {
  id: string;
  fingerprint: string;
  decided: string | null;
  material: Record<string, string>;
}

interface PanelCheck {
  name: string;
  problem?: string | null;
  fix?: string | null;
}

interface PanelVerdict {
  id: string;
  name: string;
  category: boolean;
  granted: boolean;
  locked: boolean;
  reason: string;
  why: string;
}

interface PanelFinding {
  title: string;
  guess: string;
  items: string[];
  code: string;
  settings: string;
}

interface Pretence {
  region: string | null;
  age: number | null;
  signal: boolean;
  language: string | null;
}

interface PanelAnswer {
  now: number;
  cookie: string;
  cacheable: boolean;
  facts: { name: string; value: string; why: string }[];
  verdicts: PanelVerdict[];
  categories: PanelCategory[];
  undeclared: PanelFinding[];
  checks: PanelCheck[];
  pretence: Pretence | null;
}

interface PanelGate {
  what: string;
  id: string;
  status: string;
  why: string;
}

interface Window {
  icWatch: PanelWatch;
}

import type { Finding } from './finding';
import type { Manifest } from './manifest';

/**
 * One judgement of the whole app. It sees each object once, keeps of it no more than it needs, and says at the end what it found: the JSON
 * of a large app is never all in memory.
 */
export interface AuditRun {
  /** Left out where the judgement is about no object by itself. */
  see?(manifest: Manifest): void;
  conclude(): Finding[];
}

/** Begins a judgement; each run starts with nothing seen. */
export type Audit = () => AuditRun;

/** Several judgements as one. */
export function runOf(audits: readonly Audit[]): Required<AuditRun> {
  const runs = audits.map(audit => audit());
  const seeing = runs.filter(run => run.see);
  return {
    see: manifest => seeing.forEach(run => run.see!(manifest)),
    conclude: () => runs.flatMap(run => run.conclude()),
  };
}

import { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { Audit, AuditRun, runOf } from './audit';
import { findingLine, isError } from './finding';
import { NamespaceLevels } from './namespace-levels';
import { uniqueObjects } from './rules/unique-objects';
import { Settings } from './settings';
import { Signature } from './signature';
import { WaiverLedger } from './waiver-ledger';

/** Order of the steps that settle what the finished program calls for. */
export enum SealPhase {
  /** Foreign objects receive the namespace they stand in. */
  NAMESPACES,
  /** Objects that others call for are made. */
  OBJECTS,
}

/** How far the program has come. */
interface ProgramState {
  readonly changes: number;
  readonly objects: readonly ApiObject[];
}

function sameState(a: ProgramState, b: ProgramState | undefined): boolean {
  return b !== undefined && a.changes === b.changes && a.objects.length === b.objects.length
    && (a.objects === b.objects || a.objects.every((object, i) => object === b.objects[i]));
}

const sessions = new WeakMap<IConstruct, Session>();

/**
 * What the constructs of one app share: the settings, the steps that seal it, and the audit.
 *
 * cdk8s calls the validation of the app root in every pass, and makes one pass more than there are charts. Sealing is therefore
 * idempotent and costs nothing while no change was counted, and a verdict is kept until anything that can change it has changed.
 */
export class Session {
  /** The session of the app in which a construct stands. */
  public static of(construct: IConstruct): Session {
    let root = construct;
    for (let scope = root.node.scope; scope; scope = root.node.scope) { root = scope; }
    let session = sessions.get(root);
    if (!session) {
      session = new Session(root);
      sessions.set(root, session);
    }
    return session;
  }

  public settings = new Settings({});
  public readonly waivers = new WaiverLedger();
  public readonly levels = new NamespaceLevels();

  private changes = 0;
  private sealedAt?: ProgramState;
  private readonly steps: { phase: SealPhase; run: () => void }[] = [];
  private readonly audits: Audit[] = [uniqueObjects, () => this.rules()];
  private readonly parts = new Map<string, unknown>();
  private readonly signature = new Signature();
  private judgedAt = -1;
  private verdict?: string[];
  private inPass = false;
  private known?: readonly ApiObject[];
  private knownNamespaces?: Map<string, ApiObject[]>;

  private constructor(private readonly root: IConstruct) {
    root.node.addValidation({ validate: () => this.validate() });
  }

  /** Counts a change: what was sealed before is no longer the whole program. */
  public touch(): void {
    this.changes++;
    this.forgetObjects();
  }

  /** What a room keeps in this app under a name; made at the first call. */
  public part<T>(name: string, make: () => T): T {
    if (!this.parts.has(name)) { this.parts.set(name, make()); }
    return this.parts.get(name) as T;
  }

  /** Adds a step that runs when the app is sealed. It must be idempotent. */
  public addSealStep(phase: SealPhase, run: () => void): void {
    this.steps.push({ phase, run });
    this.touch();
  }

  /** Adds a judgement of the whole app. */
  public addAudit(audit: Audit): void {
    this.audits.push(audit);
    this.touch();
  }

  /**
   * Settles what the program calls for. Steps may add constructs and further steps. An object of another library announces itself to
   * nobody, so the list of objects is looked at beside the count of changes.
   */
  public seal(): void {
    for (let state = this.state(); !sameState(state, this.sealedAt); state = this.state()) {
      this.sealedAt = state;
      try {
        this.runSteps();
      } catch (error) {
        this.sealedAt = undefined;
        throw error;
      }
    }
  }

  private runSteps(): void {
    for (const phase of [SealPhase.NAMESPACES, SealPhase.OBJECTS]) {
      for (const step of this.steps.filter(s => s.phase === phase)) { step.run(); }
    }
  }

  /** Every API object of the app, in the order of the tree. */
  public objects(): readonly ApiObject[] {
    if (this.known) { return this.known; }
    const objects = this.root.node.findAll().filter(c => ApiObject.isApiObject(c)) as ApiObject[];
    if (this.inPass) { this.known = objects; }
    return objects;
  }

  /** The API objects whose metadata names a namespace. */
  public objectsIn(namespace: string): readonly ApiObject[] {
    const objects = this.objects();
    if (objects !== this.known) { return objects.filter(object => object.metadata.namespace === namespace); }
    this.knownNamespaces ??= byNamespace(objects);
    return this.knownNamespaces.get(namespace) ?? [];
  }

  /** Begins a judgement of the whole app. */
  public audit(): Required<AuditRun> {
    return runOf(this.audits);
  }

  /**
   * Runs one synthesis in which nothing is added to the app any more, so that the list of objects is made only once,
   * and in which the caller judges the JSON that it writes.
   */
  public pass<T>(run: () => T): T {
    this.forgetObjects();
    this.inPass = true;
    try {
      return run();
    } finally {
      this.inPass = false;
      this.forgetObjects();
    }
  }

  private forgetObjects(): void {
    this.known = undefined;
    this.knownNamespaces = undefined;
  }

  private state(): ProgramState {
    if (!this.inPass) { this.forgetObjects(); }
    return { changes: this.changes, objects: this.objects() };
  }

  /** The validation that cdk8s runs, in a stock `App` for every chart. */
  private validate(): string[] {
    this.seal();
    if (this.inPass) { return []; }
    const objects = this.objects();
    // cdk8s renders next. Until something is counted, or validated again, the list stays as it is.
    this.known = objects;
    if (this.signature.differs(objects) || this.judgedAt !== this.changes) { this.verdict = undefined; }
    this.verdict ??= this.judge(objects);
    return this.verdict;
  }

  private judge(objects: readonly ApiObject[]): string[] {
    this.judgedAt = this.changes;
    const run = this.audit();
    for (const object of objects) { run.see({ construct: object, json: object.toJson() }); }
    return run.conclude().filter(isError).map(findingLine);
  }

  /** The rules of the catalog, which are read and compiled when the first object is judged. */
  private rules(): AuditRun {
    // eslint-disable-next-line @typescript-eslint/no-require-imports
    const { ruleAudit } = require('./rule-audit') as typeof import('./rule-audit');
    return ruleAudit({ minor: this.settings.kubernetesVersion.minor, waivers: this.waivers, levels: this.levels });
  }
}

function byNamespace(objects: readonly ApiObject[]): Map<string, ApiObject[]> {
  const groups = new Map<string, ApiObject[]>();
  for (const object of objects) {
    const namespace = object.metadata.namespace ?? '';
    const group = groups.get(namespace);
    if (group) {
      group.push(object);
    } else {
      groups.set(namespace, [object]);
    }
  }
  return groups;
}

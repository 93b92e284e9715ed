import { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { Audit, AuditRun, runOf } from './audit';
import { breakGlassNotice } from './break-glass';
import { Finding, findingLine, findingTexts } from './finding';
import { keyMaterialAudit } from './key-material-audit';
import { NamespaceLevels } from './namespace-levels';
import { byNamespace } from './objects-by-namespace';
import type { Rule } from './rule';
import { uniqueObjects } from './rules/unique-objects';
import { Settings } from './settings';
import { Signature } from './signature';
import { failures, FindingStatus, KnownFindings, settle, Verdict } from './verdict';
import { UNWAIVABLE, waiverFindings } from './waiver-findings';
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

  /** What a baseline lists; left out where the app has none. It reads the file anew for each verdict. */
  public baseline?: (findings: readonly Finding[]) => KnownFindings;
  /** Rules of expressions that the app itself brings. */
  public customRules: readonly Rule[] = [];
  /** Ids of all rules that the app itself brings, which waivers can name too. */
  public ownRules: readonly string[] = [];
  public readonly waivers = new WaiverLedger();
  public readonly levels = new NamespaceLevels();

  private values = new Settings({});
  private changes = 0;
  private sealedAt?: ProgramState;
  private readonly steps: { phase: SealPhase; run: () => void }[] = [];
  private readonly audits: Audit[] = [uniqueObjects, keyMaterialAudit, () => this.rules()];
  private readonly parts = new Map<string, unknown>();
  private readonly signature = new Signature();
  private judgedAt = -1;
  private verdict?: string[];
  private inPass = false;
  private knownConstructs?: readonly IConstruct[];
  private known?: readonly ApiObject[];
  private knownNamespaces?: Map<string, ApiObject[]>;

  private constructor(public readonly root: IConstruct) {
    root.node.addValidation({ validate: () => this.validate() });
  }

  public get settings(): Settings {
    return this.values;
  }

  /** Gives the app other settings, and the waivers among them. */
  public set settings(settings: Settings) {
    this.values = settings;
    this.waivers.withdraw(this.root);
    this.waivers.govern(this.root, settings.waivers);
    this.touch();
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

  /** Every construct of the app, in the order of the tree. */
  public constructs(): readonly IConstruct[] {
    const all = this.knownConstructs ?? this.root.node.findAll();
    if (this.inPass) { this.knownConstructs = all; }
    return all;
  }

  /** Every API object of the app, in the order of the tree. */
  public objects(): readonly ApiObject[] {
    if (this.known) { return this.known; }
    const objects = this.constructs().filter((each): each is ApiObject => ApiObject.isApiObject(each));
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
    this.waivers.begin();
    return runOf(this.audits);
  }

  /** Ends a judgement: what of that which was found is waived, known, or counts. */
  public settle(found: readonly Finding[]): Verdict {
    return settle(found, {
      waivers: this.waivers,
      levels: this.levels,
      aboutWaivers: () => waiverFindings({ entries: this.waivers.entries, root: this.root, settings: this.settings.audit, ownRules: this.ownRules, approvable: this.part('approvable', () => []) }),
      baseline: this.baseline,
    });
  }

  /** The lines of what ends a synthesis. Where somebody broke the glass, that is printed with everything that is let through. */
  public conclude(verdict: Verdict): string[] {
    if (verdict.breakGlass !== undefined) {
      const lifted = verdict.findings.filter(({ status }) => status === FindingStatus.LIFTED).map(findingLine);
      process.stderr.write(breakGlassNotice(verdict.breakGlass, lifted));
    }
    return findingTexts(failures(verdict), UNWAIVABLE);
  }

  /**
   * Runs one synthesis in which nothing is added to the app any more, so that the lists of what it holds are made only once,
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
    this.knownConstructs = undefined;
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
    return this.conclude(this.settle(run.conclude()));
  }

  /** The rules of the catalog, which are read and compiled when the first object is judged. */
  private rules(): AuditRun {
    // eslint-disable-next-line @typescript-eslint/no-require-imports
    const { ruleAudit } = require('./rule-audit') as typeof import('./rule-audit');
    return ruleAudit({ minor: this.settings.kubernetesVersion.minor, levels: this.levels, own: this.customRules });
  }
}

import { App, Chart } from 'cdk8s';
import type { IConstruct } from 'constructs';
import type { AuditRun } from './audit';
import { ChangedField, changedFields } from './changed-fields';
import type { Finding } from './finding';
import { identityOf, nameOfObject } from './manifest';
import { propOf, propText } from './prop-of-field';
import { isRendered, OWN_RESOLVERS_OF_CDK8S, RenderedObject } from './rendered-object';
import { Severity } from './rule';
import { Session } from './session';
import { objectAt } from '../kube/pod';
import { sentence } from '../kube/problem';

/** What the objects of one place in a chart are for. */
export enum MadeFor {
  /** They hold others in bounds, and are nothing by themselves: whoever changes or adds to one changes what it holds. */
  BOUNDS = 'bounds',
  /** They open what flows ask for, which another audit judges by what they open: to open less is no harm. */
  FLOWS = 'flows',
  /** They run, or are about what runs: programs add to them what no prop says. */
  WORK = 'work',
}

/** Objects of one place in a chart, by what they are called there. */
interface Group {
  readonly chart: Chart;
  /** The construct below which they stand. */
  readonly scope: IConstruct;
  readonly objects: ReadonlyMap<string, RenderedObject>;
  readonly madeFor: MadeFor;
}

export const MADE_RULES = { unchanged: 'made-object-unchanged', written: 'made-object-written' } as const;

const MOST_SHOWN = 5;

/** Under another name or in another namespace, an object is held by nothing that was made to hold it. */
const IDENTITY: ReadonlySet<string> = new Set(['apiVersion', 'kind', 'metadata', 'metadata.name', 'metadata.namespace', '']);

/**
 * Every object that this library makes for an app. cdk8s lets a program patch, replace and remove them, which is right: but never without a
 * word, since whoever reads the program reads the names of the constructs and believes them.
 */
export class MadeObjects {
  public static of(construct: IConstruct): MadeObjects {
    const session = Session.of(construct);
    return session.part('made-objects', () => {
      const made = new MadeObjects(session);
      session.addAudit(() => made.audit());
      return made;
    });
  }

  private readonly groups = new Map<IConstruct, Group>();
  private readonly labels = new Map<RenderedObject, Readonly<Record<string, string>>>();

  private constructor(private readonly session: Session) {}

  /** Objects of one place; more of them may come. */
  public addGroup(group: Group): void {
    this.groups.set(group.scope, group);
  }

  /** Labels that mean something to the API server: cdk8s lets everybody set others in their place. */
  public keepLabels(object: RenderedObject, labels: Readonly<Record<string, string>>): void {
    this.labels.set(object, { ...this.labels.get(object), ...labels });
  }

  private audit(): AuditRun {
    const findings: Finding[] = [];
    const touched = new Set<RenderedObject>();
    const inOwnWay = new Map<Chart, Map<string, any>>();
    const [{ chart: any }] = this.groups.values();
    const isResolved = App.of(any).resolvers.length > OWN_RESOLVERS_OF_CDK8S;
    return {
      see: ({ construct, json }) => {
        if (Chart.isChart(construct)) {
          // Such a chart writes its objects in a way of its own.
          inOwnWay.set(construct, (inOwnWay.get(construct) ?? new Map<string, any>()).set(identityOf(json), json));
        } else if (isRendered(construct) && (isResolved || this.isTouched(construct))) {
          touched.add(construct);
          findings.push(...this.changed(construct, json));
        }
      },
      conclude: () => {
        const all = [...this.groups.values()].filter(({ chart }) => isInTree(chart));
        return [...findings, ...all.flatMap(group => {
          const written = inOwnWay.get(group.chart);
          return written ? this.writtenInOwnWay(group, written) : this.lost(group, touched);
        })];
      },
    };
  }

  private isTouched(object: RenderedObject): boolean {
    return object.isPatched || isReplaced(object) || this.labels.has(object);
  }

  private writtenInOwnWay({ objects }: Group, written: ReadonlyMap<string, any>): Finding[] {
    return [...objects.values()].flatMap(object => {
      const json = written.get(identityOf(asMade(object)));
      return json === undefined ? [this.missing(object)] : this.changed(object, json);
    });
  }

  private changed(object: RenderedObject, json: any): Finding[] {
    const made = asMade(object);
    const labels = { ...objectAt(made, ['metadata', 'labels']), ...this.labels.get(object) };
    const changes = changedFields({ ...made, metadata: { ...made.metadata, labels } }, json).filter(({ path }) => this.counts(object, path));
    if (changes.length === 0) { return []; }
    const fields = changes.map(({ path }) => path);
    const props = [...new Set(fields.flatMap(field => propOf(object, field) ?? []))];
    const isError = changes.some(({ path }) => IDENTITY.has(path)) || this.isHarmed(object, changes, made, json);
    return [{
      rule: MADE_RULES.unchanged,
      construct: object,
      severity: isError ? Severity.ERROR : Severity.WARNING,
      object: nameOfObject(object),
      field: fields[0],
      ...(props.length > 0 ? { prop: props[0] } : {}),
      message: sentence({
        what: `${nameOfObject(object)} is not written as its construct makes it`,
        got: `${fields.slice(0, MOST_SHOWN).join(', ')}${fields.length > MOST_SHOWN ? ` and ${fields.length - MOST_SHOWN} more` : ''} changed from outside`,
        expected: 'no change that the construct does not know of',
        todo: props.length > 0 ? `say it in the program: ${propText(object, props)}` : 'take the change back: no prop of the construct makes it',
      }),
    }];
  }

  private isHarmed(object: RenderedObject, changes: readonly ChangedField[], made: any, json: any): boolean {
    switch (this.madeFor(object)) {
      case MadeFor.BOUNDS: return true;
      // Which pods it is about, and which side it closes, is not a matter of flows.
      case MadeFor.FLOWS: return changes.some(({ path }) => !/^spec\.(ingress|egress)\[/.test(path));
      case MadeFor.WORK: return changes.some(({ isAdded }) => !isAdded) || this.weakens(made, json);
    }
  }

  private madeFor({ node }: RenderedObject): MadeFor {
    return this.groups.get(node.scope!)?.madeFor ?? MadeFor.BOUNDS;
  }

  /** Whether what was added breaks a rule that the object keeps without it, also one that elsewhere would only be reported. */
  private weakens(made: any, json: any): boolean {
    // The rules are read when something is judged.
    // eslint-disable-next-line @typescript-eslint/no-require-imports
    const { RuleJudge } = require('./rule-judge') as typeof import('./rule-judge');
    // eslint-disable-next-line @typescript-eslint/no-require-imports
    const { severityIn } = require('./rule-audit') as typeof import('./rule-audit');
    const judge = RuleJudge.for(this.session.settings.kubernetesVersion.minor);
    const level = this.session.levels.get(String(made.metadata.namespace));
    const kept = new Set(judge.judge(made).map(departure => `${departure.rule.id} ${departure.container}`));
    return judge.judge(json).some(({ rule, container }) => severityIn(level, rule) !== Severity.OFF && !kept.has(`${rule.id} ${container}`));
  }

  /** Objects that somebody took out of the tree, or that render as nothing. */
  private lost({ scope, objects }: Group, touched: ReadonlySet<RenderedObject>): Finding[] {
    const isThere = isInTree(scope);
    return [...objects.values()].filter(object => (
      !isThere || scope.node.tryFindChild(object.node.id) !== object || (isReplaced(object) && !touched.has(object))
    )).map(object => this.missing(object));
  }

  private missing(object: RenderedObject): Finding {
    return {
      rule: MADE_RULES.written,
      construct: object,
      severity: this.madeFor(object) === MadeFor.FLOWS ? Severity.WARNING : Severity.ERROR,
      object: nameOfObject(object),
      message: sentence({
        what: `${nameOfObject(object)} is not written, though a construct makes it`,
        expected: 'every object that a construct makes',
        todo: 'leave it in its place in the tree, or take the construct out of the program',
      }),
    };
  }

  /** Names for people, and labels that only other programs read, are free. */
  private counts(object: RenderedObject, field: string): boolean {
    if (field === 'metadata.annotations' || field.startsWith('metadata.annotations.')) { return false; }
    if (field === 'metadata.labels' || field.startsWith('metadata.labels.')) {
      return Object.keys(this.labels.get(object) ?? {}).some(key => field === 'metadata.labels' || field === `metadata.labels.${key}`);
    }
    return true;
  }
}

/** Whether somebody gave the object another way to render itself. */
function isReplaced(object: RenderedObject): boolean {
  return Object.hasOwn(object, 'toJson');
}

/** What the object is without patches and resolvers of the program, which are private to cdk8s, and stable in every release it has had. */
function asMade(object: RenderedObject): any {
  const inside = object as unknown as { patches: unknown; patched: boolean };
  const { patches, patched } = inside;
  const { resolvers } = App.of(object);
  const foreign = resolvers.splice(0, resolvers.length - OWN_RESOLVERS_OF_CDK8S);
  // It then goes the whole way of cdk8s, which also asks for values that come late.
  Object.assign(inside, { patches: [], patched: patched || foreign.length > 0 });
  try {
    return RenderedObject.prototype.toJson.call(object);
  } finally {
    Object.assign(inside, { patches, patched });
    resolvers.unshift(...foreign);
  }
}

function isInTree(construct: IConstruct): boolean {
  for (let at = construct; at.node.scope; at = at.node.scope) {
    if (at.node.scope.node.tryFindChild(at.node.id) !== at) { return false; }
  }
  return true;
}

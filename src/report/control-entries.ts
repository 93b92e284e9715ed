import { Assessment, ControlStatus } from './control-status';
import { Framework, FRAMEWORKS, inOrder, Scanner, SCANNERS } from './frameworks';
import { MadeBy } from './made-by';
import type { ReportedRule } from './reported-rule';
import type { UnjudgedControls } from './unjudged-control';
import { UNJUDGED } from './unjudged-controls';
import { CATALOG } from '../policy/catalog';
import { controllerRevisionUnwritten } from '../policy/controller-revision-unwritten';
import { imageRegistryTrusted } from '../policy/image-registry-trusted';
import type { Session } from '../policy/session';
import { SET_CATALOG } from '../policy/set-catalog';

/** One demand of a framework or check of a scanner, and what is known of it. */
export interface ControlEntry extends Assessment {
  readonly framework: Framework | Scanner | 'own';
  readonly id: string;
  /** The rules that answer it. */
  readonly rules: readonly string[];
}

/** Beside those of people and programs, the ids that an app's own rules give. */
export const ALL_FRAMEWORKS: ReadonlyMap<ControlEntry['framework'], string> = new Map<ControlEntry['framework'], string>([
  ...FRAMEWORKS, ['own', 'Rules of this app'], ...SCANNERS,
]);

const UNKNOWN: Assessment = { status: ControlStatus.NOT_ASSESSED, evidence: [], reason: 'not judged unless it is asked for' };
const WEIGHTS = Object.values(ControlStatus);
/** Those that say that it is kept. */
const KEPT: ReadonlySet<ControlStatus> = new Set([ControlStatus.ENFORCED, ControlStatus.BY_MANIFEST, ControlStatus.BY_NODE_FILE]);

/** Every control that rules name or that the field has, framework by framework, each once. */
export function controlEntries(session: Session, judged: readonly ReportedRule[], assessments: ReadonlyMap<string, Assessment>): ControlEntry[] {
  const madeBy = new MadeBy(session);
  const rules = new Map([...CATALOG, ...SET_CATALOG, imageRegistryTrusted([]), controllerRevisionUnwritten, ...judged].map(rule => [rule.id, rule]));
  const named = rulesByControl([...rules.values()]);
  const left = leftByControl();
  return [...ALL_FRAMEWORKS.keys()].flatMap(framework => {
    const ids = [...named.get(framework)?.keys() ?? [], ...left.get(framework)?.keys() ?? []];
    return [...new Set(ids)].sort(inOrder).map(id => {
      const answering = named.get(framework)?.get(id);
      return answering
        ? { framework, id, rules: answering, ...ofRules(answering.map(rule => assessments.get(rule) ?? UNKNOWN)) }
        : { framework, id, ...ofUnjudged(left.get(framework)!.get(id)!, madeBy) };
    });
  });
}

type ByControl<T> = Map<ControlEntry['framework'], Map<string, T[]>>;

function rulesByControl(rules: readonly ReportedRule[]): ByControl<string> {
  const all: ByControl<string> = new Map();
  for (const { id: rule, controls } of rules) {
    for (const framework of ALL_FRAMEWORKS.keys()) {
      for (const id of new Set(controls[framework])) { put(all, framework, id, rule); }
    }
  }
  return all;
}

function leftByControl(): ByControl<UnjudgedControls> {
  const all: ByControl<UnjudgedControls> = new Map();
  for (const group of UNJUDGED) {
    for (const each of group.ids.split(' ')) {
      const [framework, id] = each.split(':');
      put(all, framework as Framework, id, group);
    }
  }
  return all;
}

function put<T>(all: ByControl<T>, framework: ControlEntry['framework'], id: string, value: T): void {
  const ids = all.get(framework) ?? new Map<string, T[]>();
  all.set(framework, ids);
  ids.set(id, [...ids.get(id) ?? [], value]);
}

/** The gravest counts. A rule that nothing is about takes nothing from what others show, and lends nothing to it. */
function ofRules(each: readonly Assessment[]): Assessment {
  const status = WEIGHTS.find(weight => each.some(assessment => assessment.status === weight))!;
  const kept = each.filter(assessment => KEPT.has(assessment.status));
  // The cluster refuses departures only where it judges by all that is shown.
  const isPartly = status === ControlStatus.ENFORCED && kept.some(assessment => assessment.status !== status);
  const counted = isPartly ? kept.filter(assessment => assessment.status !== status) : each.filter(assessment => assessment.status === status);
  const reasons = [...new Set(counted.flatMap(({ reason }) => reason ?? []))];
  return {
    status: isPartly ? counted[0].status : status,
    evidence: [...new Set(counted.flatMap(({ evidence }) => evidence))].slice(0, 3),
    ...(reasons.length > 0 ? { reason: reasons.join('; ') } : {}),
  };
}

/** Several answers to one id are one only where all of them say that it is kept, from wherever. */
function ofUnjudged(groups: readonly UnjudgedControls[], madeBy: MadeBy): Pick<ControlEntry, keyof Assessment | 'rules'> {
  const each = groups.map(group => madeBy.assess(group));
  const status = [...WEIGHTS].reverse().find(weight => each.some(assessment => assessment.status === weight))!;
  const evidence = status === ControlStatus.NOT_ASSESSED ? [] : [...new Set(each.flatMap(assessment => assessment.evidence))].slice(0, 3);
  const rules = [...new Set(groups.flatMap(({ by, names }) => by === 'rule' ? names : []))];
  return { rules, status, evidence, reason: [...new Set(each.map(({ reason }) => reason!))].join('; ') };
}

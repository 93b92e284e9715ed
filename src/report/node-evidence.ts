import { parseAllDocuments } from 'yaml';
import { NodeFiles } from '../host/node-files';
import { isObject, JsonObject } from '../kube/pod';
import { ETCD_KINDS } from '../policy/etcd-settings';
import { CONTROL_PLANE } from '../policy/groups/control-plane';
import { Rule, Severity } from '../policy/rule';
import { kindOf } from '../policy/rule-elements';
import { RuleJudge } from '../policy/rule-judge';
import type { Session } from '../policy/session';

/** What files for nodes show of one rule. */
export interface NodeEvidence {
  /** Those that the rule is about, by their paths beside the manifests. */
  readonly files: readonly string[];
  /** Those of them that depart from it. */
  readonly departing: readonly string[];
}

/** What the files for nodes show, by the rules that they are about: configurations of the control plane among them are objects too. */
export function nodeEvidence(session: Session): ReadonlyMap<string, NodeEvidence> {
  const { minor } = session.settings.kubernetesVersion;
  const found = new Map<string, { files: string[]; departing: string[] }>();
  const rules = CONTROL_PLANE.rules.filter(({ severity }) => severity !== Severity.OFF);
  let judge: RuleJudge | undefined;
  for (const [role, set] of NodeFiles.of(session.root).sets) {
    for (const { path, content } of set.files) {
      const file = `nodes/${role}/root${path}`;
      for (const json of objectsIn(content)) {
        judge ??= new RuleJudge(rules, minor);
        const departing = new Set(judge.judge(json).map(({ rule }) => rule.id));
        for (const rule of rules.filter(each => isAbout(each, json))) {
          const known = found.get(rule.id) ?? { files: [], departing: [] };
          found.set(rule.id, known);
          known.files.push(file);
          if (departing.has(rule.id)) { known.departing.push(file); }
        }
      }
    }
  }
  return found;
}

/** What has a version and a kind; most files for nodes are nothing of the kind. */
function objectsIn(content: string): JsonObject[] {
  if (!/^\s*("?apiVersion"?:|\{)/m.test(content)) { return []; }
  return parseAllDocuments(content).flatMap(document => {
    const json: unknown = document.errors.length > 0 ? undefined : document.toJS();
    return isObject(json) && typeof json.apiVersion === 'string' && typeof json.kind === 'string' ? [json] : [];
  });
}

function isAbout({ kinds }: Rule, json: JsonObject): boolean {
  if (!kinds?.includes(kindOf(json))) { return false; }
  return kinds !== ETCD_KINDS || json.etcd?.local !== undefined || json.metadata?.name === 'etcd';
}

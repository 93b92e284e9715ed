import * as fs from 'fs';
import * as path from 'path';
import { isObject } from '../kube/pod';
import { refuse, sentence, shown } from '../kube/problem';
import type { CustomRule } from '../policy/custom-rule';
import { customRules } from '../policy/custom-rules';
import { AdmissionPolicies } from '../policy/loaded-policies';
import { policyDocuments, PolicyText } from '../policy/policy-texts';
import type { Rule } from '../policy/rule';

/** By what manifests are judged beside the catalog. */
export interface MoreRules {
  readonly own: readonly Rule[];
  readonly policies?: AdmissionPolicies;
}

/** Files in which it stands, as the options of the command name them. */
export interface RuleFiles {
  readonly rules: readonly string[];
  readonly policies: readonly string[];
}

const FIELDS = ['id', 'on', 'expression', 'message', 'title', 'why', 'severity', 'kinds', 'covers', 'enforcedOnPods', 'controls'];
const RULES = 'YAML or JSON with a list of rules';

/**
 * Reads rules and admission policies of the user's own.
 *
 * @param minor the minor version of the cluster
 * @param cwd the folder that paths are relative to
 * @throws with everything that is wrong with any of them
 */
export function moreRules({ rules, policies }: RuleFiles, minor: number, cwd: string): MoreRules {
  const documents = policyDocuments(rules.map(file => read('--rules', file, RULES, cwd)), RULES);
  const own = customRules(documents.flatMap(({ file, json }) => rulesOf(file, json)), minor);
  if (policies.length === 0) { return { own }; }
  const texts = policies.map(file => read('--policies', file, 'YAML or JSON with admission policies', cwd));
  const loaded = AdmissionPolicies.load(policyDocuments(texts), minor, own.map(({ id }) => id));
  return { own, policies: loaded.policies.length > 0 ? loaded : noPolicy(policies) };
}

function read(option: string, file: string, expected: string, cwd: string): PolicyText {
  try {
    return { file, text: fs.readFileSync(path.resolve(cwd, file), 'utf8') };
  } catch (error) {
    throw new Error(sentence({
      what: `file of ${option} cannot be read (${(error as NodeJS.ErrnoException).code})`, got: file, expected, todo: 'correct the path',
    }));
  }
}

/** A misspelt `severity` or `kinds` would be one that was left out. */
function rulesOf(file: string, json: unknown): CustomRule[] {
  if (!Array.isArray(json)) {
    return refuse({ what: `file of --rules ${shown(file)} holds no list`, expected: RULES, todo: 'write each rule as an entry that begins with "- id:"' });
  }
  for (const [i, rule] of json.entries()) {
    if (!isObject(rule)) {
      refuse({ what: `rule ${i + 1} in ${shown(file)} is none`, got: rule, expected: 'an entry with id, on, expression and message', todo: 'write it so' });
    }
    const unknown = Object.keys(rule as object).find(key => !FIELDS.includes(key));
    if (unknown !== undefined) {
      refuse({ what: `rule ${i + 1} in ${shown(file)} has a field that no rule has`, got: unknown, expected: `one of ${FIELDS.join(', ')}`, todo: 'correct it' });
    }
  }
  return json as CustomRule[];
}

/** A wrong file must not look like manifests that keep every policy. */
function noPolicy(files: readonly string[]): never {
  return refuse({
    what: 'files of --policies hold no policy', got: files, expected: 'a ValidatingAdmissionPolicy with its binding', todo: 'name the file in which it stands',
  });
}

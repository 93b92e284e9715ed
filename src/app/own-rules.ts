import * as fs from 'fs';
import * as path from 'path';
import { refuse } from '../kube/problem';
import type { PolicyText } from '../policy/policy-texts';
import type { Session } from '../policy/session';

/**
 * Has an app judged by what only it knows: its trusted registries, and rules and admission policies of its own. What is wrong with them is told
 * here, before anything is made.
 */
export function useOwnRules(session: Session): void {
  const { audit: { rules = [], admissionPolicies: files = [] }, kubernetesVersion: { minor }, trustedRegistries } = session.settings;
  if (rules.length === 0 && files.length === 0 && trustedRegistries.length === 0) { return; }
  const { customRules, imageRegistryTrusted, AdmissionPolicies, policyDocuments, policyAudit } = load();
  session.customRules = [...trustedRegistries.length === 0 ? [] : [imageRegistryTrusted(trustedRegistries)], ...customRules(rules, minor)];
  const ids = session.customRules.map(({ id }) => id);
  session.ownRules = ids;
  if (files.length === 0) { return; }
  const policies = AdmissionPolicies.load(policyDocuments(files.map(read)), minor, ids);
  session.ownRules = [...ids, ...policies.ruleIds];
  session.addAudit(() => policyAudit(policies));
}

function read(file: string): PolicyText {
  const isFile = typeof file === 'string' && fs.statSync(path.resolve(file), { throwIfNoEntry: false })?.isFile();
  if (!isFile) { refuse({ what: 'file of admission policies does not exist', got: file, expected: 'a YAML file', todo: 'correct admissionPolicies' }); }
  return { file, text: fs.readFileSync(path.resolve(file), 'utf8') };
}

/** Most apps bring none, and need none of it. */
function load() {
  /* eslint-disable @typescript-eslint/no-require-imports */
  const { customRules } = require('../policy/custom-rules') as typeof import('../policy/custom-rules');
  const { imageRegistryTrusted } = require('../policy/image-registry-trusted') as typeof import('../policy/image-registry-trusted');
  const { AdmissionPolicies } = require('../policy/loaded-policies') as typeof import('../policy/loaded-policies');
  const { policyAudit } = require('../policy/policy-audit') as typeof import('../policy/policy-audit');
  const { policyDocuments } = require('../policy/policy-texts') as typeof import('../policy/policy-texts');
  /* eslint-enable @typescript-eslint/no-require-imports */
  return { customRules, imageRegistryTrusted, AdmissionPolicies, policyAudit, policyDocuments };
}

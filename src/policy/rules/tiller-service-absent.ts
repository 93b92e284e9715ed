import { Rule, Severity } from '../rule';

const LABELS = 'object.?metadata.?labels.orValue({})';
const SELECTOR = 'object.?spec.?selector.orValue({})';

/**
 * Fields: metadata.name, metadata.labels and spec.selector of a Service.
 * Allowed: nothing with tiller in it.
 */
export const tillerServiceAbsent: Rule = {
  id: 'tiller-service-absent',
  title: 'No Service leads to Tiller',
  why: 'Tiller asks nobody who they are, and does whatever it is told with the rights of the whole cluster',
  severity: Severity.WARNING,
  on: 'object',
  kinds: ['Service'],
  expression: `!object.?metadata.?name.orValue('').contains('tiller') && [${LABELS}, ${SELECTOR}].all(map, map.all(key, !string(map[key]).contains('tiller')))`,
  message: 'service leads to Tiller; remove it, and use Helm 3, which needs nothing in the cluster',
  enforced: 'object',
  controls: {
    mitre: ['T1610'],
    checkov: ['CKV_K8S_44'],
  },
};

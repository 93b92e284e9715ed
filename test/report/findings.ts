import { ruleOf } from '../../src/policy/catalog';
import { JudgedFinding, Status } from '../../src/report/reported-finding';

/** A finding as a run of the command makes it, about a privileged container. */
export function finding(more: Partial<JudgedFinding> = {}): JudgedFinding {
  const rule = ruleOf('privileged-off')!;
  return {
    rule,
    severity: rule.severity,
    status: Status.OPEN,
    place: { file: 'k8s/agent.yaml', line: 3 },
    object: { apiVersion: 'apps/v1', kind: 'DaemonSet', namespace: 'shop', name: 'agent' },
    container: 'main',
    field: 'spec.template.spec.containers[0].securityContext.privileged',
    problem: 'container is privileged',
    fix: 'remove securityContext.privileged: true',
    ...more,
  };
}

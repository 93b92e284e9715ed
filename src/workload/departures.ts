import type { ContainerSettings } from './container-settings';
import type { PodSettings } from './pod-spec';
import { ImagePullPolicy } from './workload-props';
import type { ScannerChecks } from '../policy/scanner-checks';
import type { Departure } from '../policy/scanner-exemptions';

/** How a workload stands beside its pods. */
export interface WorkloadShape {
  readonly pod: Pick<PodSettings, 'main' | 'init' | 'sidecars'>;
  /** Whether an autoscaler decides how many pods run. */
  readonly hasAutoscaler: boolean;
  readonly replicas: number;
  /** Whether its NetworkPolicy opens anything, on each side. */
  readonly isReached: boolean;
  readonly reaches: boolean;
}

/** Where a workload does by right what some scanner asks to be done otherwise, with nothing waived. */
export function departuresOf(workload: WorkloadShape): Departure[] {
  const { pod: { main, init, sidecars }, hasAutoscaler, replicas, isReached, reaches } = workload;
  const containers = [main, ...sidecars, ...init];
  const departures: Departure[] = [
    depart('no priority class is made for one workload: it would preempt others', { polaris: ['priorityClassNotSet'] }),
  ];
  if (!isReached || !reaches) {
    departures.push(depart('its NetworkPolicy opens the declared flows, and on one side there are none', { polaris: ['missingNetworkPolicy'] }));
  }
  if (hasAutoscaler) {
    departures.push(depart('an autoscaler decides how many pods run', { polaris: ['deploymentMissingReplicas'] }));
  } else if (replicas < 2) {
    departures.push(depart('one pod is declared', { kubeScore: ['deployment-replicas'], polaris: ['deploymentMissingReplicas'] }));
  }
  if (containers.some(isPulledOnce)) {
    departures.push(depart('a digest names one image, wherever it is', { kubeScore: ['container-image-pull-policy'], polaris: ['pullPolicyNotAlways'] }));
  }
  if (containers.some(hasLowOrUnknownIds)) {
    departures.push(depart('the ids are those that the files or the platform demand', {
      checkov: ['CKV_K8S_40'], kubeScore: ['container-security-context-user-group-id'],
    }));
  }
  if (containers.some(hasIdenticalProbes)) {
    departures.push(depart('a program that only listens can be asked one question', { kubeScore: ['pod-probes-identical'] }));
  }
  if (containers.some(readsSecrets)) {
    departures.push(depart('the program reads this secret from its environment only', {
      checkov: ['CKV_K8S_35'], kubeLinter: ['env-var-secret', 'read-secret-from-env-var'],
    }));
  }
  return departures;
}

function depart(reason: string, checks: ScannerChecks): Departure {
  return { reason, checks };
}

function isPulledOnce(container: ContainerSettings): boolean {
  return container.pullPolicy === ImagePullPolicy.IF_NOT_PRESENT;
}

/** Above 10,000 an id belongs to nobody on the node, the scanners say. */
const LOWEST_HIGH_ID = 10_000;

function hasLowOrUnknownIds({ ids, root }: ContainerSettings): boolean {
  return !root && (ids === undefined || ids.user < LOWEST_HIGH_ID || ids.group < LOWEST_HIGH_ID);
}

function hasIdenticalProbes({ probes }: ContainerSettings): boolean {
  return [probes.livenessProbe, probes.readinessProbe].every(probe => (probe as { tcpSocket?: unknown } | undefined)?.tcpSocket !== undefined);
}

function readsSecrets({ env }: ContainerSettings): boolean {
  return env.some(each => (each.valueFrom as { secretKeyRef?: unknown } | undefined)?.secretKeyRef !== undefined);
}

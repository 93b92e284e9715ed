import { membershipOf } from '../mesh-membership';
import { Severity } from '../rule';
import type { SetRule } from '../set-rule';

const JOBS = ['batch/Job', 'batch/CronJob'];

/**
 * Fields: the labels of a Namespace and of the pods of its Jobs and CronJobs that give them a sidecar.
 * Allowed: none, before Kubernetes 1.29: from then on a sidecar is an init container that ends with the others.
 */
export const meshedJobEnds: SetRule = {
  id: 'meshed-job-ends',
  title: 'A Job of the mesh can end',
  why: 'The sidecar goes on after the program has ended: the Job never does, and its pod keeps what it has of the quota',
  severity: Severity.WARNING,
  until: 28,
  message: 'the sidecar keeps the Job from ending; set the label sidecar.istio.io/inject: "false" on its pods, or have the program end the sidecar',
  controls: {
    mitre: ['T1499'],
  },
  judge: graph => graph.workloads.all.filter(workload => JOBS.includes(workload.groupKind) && membershipOf(graph, workload) === 'sidecar').map(({ index }) => ({
    index, problem: 'the sidecar keeps the Job from ending: got a sidecar in each of its pods, expected none in this version of Kubernetes',
  })),
};

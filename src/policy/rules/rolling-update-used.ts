import { Rule, Severity } from '../rule';

/**
 * Fields: spec.strategy.type of a Deployment.
 * Allowed: RollingUpdate, absent.
 */
export const rollingUpdateUsed: Rule = {
  id: 'rolling-update-used',
  title: 'A new version replaces the old one pod by pod',
  why: 'With Recreate all pods end before the first new one starts, and each rollout is an outage',
  severity: Severity.OFF,
  on: 'object',
  kinds: ['apps/Deployment'],
  expression: "object.?spec.?strategy.?type.orValue('RollingUpdate') == 'RollingUpdate'",
  message: 'each rollout is an outage; set strategy.type: RollingUpdate, unless two versions must never run at a time',
  enforced: 'object',
  controls: {
    kubeLinter: ['no-rolling-update-strategy'],
    kubescape: ['C-0305'],
    kubeScore: ['deployment-strategy'],
  },
};

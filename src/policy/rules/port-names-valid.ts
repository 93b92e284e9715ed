import { Rule, Severity } from '../rule';

const PORTS = 'container.?ports.orValue([])';
const VALID = "port.name.matches('^[a-z0-9]+(-[a-z0-9]+)*$') && port.name.matches('[a-z]') && size(port.name) <= 15";

/**
 * Fields: spec.containers[*].ports[*].name, and of init containers.
 * Allowed: absent; up to 15 small letters, digits and single hyphens, with a letter among them, each name once.
 */
export const portNamesValid: Rule = {
  id: 'port-names-valid',
  title: 'Names of ports are such that Services can use them',
  why: 'The API server refuses the pod, so a workload that it has taken stands without pods',
  severity: Severity.ERROR,
  on: 'container',
  covers: 'declared',
  expression: `${PORTS}.all(port, !has(port.name) || (${VALID} && ${PORTS}.exists_one(other, other.?name.orValue('') == port.name)))`,
  message: 'name of a port is not valid, or there twice; write up to 15 small letters, digits and single hyphens',
  enforced: 'template',
  controls: {
    kubeLinter: ['invalid-target-ports'],
    kubeScore: ['container-ports-check'],
  },
};

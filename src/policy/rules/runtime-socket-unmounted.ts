import { Rule, Severity } from '../rule';

const SLASH = '/(/|[.]/)*';
const SOCKETS = '(containerd|crio|docker|cri-dockerd|podman|buildkitd)[.]sock';
const PARENTS = `(var(${SLASH}run)?|(var${SLASH})?run(${SLASH}(containerd|crio|docker|podman|k3s(${SLASH}containerd)?))?)`;
const PIPES = 'pipe.(docker_engine|containerd-containerd)';
const HOLDS_SOCKET = `^${SLASH}([.]|${PARENTS})?(/|/[.])*$|/${SOCKETS}(/|/[.])*$|${PIPES}$`;

/**
 * Fields: spec.volumes[*].hostPath.path.
 * Allowed: any but the socket of a container runtime, and any directory in which one lies.
 */
export const runtimeSocketUnmounted: Rule = {
  id: 'runtime-socket-unmounted',
  title: 'No volume holds the socket of the container runtime',
  why: 'Whoever can write to the socket starts containers past the API server, privileged ones too, and is root of the node',
  severity: Severity.ERROR,
  on: 'volume',
  expression: `!volume.?hostPath.?path.orValue('').matches('${HOLDS_SOCKET}')`,
  message: 'volume holds the socket of the container runtime; remove it, and build images with a program that needs no daemon',
  enforced: 'template',
  controls: {
    mitre: ['T1611'],
    checkov: ['CKV_K8S_27'],
    kubeLinter: ['docker-sock'],
    kubescape: ['C-0074'],
    trivy: ['KSV-0006'],
    kubesec: ['DockerSock'],
  },
};

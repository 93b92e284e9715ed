import { fails, holds } from './cases';
import { runtimeSocketUnmounted } from '../../../src/policy/rules/runtime-socket-unmounted';

const path = (...paths: string[]) => Object.fromEntries(paths.map(each => [`the path is ${each}`, { volume: { name: 'data', hostPath: { path: each } } }]));

holds(runtimeSocketUnmounted, {
  'it is no path of the node': { volume: { name: 'data', emptyDir: {} } },
  ...path(
    '/var/log', '/var/run/postgresql', '/run/secrets', '/var/lib/docker', '/opt/run', '/srv/docker.sock.d', '/data/containerd', '/variable', '/running',
    '/run/containers', '/var/lib',
  ),
});

fails(runtimeSocketUnmounted, path(
  '/var/run/docker.sock', '/run/docker.sock', '/run/containerd/containerd.sock', '/var/run/crio/crio.sock', '/run/k3s/containerd/containerd.sock',
  '/run/podman/podman.sock', '/var/run/cri-dockerd.sock', '/mnt/docker.sock/', '/', '/.', '/var', '/run', '/run/', '/var/run', '/var/run/', '/run/containerd',
  '/run/crio', '/run/k3s', '/run/k3s/containerd', '//var//run', '/var/./run/.', '/./var/run/./docker.sock',
  String.raw`\\.\pipe\docker_engine`, String.raw`\\.\pipe\containerd-containerd`,
));

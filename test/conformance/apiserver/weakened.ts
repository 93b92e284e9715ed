import type { Manifest } from '../examples';

/** A fault that the cluster itself must refuse, in the namespace of an example and beside its objects. */
export interface Weakness {
  readonly name: string;
  /** What the refusal says. */
  readonly refusal: RegExp;
  /** The manifest, made from a Deployment of the example. */
  readonly object: (deployment: Manifest) => object;
}

/** A pod as the Deployment would make it, changed. */
function pod(change: (spec: any) => void): Weakness['object'] {
  return ({ metadata, spec }) => {
    const copy = structuredClone(spec.template);
    change(copy.spec);
    return { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'weakened', namespace: metadata.namespace, labels: copy.metadata.labels }, spec: copy.spec };
  };
}

const container = (change: (container: any) => void) => pod(spec => change(spec.containers[0]));

/** The Deployment itself, changed. */
function deployment(change: (object: any) => void): Weakness['object'] {
  return original => {
    const copy = structuredClone(original) as any;
    copy.metadata = { ...copy.metadata, name: 'weakened' };
    change(copy);
    return copy;
  };
}

/** A container's resources, with as much memory. */
function ofMemory({ resources: { requests, limits } }: any, memory: string): object {
  return { requests: { ...requests, memory }, limits: { ...limits, memory } };
}

const POD_SECURITY = (what: string) => new RegExp(`violates PodSecurity "restricted:v1\\.\\d+": .*${what}`);

export const WEAKNESSES: readonly Weakness[] = [
  { name: 'a privileged container', refusal: POD_SECURITY('privileged'), object: container(each => { each.securityContext = { privileged: true }; }) },
  { name: 'the network of the host', refusal: POD_SECURITY('host namespaces \\(hostNetwork=true\\)'), object: pod(spec => { spec.hostNetwork = true; }) },
  { name: 'the processes of the host', refusal: POD_SECURITY('hostPID=true'), object: pod(spec => { spec.hostPID = true; }) },
  {
    name: 'a directory of the host',
    refusal: POD_SECURITY('hostPath'),
    object: pod(spec => { spec.volumes = [...spec.volumes ?? [], { name: 'host', hostPath: { path: '/' } }]; }),
  },
  { name: 'a port of the host', refusal: POD_SECURITY('hostPort'), object: container(each => { each.ports = [{ containerPort: 8080, hostPort: 8080 }]; }) },
  {
    name: 'a capability more',
    refusal: POD_SECURITY('unrestricted capabilities'),
    object: container(each => { each.securityContext.capabilities.add = ['SYS_ADMIN']; }),
  },
  { name: 'root', refusal: POD_SECURITY('runAsUser=0'), object: container(each => { each.securityContext.runAsUser = 0; }) },
  {
    name: 'more privileges than its parent',
    refusal: POD_SECURITY('allowPrivilegeEscalation != false'),
    object: container(each => { each.securityContext.allowPrivilegeEscalation = true; }),
  },
  {
    name: 'no seccomp profile',
    refusal: POD_SECURITY('seccompProfile'),
    object: container(each => { each.securityContext.seccompProfile = { type: 'Unconfined' }; }),
  },
  {
    name: 'a container larger than any in its namespace may be',
    refusal: /maximum memory usage per Container is/,
    object: container(each => { each.resources = ofMemory(each, '64Gi'); }),
  },
  {
    name: 'more memory than the quota has',
    refusal: /exceeded quota: .*limits\.memory/,
    object: pod(spec => {
      const [first] = spec.containers;
      spec.containers = Array.from({ length: 100 }, (_, i) => ({ ...first, name: `c${i}`, resources: ofMemory(first, '1Gi') }));
    }),
  },
  {
    name: 'less than nothing: a request above its limit',
    refusal: /must be less than or equal to cpu limit/,
    object: container(each => { each.resources.requests.cpu = '1000'; }),
  },
  { name: 'an account that nobody made', refusal: /serviceaccount "nobody" not found/, object: pod(spec => { spec.serviceAccountName = 'nobody'; }) },
  {
    name: 'a Deployment whose pods would be refused',
    refusal: /would violate PodSecurity "restricted:v1\.\d+".*hostNetwork/,
    object: deployment(each => { each.spec.template.spec.hostNetwork = true; }),
  },
  { name: 'a field that does not exist', refusal: /unknown field|field not declared in schema/, object: deployment(each => { each.spec.template.spec.hostNetworks = false; }) },
  { name: 'a Service of type NodePort', refusal: /exceeded quota: .*services\.nodeports/, object: original => service(original, 'NodePort') },
  { name: 'a Service of type LoadBalancer', refusal: /exceeded quota: .*services\.loadbalancers/, object: original => service(original, 'LoadBalancer') },
];

function service({ metadata }: Manifest, type: string): object {
  return {
    apiVersion: 'v1', kind: 'Service', metadata: { name: 'weakened', namespace: metadata.namespace }, spec: { type, ports: [{ name: 'a', port: 80 }], selector: { a: 'b' } },
  };
}

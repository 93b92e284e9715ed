import type { Manifest } from '../examples';

/** A fault in a Deployment that its schema alone tells. */
export interface SchemaFault {
  readonly name: string;
  readonly change: (deployment: any) => void;
  readonly found: RegExp;
}

/** Each is refused by the schema, and by the server. */
export const SCHEMA_FAULTS: readonly SchemaFault[] = [
  { name: 'an unknown field', change: each => { each.spec.replica = 2; }, found: /^\/spec must NOT have additional properties \(replica\)$/ },
  { name: 'an unknown field of a container', change: each => { each.spec.template.spec.containers[0].readonly = true; }, found: /\(readonly\)$/ },
  { name: 'a wrong type', change: each => { each.spec.replicas = 'two'; }, found: /^\/spec\/replicas must be integer$/ },
  { name: 'a field that is missing', change: each => { delete each.spec.selector; }, found: /^\/spec must have required property 'selector'/ },
  { name: 'neither a number nor a text', change: each => { each.spec.strategy.rollingUpdate.maxSurge = true; }, found: /^\/spec\/strategy\/rollingUpdate\/maxSurge / },
  {
    name: 'a value that is none of those allowed',
    change: each => { each.spec.template.spec.containers[0].imagePullPolicy = 'Sometimes'; },
    found: /imagePullPolicy must be equal to one of the allowed values/,
  },
];

export function changed(deployment: Manifest, change: (object: any) => void): Manifest {
  const copy = structuredClone(deployment) as any;
  copy.metadata = { ...copy.metadata, name: 'weakened' };
  change(copy);
  return copy;
}

const authorization = (spec: object): Manifest =>
  ({ apiVersion: 'security.istio.io/v1', kind: 'AuthorizationPolicy', metadata: { name: 'weakened', namespace: 'default' }, spec });

/** Objects of a mesh, which the definitions of Istio and of the Gateway API describe. */
export const MESH_FAULTS: readonly { readonly name: string; readonly object: Manifest; readonly found: RegExp }[] = [
  { name: 'an unknown field', object: authorization({ rule: [] }), found: /^\/spec must NOT have additional properties \(rule\)$/ },
  { name: 'an unknown field far inside', object: authorization({ rules: [{ from: [{ source: { principal: ['a'] } }] }] }), found: /\(principal\)$/ },
  { name: 'a wrong type', object: authorization({ rules: [{ to: [{ operation: { ports: [80] } }] }] }), found: /\/ports\/0 must be string$/ },
  { name: 'a value that is none of those allowed', object: authorization({ action: 'allow' }), found: /allowed values/ },
  {
    name: 'a field that is missing',
    object: {
      apiVersion: 'gateway.networking.k8s.io/v1', kind: 'Gateway', metadata: { name: 'weakened', namespace: 'default' }, spec: { listeners: [] },
    },
    found: /must have required property 'gatewayClassName'/,
  },
];

const lock = (spec: object): Manifest => ({ apiVersion: 'conformance.example.com/v1', kind: 'Lock', metadata: { name: 'door', namespace: 'default' }, spec });

/** Objects of a resource of our own, with what the schema and what the server say of each: only the server knows rules. */
export const LOCKS: readonly { readonly name: string; readonly object: Manifest; readonly schema?: RegExp; readonly server?: RegExp }[] = [
  { name: 'a good one', object: lock({ keys: 2, spare: 1, colour: 'red' }) },
  { name: 'an unknown field', object: lock({ keys: 2, key: 1 }), schema: /\(key\)$/, server: /\.spec\.key: field not declared in schema/ },
  { name: 'a wrong type', object: lock({ keys: 'two' }), schema: /^\/spec\/keys must be integer$/, server: /\.spec\.keys: expected numeric/ },
  { name: 'too little', object: lock({ keys: 0 }), schema: /^\/spec\/keys must be >= 1$/, server: /should be greater than or equal to 1/ },
  { name: 'a value that is none of those allowed', object: lock({ keys: 1, colour: 'pink' }), schema: /allowed values/, server: /Unsupported value: "pink"/ },
  { name: 'one against its rule', object: lock({ keys: 1, spare: 1 }), server: /not every key can be spare/ },
];

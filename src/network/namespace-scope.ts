import { Chart } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { checkDnsLabel } from '../kube/names';
import { refuse } from '../kube/problem';

const namespaces = new WeakMap<IConstruct, string>();

/** Says that a construct is a namespace: whatever stands below it belongs there. */
export function markNamespace(construct: IConstruct, name: string): void {
  namespaces.set(construct, name);
}

/** A namespace that may hold workloads: a DNS label, and none of the cluster's own. */
export function checkNamespace(name: string): string {
  checkDnsLabel('namespace', name);
  if (name === 'default' || name.startsWith('kube-')) {
    refuse({
      what: 'namespace belongs to the cluster itself',
      got: name,
      expected: 'a namespace of the application\'s own',
      todo: 'make a SecureNamespace, or give the chart another namespace',
    });
  }
  return name;
}

/** The namespace marked nearest above a construct. */
export function enclosingNamespace(construct: IConstruct): string | undefined {
  for (let scope: IConstruct | undefined = construct; scope; scope = scope.node.scope) {
    const name = namespaces.get(scope);
    if (name !== undefined) { return name; }
  }
  return undefined;
}

/** The namespace in which a construct of this library makes its objects: the nearest SecureNamespace above, else the chart's. */
export function workloadNamespace(construct: IConstruct, what: string): string {
  const name = enclosingNamespace(construct) ?? Chart.of(construct).namespace;
  if (name === undefined) {
    refuse({
      what: `${what} "${construct.node.id}" stands in no namespace`,
      expected: 'a SecureNamespace above it, or a chart with a namespace',
      todo: 'pass a SecureNamespace, or SecureNamespace.imported(…), as its scope',
    });
  }
  return checkNamespace(name);
}

import type { ApiObject } from 'cdk8s';
import type { ClusterAdmissionProps } from './guardrails-props';
import { checkDnsLabel } from '../kube/names';
import { refuse } from '../kube/problem';
import { checkList } from '../kube/shape';

/** Without what stands in these, no node becomes ready and no pod starts. */
const OF_KUBERNETES = ['kube-system', 'kube-node-lease', 'kube-public'];

const OF_ISTIO = 'istio-system';

/** The namespaces that policies of a whole cluster leave alone. */
export class ClusterExceptions {
  public readonly names: readonly string[];
  private readonly meshRoot?: string;
  private checked?: readonly ApiObject[];

  constructor({ except, meshRootNamespace }: Pick<ClusterAdmissionProps, 'except' | 'meshRootNamespace'>) {
    this.names = [...new Set(checkList('except', except).map(name => checkDnsLabel('namespace that the guardrails leave alone', name)))].sort();
    this.meshRoot = meshRootNamespace === undefined ? undefined : checkDnsLabel('meshRootNamespace', meshRootNamespace);
    this.demand([...OF_KUBERNETES, ...this.meshRoot === undefined ? [] : [this.meshRoot]]);
  }

  /** Refuses to judge the control plane of the mesh that the app writes policies for. Within one synthesis the list of objects is the same one. */
  public checkMesh(objects: readonly ApiObject[]): void {
    if (this.meshRoot !== undefined || objects === this.checked) { return; }
    this.checked = objects;
    if (objects.some(({ apiVersion }) => /^[a-z]+\.istio\.io\//.test(apiVersion))) { this.demand([OF_ISTIO]); }
  }

  private demand(needed: readonly string[]): void {
    const missing = needed.filter(name => !this.names.includes(name));
    if (missing.length > 0) {
      refuse({
        what: 'guardrails of the whole cluster do not leave alone what it needs to come up',
        got: this.names,
        expected: `${missing.join(', ')} among them`,
        todo: `add ${missing.length > 1 ? 'them' : 'it'} to except${missing[0] === OF_ISTIO ? ', or name another root namespace with meshRootNamespace' : ''}`,
      });
    }
  }
}

import { ApiObject, ApiObjectProps } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { scopeOf } from '../kube/kinds';
import { sentence } from '../kube/problem';
import { enclosingNamespace } from '../network/namespace-scope';
import type { Finding } from '../policy/finding';
import { isRendered } from '../policy/rendered-object';
import { SealPhase, Session } from '../policy/session';

/** Gives objects of other libraries the namespace that they stand in. */
export class ForeignObjects {
  /** Sees to it that whatever stands below a construct, now or later, and names no namespace, belongs to one. */
  public static adopt(below: IConstruct, namespace: string): void {
    const session = Session.of(below);
    const unknown = new Set<ApiObject>();
    session.addSealStep(SealPhase.NAMESPACES, () => {
      unknown.clear();
      for (const object of foreignBelow(below, namespace)) {
        const scope = scopeOf(object.apiVersion, object.kind);
        if (scope === 'Namespaced') {
          // Read-only for the compiler alone; cdk8s writes what stands here.
          (object.metadata as { namespace?: string }).namespace = namespace;
        } else if (scope === undefined) {
          unknown.add(object);
        }
      }
    });
    session.addAudit(() => ({ conclude: () => [...unknown].map(object => unknownScope(object, namespace)) }));
  }

  private constructor() {}
}

function foreignBelow(below: IConstruct, namespace: string): ApiObject[] {
  return below.node.findAll().filter((c): c is ApiObject => ApiObject.isApiObject(c)
    && !isRendered(c) && c.metadata.namespace !== namespace && namesNone(c) && enclosingNamespace(c) === namespace);
}

/** What metadata says may come from the chart; what the program itself said is private to cdk8s. */
function namesNone(object: ApiObject): boolean {
  return (object as unknown as { props: ApiObjectProps }).props.metadata?.namespace === undefined;
}

function unknownScope(object: ApiObject, namespace: string): Finding {
  return {
    rule: 'namespace-known',
    construct: object,
    message: sentence({
      what: `${object.kind} "${object.name}" stands in namespace "${namespace}" and names none`,
      got: object.apiVersion,
      expected: 'a namespace, since it is not known whether the kind has one',
      todo: `set metadata.namespace, or move it out of "${namespace}" if it belongs to the cluster`,
    }),
  };
}

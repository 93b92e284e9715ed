import type { NamespaceContents } from './namespace-contents';
import { Quantity } from '../kube/quantity';

/** Never less than this, so that a proxy which a mesh injects (2 CPU, 1Gi) is admitted. */
const MOST: Readonly<Record<string, string>> = { 'cpu': '2', 'ephemeral-storage': '2Gi', 'memory': '2Gi' };
const LEAST: Readonly<Record<string, string>> = { 'cpu': '10m', 'ephemeral-storage': '1Mi', 'memory': '16Mi' };

/** Spec of the LimitRange of a namespace: what a container receives that says nothing, and the most that one may ask for. */
export function limitRangeSpec({ defaults, containerMost, containerLeast }: NamespaceContents): Record<string, unknown> {
  // A default or a maximum of the CPU limit would write one into the container whose limit is waived.
  const limited = Object.keys(MOST).filter(resource => defaults.limits[resource]);
  const of = (resources: readonly string[], amount: (resource: string) => Quantity) =>
    Object.fromEntries(resources.map(each => [each, amount(each).toString()]));
  const all = Object.keys(MOST);
  return {
    limits: [{
      type: 'Container',
      default: of(limited, resource => defaults.limits[resource]),
      defaultRequest: of(all, resource => defaults.requests[resource]),
      max: of(limited, resource => larger(MOST[resource], containerMost[resource])),
      min: of(all, resource => smaller(LEAST[resource], containerLeast[resource])),
    }],
  };
}

function larger(text: string, other: Quantity | undefined): Quantity {
  const known = Quantity.parse('limit', text);
  return other ? known.max(other) : known;
}

function smaller(text: string, other: Quantity | undefined): Quantity {
  const known = Quantity.parse('limit', text);
  return other && other.compare(known) < 0 ? other : known;
}

import * as fs from 'fs';
import * as path from 'path';
import { Manifest, nameOf } from '../examples';

/*
 * Who shall call whom in an example, written by hand beside this file: `<topic>.tsv`. Nothing of it is read from a policy, nor from the library.
 *
 * An end is a workload (`shop/web`), pods of others by their labels (`traefik/[app=traefik]`), addresses (`10.0.0.0-10.255.255.255`), or the
 * names of the cluster (`dns`). Ports are those of the pods, as netpol-analyzer prints them.
 */

/** One end of a flow. */
export type End =
  | { readonly kind: 'workload'; readonly namespace: string; readonly name: string; readonly of: string }
  | { readonly kind: 'pods'; readonly namespace: string; readonly labels: Readonly<Record<string, string>> }
  | { readonly kind: 'addresses'; readonly range: string };

export interface Flow {
  readonly from: End;
  readonly to: End;
  readonly on: string;
}

/** Whoever resolves names calls the resolver, a cache of it that runs as pods, or one that listens on each node. */
const DNS = ['kube-system/[k8s-app=kube-dns]', 'kube-system/[k8s-app=node-local-dns]', '169.254.20.10-169.254.20.10'];

const PORTS = /^((TCP|UDP|SCTP) \d+(-\d+)?(,|$))+$/;
const RANGE = /^\d+(\.\d+){3}-\d+(\.\d+){3}$/;
const WORKLOADS = ['Deployment', 'StatefulSet', 'DaemonSet', 'Job', 'CronJob', 'Pod'];

/** The examples that have a table. */
export function tables(): string[] {
  return fs.readdirSync(__dirname).filter(file => file.endsWith('.tsv')).map(file => path.basename(file, '.tsv'));
}

/** Fails without a table, for who calls whom is part of an example, and with the first row that says nothing. */
export function declaredFlows(topic: string, objects: readonly Manifest[]): Flow[] {
  if (!tables().includes(topic)) { throw new Error(`who calls whom in examples/${topic} is not written down; write ${topic}.tsv beside the other tables`); }
  const [, ...rows] = fs.readFileSync(path.join(__dirname, `${topic}.tsv`), 'utf8').trimEnd().split('\n').map(row => row.split('\t'));
  const workloads = workloadsOf(objects);
  return rows.flatMap(([from, to, on], i) => {
    if (!PORTS.test(on)) { throw new Error(`ports of ${from} to ${to} in ${topic}.tsv: got ${on}, expected the like of TCP 80,UDP 53`); }
    if (rows.findIndex(row => row[0] === from && row[1] === to) !== i) { throw new Error(`${topic}.tsv has two rows of ${from} to ${to}; join their ports`); }
    return (to === 'dns' ? DNS : [to]).map(end => ({ from: endOf(from, workloads), to: endOf(end, workloads), on }));
  });
}

/** Whatever runs pods. */
export function workloadsOf(objects: readonly Manifest[]): Manifest[] {
  return objects.filter(({ kind }) => WORKLOADS.includes(kind));
}

function endOf(text: string, workloads: readonly Manifest[]): End {
  if (RANGE.test(text)) { return { kind: 'addresses', range: text }; }
  const [, namespace, list] = /^([^/]+)\/\[(.+)\]$/.exec(text) ?? [];
  if (list) { return { kind: 'pods', namespace, labels: Object.fromEntries(list.split(',').map(label => label.split('='))) }; }
  const workload = workloads.find(({ metadata }) => `${metadata.namespace}/${metadata.name}` === text);
  if (!workload) { throw new Error(`no end of a flow: got ${text}, expected one of ${workloads.map(nameOf).join(', ')}, labels, addresses or dns`); }
  return { kind: 'workload', namespace: workload.metadata.namespace!, name: workload.metadata.name, of: workload.kind };
}

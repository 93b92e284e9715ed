import * as fs from 'fs';
import * as path from 'path';
import { App, Chart, Testing } from 'cdk8s';
import * as yaml from 'yaml';
import { HostPolicy } from '../../../src/host/host-policy';
import { NodeFirewall, NodeFirewallProps } from '../../../src/host/node-firewall';
import { NodeRole } from '../../../src/host/node-role';
import { apply, eventually, refusals } from '../apiserver/applied';
import { Cluster } from '../cluster/cluster';
import { NEWEST } from '../cluster/programs';
import type { Manifest } from '../examples';
import type { Report } from '../report';
import type { Tool } from '../tools';
import { goModule } from '../tools';

const TOOL = 'host-policies';
const MODULES = ['github.com/cilium/cilium', 'github.com/projectcalico/calico'];
const CILIUM = ['pkg', 'k8s', 'apis', 'cilium.io', 'client', 'crds', 'v2', 'ciliumclusterwidenetworkpolicies.yaml'];
const CALICO = ['globalnetworkpolicies', 'felixconfigurations', 'kubecontrollersconfigurations'].map(
  kind => ['libcalico-go', 'config', 'crd', `crd.projectcalico.org_${kind}.yaml`],
);
const PROPS: NodeFirewallProps = {
  role: NodeRole.CONTROL_PLANE,
  nodes: ['10.0.0.8/29', 'fd00::8/125'],
  ports: [{ port: 2379, from: ['10.0.0.8/29', 'fd00::8/125', '192.0.2.7/32'] }, { port: 2380, from: ['10.0.0.8/29'] }],
};

/** The modules that hold the definitions. */
export const DEFINITIONS: Tool = {
  name: TOOL,
  version: 'Cilium 1.20.2, Calico 3.28',
  async make() {
    const [cilium] = await Promise.all(MODULES.map(module => goModule(TOOL, module)));
    return cilium;
  },
};

/** The definitions that the projects themselves install, in a real API server, which judges our objects by them. */
export async function hostPoliciesAreTaken(report: Report): Promise<void> {
  report.step(`starting etcd and kube-apiserver ${NEWEST.tool.version} on loopback, with the definitions of Calico and Cilium`);
  const cluster = await Cluster.start(NEWEST);
  try {
    // Not as users apply: they name a format that the API server does not know, which it says and passes over.
    for (const definition of await definitions()) { await cluster.mustKubectl(['create', '-f', '-'], { input: yaml.stringify(definition) }); }
    for (const hostPolicy of [HostPolicy.CALICO, HostPolicy.CILIUM]) {
      const objects = made({ ...PROPS, hostPolicy, ...hostPolicy === HostPolicy.CALICO ? { nodePortClients: ['192.0.2.0/24'] } : {} });
      // Definitions are served a moment after they are taken.
      await eventually(async () => (await refusals(cluster, yaml.stringify(objects[0]))).filter(line => /no matches for kind/.test(line)));
      for (const object of objects) {
        await report.check(`${hostPolicy}: ${object.kind} keeps its schema`, () => apply(cluster, yaml.stringify(object)));
      }
      const last = objects.at(-1)!;
      const changed = JSON.stringify(last).replace('"ingress', '"ingres');
      report.planted(`${hostPolicy}: a field that is misspelt`, await refusals(cluster, changed), /ingres: field not declared in schema/);
      const typed = JSON.stringify(last).replace(/"(?:preDNAT|ingress)":(?:true|false)/, found => found.replace(/true|false/, '"yes"'));
      report.planted(`${hostPolicy}: a value of another type`, await refusals(cluster, typed), /expected boolean/);
    }
  } finally {
    await cluster.stop();
  }
}

/**
 * Calico keeps what is written in the group of its users, `projectcalico.org`, in another one with the same fields; only the definitions of
 * that one are published. So they are installed under the name of the first.
 */
async function definitions(): Promise<any[]> {
  const cilium = path.join(await goModule(TOOL, MODULES[0]), ...CILIUM);
  const calico = await goModule(TOOL, MODULES[1]);
  const read = (file: string) => yaml.parse(fs.readFileSync(file, 'utf8'));
  const renamed = CALICO.map(parts => read(path.join(calico, ...parts))).map(({ spec, ...rest }) => ({
    ...rest,
    metadata: { name: `${spec.names.plural}.projectcalico.org` },
    spec: { ...spec, group: 'projectcalico.org', versions: spec.versions.map((version: object) => ({ ...version, name: 'v3' })) },
  }));
  return [read(cilium), ...renamed];
}

function made(props: NodeFirewallProps): Manifest[] {
  const chart = new Chart(new App(), 'cluster');
  new NodeFirewall(chart, 'etcd', props);
  return Testing.synth(chart);
}

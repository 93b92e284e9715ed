"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.differences = differences;
exports.manifestsOf = manifestsOf;
const cluster_1 = require("./oracle/cluster");
const declared_flow_1 = require("./oracle/declared-flow");
const exactness_1 = require("./oracle/exactness");
const shop_1 = require("./shop");
const port_1 = require("../../src/kube/port");
const secure_namespace_1 = require("../../src/namespace/secure-namespace");
const external_1 = require("../../src/network/external");
const pods_1 = require("../../src/network/pods");
const hardened_deployment_1 = require("../../src/workload/hardened-deployment");
/** Where names are resolved in a cluster without particulars. */
const RESOLVERS = [
    { namespace: 'kube-system', labels: { 'k8s-app': 'kube-dns' } },
    { namespace: 'kube-system', labels: { 'k8s-app': 'node-local-dns' } },
    { cidr: '169.254.20.10/32' },
];
const dialsName = ({ from, to }) => typeof from === 'string' && from !== declared_flow_1.ANYWHERE && (typeof to === 'string' || 'labels' in to);
/** Every difference between what manifests allow and what flows say, as lines to read. Whoever dials a name may resolve it. */
function differences(manifests, namespaces, flows, resolvers = RESOLVERS) {
    const callers = [...new Set(flows.filter(dialsName).map(({ from }) => from))];
    const names = callers.flatMap(from => resolvers.flatMap(to => ['UDP', 'TCP'].map(protocol => ({ from, to, port: 53, protocol }))));
    // A pod that nobody declared, in each namespace that the app makes: the default deny holds it.
    const undeclared = namespaces.map(namespace => ({ namespace, labels: { app: 'undeclared' }, closed: true }));
    return (0, exactness_1.compare)(cluster_1.Cluster.of(manifests), [...flows, ...names], undeclared).map(exactness_1.showDifference);
}
/** Says a graph in the words of this library: by turns the caller says a flow, the callee, or both. */
function manifestsOf({ namespaces, workloads, flows }) {
    const chart = (0, shop_1.stockChart)();
    const scopes = new Map(namespaces.map(name => [name, new secure_namespace_1.SecureNamespace(chart, name)]));
    const made = new Map(workloads.map(({ namespace, name, ports }) => [`${namespace}/${name}`, (0, shop_1.workload)(scopes.get(namespace), name, {
            ports: ports.map(({ number, protocol }) => ({ number, protocol: port_1.PortProtocol[protocol], name: `${protocol.toLowerCase()}-${number}` })),
        })]));
    flows.forEach(({ from, to, port, endPort, protocol }, i) => {
        const [caller, callee] = [endOf(from, made), endOf(to, made)];
        const props = { port, endPort, protocol: port_1.PortProtocol[protocol] };
        const both = caller instanceof hardened_deployment_1.HardenedDeployment && callee instanceof hardened_deployment_1.HardenedDeployment;
        if (caller instanceof hardened_deployment_1.HardenedDeployment && !(both && i % 3 === 1)) {
            caller.connections.allowTo(callee, props);
        }
        if (callee instanceof hardened_deployment_1.HardenedDeployment && !(both && i % 3 === 0)) {
            callee.connections.allowFrom(caller, props);
        }
    });
    return chart.toJson();
}
function endOf(end, made) {
    if (end === declared_flow_1.ANYWHERE) {
        return external_1.KubeApi.webhookCaller();
    }
    if (typeof end === 'string') {
        return made.get(end);
    }
    return 'cidr' in end ? external_1.External.cidr(end.cidr, { except: [...end.except ?? []] }) : pods_1.Pods.inNamespace(end.namespace, end.labels);
}

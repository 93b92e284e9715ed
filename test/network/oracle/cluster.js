"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.Cluster = void 0;
const policies_1 = require("./policies");
const selector_1 = require("./selector");
const KINDS = ['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet', 'ReplicationController', 'Job'];
/** What decides who may connect to whom: namespaces, pods and NetworkPolicies. */
class Cluster {
    /** Reads manifests; those of other kinds say nothing about connections. */
    static of(manifests) {
        const cluster = new Cluster();
        manifests.forEach(manifest => cluster.read(manifest));
        return cluster;
    }
    namespaces = new Map();
    podList = [];
    policyList = [];
    constructor() { }
    get pods() {
        return this.podList;
    }
    get policies() {
        return this.policyList;
    }
    /** Labels of a namespace; only its name where nothing else is known of it. */
    namespaceLabels(name) {
        return this.namespaces.get(name) ?? { [selector_1.NAMESPACE_NAME]: name };
    }
    /** The pods of a workload, by `namespace/name`. */
    pod(id) {
        const found = this.podList.filter(pod => `${pod.namespace}/${pod.name}` === id);
        if (found.length !== 1) {
            throw new Error(`pods of ${id}: got ${found.length} workloads of that name, expected one`);
        }
        return found[0];
    }
    addNamespace(name, labels = {}) {
        this.namespaces.set(name, { ...readLabels(labels), [selector_1.NAMESPACE_NAME]: name });
    }
    /** Adds a pod that no manifest describes. */
    addPod(props) {
        return this.add({ labels: {}, ports: [], hostNetwork: false, name: `decoy-${this.podList.length}`, ...props, managed: false });
    }
    copy() {
        const copy = new Cluster();
        this.namespaces.forEach((labels, name) => copy.namespaces.set(name, labels));
        copy.podList.push(...this.podList);
        copy.policyList.push(...this.policyList);
        return copy;
    }
    add(pod) {
        this.podList.push(pod);
        return pod;
    }
    read(manifest) {
        const { kind, metadata, spec } = manifest;
        if (kind === 'List') {
            manifest.items.forEach((item) => this.read(item));
        }
        if (kind === 'Namespace') {
            this.addNamespace(metadata.name, metadata.labels);
        }
        if (kind === 'NetworkPolicy') {
            this.policyList.push((0, policies_1.readPolicy)(manifest));
        }
        if (kind === 'Pod') {
            this.readPods(metadata, manifest);
        }
        if (KINDS.includes(kind)) {
            this.readPods(metadata, spec.template);
        }
        if (kind === 'CronJob') {
            this.readPods(metadata, spec.jobTemplate.spec.template);
        }
    }
    readPods({ namespace = 'default', name }, { metadata, spec }) {
        const sidecars = (spec.initContainers ?? []).filter((container) => container.restartPolicy === 'Always');
        this.add({
            namespace,
            name,
            labels: readLabels(metadata?.labels ?? {}),
            ports: [...spec.containers ?? [], ...sidecars].flatMap((container) => container.ports ?? []).map(readPort),
            hostNetwork: spec.hostNetwork === true,
            managed: true,
        });
    }
}
exports.Cluster = Cluster;
function readPort({ name, containerPort, protocol = 'TCP' }) {
    return { name, number: containerPort, protocol };
}
function readLabels(labels) {
    for (const [key, value] of Object.entries(labels)) {
        if (typeof value !== 'string') {
            throw new Error(`label ${key}: got ${JSON.stringify(value)}, expected text`);
        }
    }
    return labels;
}

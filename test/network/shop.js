"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.DNS = exports.tcp = void 0;
exports.stockChart = stockChart;
exports.shop = shop;
exports.openShop = openShop;
exports.workload = workload;
exports.foreign = foreign;
exports.objectOf = objectOf;
exports.manifest = manifest;
exports.findings = findings;
exports.pods = pods;
exports.peer = peer;
const cdk8s_1 = require("cdk8s");
const secure_app_1 = require("../../src/app/secure-app");
const pod_security_level_1 = require("../../src/kube/pod-security-level");
const secure_namespace_1 = require("../../src/namespace/secure-namespace");
const hardened_deployment_1 = require("../../src/workload/hardened-deployment");
const health_1 = require("../../src/workload/health");
function stockChart(settings = {}, namespace) {
    const app = new cdk8s_1.App();
    secure_app_1.SecureApp.configure(app, settings);
    return new cdk8s_1.Chart(app, 'shop', { namespace, disableResourceNameHashes: true });
}
function shop(settings = {}, props = {}) {
    const chart = stockChart(settings);
    return { app: cdk8s_1.App.of(chart), chart, namespace: new secure_namespace_1.SecureNamespace(chart, 'shop', props) };
}
/** A shop whose namespace admits any pod, also one that another library made and nobody hardened. */
function openShop(settings = {}, props = {}) {
    const waivers = [{ rule: 'pod-security-restricted', reason: 'workloads of others run here' }];
    return shop(settings, { level: pod_security_level_1.PodSecurityLevel.PRIVILEGED, waivers, ...props });
}
/** A workload that listens on 8080, unless it is told otherwise. */
function workload(scope, id, props = {}) {
    return new hardened_deployment_1.HardenedDeployment(scope, id, {
        image: `registry.example.com/${id}:1.0`,
        ...('ports' in props ? {} : { port: 8080 }),
        health: health_1.Health.exec({ ready: ['/ready'], live: ['/live'] }),
        ...props,
    });
}
/** An object of another library. */
function foreign(scope, id, props) {
    return new cdk8s_1.ApiObject(scope, id, { ...props, metadata: { name: id, ...props.metadata } });
}
/** The object that a workload makes of a kind. */
function objectOf(chart, kind, name) {
    const found = chart.node.findAll().filter((each) => cdk8s_1.ApiObject.isApiObject(each) && each.kind === kind && each.name === name);
    if (found.length !== 1) {
        throw new Error(`objects that are ${kind} "${name}": got ${found.length}, expected one`);
    }
    return found[0];
}
/** What is written of one object. */
function manifest(chart, kind, name) {
    return chart.toJson().find(json => json.kind === kind && json.metadata.name === name);
}
/** The findings of an app, each as the line that cdk8s shows, without the place in the program that stands below it. */
function findings(chart) {
    try {
        chart.toJson();
        return [];
    }
    catch (error) {
        const [head, ...lines] = error.message.split('\n  [] ');
        if (head !== 'Validation failed with the following errors:') {
            throw error;
        }
        return lines.map(line => line.split('\n')[0]);
    }
}
/** The peer of a policy that is pods. */
function pods(namespace, labels) {
    return { namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': namespace } }, podSelector: { matchLabels: labels } };
}
/** The peer of a policy that is a workload of the shop. */
function peer(name, namespace = 'shop') {
    return pods(namespace, { 'app.kubernetes.io/instance': name });
}
const tcp = (port) => ({ port, protocol: 'TCP' });
exports.tcp = tcp;
/** The rule that lets a workload resolve names in a cluster without particulars. */
exports.DNS = {
    to: [
        pods('kube-system', { 'k8s-app': 'kube-dns' }),
        pods('kube-system', { 'k8s-app': 'node-local-dns' }),
        { ipBlock: { cidr: '169.254.20.10/32' } },
    ],
    ports: [{ port: 53, protocol: 'UDP' }, { port: 53, protocol: 'TCP' }],
};

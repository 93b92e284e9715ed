'use strict';
// One measurement in a process of its own: node measure.js <hardened|mesh|stock|plus> <workloads> <charts>. Prints one line of JSON.
const fs = require('fs');
const os = require('os');
const path = require('path');
const { App, ApiObject, Chart } = require('cdk8s');

const [mode, workloads, charts] = [process.argv[2], Number(process.argv[3]), Number(process.argv[4])];
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'cdk8s-hardened-bench-'));
// Deeper, since what is written beside the manifests, such as the report, counts too.
const outdir = path.join(folder, 'dist');
const program = require(`./programs/${mode}.js`);
const prepared = program.prepare({ workloads, charts });

global.gc?.();
const start = process.cpuUsage();
const app = program.construct({ prepared, workloads, charts, outdir, cdk8s: { App, ApiObject, Chart } });
const constructed = process.cpuUsage(start);
app.synth();
const total = process.cpuUsage(start);

const seconds = usage => (usage.user + usage.system) / 1e6;
const files = fs.readdirSync(outdir).filter(file => file.endsWith('.yaml'));
const bytes = files.reduce((sum, file) => sum + fs.statSync(path.join(outdir, file)).size, 0);
const objects = app.node.findAll().filter(construct => ApiObject.isApiObject(construct)).length;
fs.rmSync(folder, { recursive: true });
console.log(JSON.stringify({
  construct: seconds(constructed), total: seconds(total), peakMb: process.resourceUsage().maxRSS / 1024, files: files.length, mb: bytes / 1e6, objects,
}));

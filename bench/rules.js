'use strict';
// node bench/rules.js FILE...: CPU time of all rules over the objects of files, as a synthesis has them: read, and not yet written. Prints JSON.
const fs = require('fs');
const path = require('path');
const yaml = require('js-yaml');
const lib = path.join(__dirname, '..', 'lib', 'policy');

const objects = process.argv.slice(2).flatMap(file => yaml.loadAll(fs.readFileSync(file, 'utf8'))).filter(Boolean);
const start = process.cpuUsage();
const { RuleJudge } = require(path.join(lib, 'rule-judge.js'));
const { SetJudge } = require(path.join(lib, 'set-judge.js'));
const [rules, sets] = [RuleJudge.for(36), new SetJudge(36)];
let found = 0;
for (const object of objects) {
  found += rules.judge(object).length;
  sets.see(object);
}
found += sets.conclude().length;
const { user, system } = process.cpuUsage(start);
console.log(JSON.stringify({ seconds: (user + system) / 1e6, objects: objects.length, found }));

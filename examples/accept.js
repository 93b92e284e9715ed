'use strict';
// node examples/accept.js [topic…]: writes expected.yaml of the examples anew, from the library as it is now. For maintainers, who then read
// the difference: it is what the users of the library will find in their manifests. No test and no build calls it.
const fs = require('fs');
const path = require('path');
const { compile, manifestsOf, topics } = require('./program');

function accept(asked) {
  const unknown = asked.filter(topic => !topics().includes(topic));
  if (unknown.length > 0) { throw new Error(`no such example: got ${unknown.join(', ')}, expected ${topics().join(', ')}`); }
  compile();
  for (const topic of asked.length > 0 ? asked : topics()) {
    const file = path.join(__dirname, topic, 'expected.yaml');
    const before = fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : undefined;
    const now = manifestsOf(topic);
    fs.writeFileSync(file, now);
    console.log(`${topic}: ${before === undefined ? 'new' : before === now ? 'unchanged' : 'changed, read the difference'}`);
  }
}

try {
  accept(process.argv.slice(2));
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}

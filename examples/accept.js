'use strict';
// node examples/accept.js [topic…]: writes expected.yaml, and expected.nodes.yaml, of the examples anew, from the library as it is now. For maintainers, who then read
// the difference: it is what the users of the library will find in their manifests. No test and no build calls it.
const fs = require('fs');
const path = require('path');
const { compile, outputOf, topics } = require('./program');

function accept(asked) {
  const unknown = asked.filter(topic => !topics().includes(topic));
  if (unknown.length > 0) { throw new Error(`no such example: got ${unknown.join(', ')}, expected ${topics().join(', ')}`); }
  compile();
  for (const topic of asked.length > 0 ? asked : topics()) {
    const { manifests, nodes } = outputOf(topic);
    console.log(`${topic}: ${write(path.join(__dirname, topic, 'expected.yaml'), manifests)}`);
    const file = path.join(__dirname, topic, 'expected.nodes.yaml');
    if (nodes === undefined) {
      fs.rmSync(file, { force: true });
    } else {
      console.log(`${topic}, files for nodes: ${write(file, nodes)}`);
    }
  }
}

/** Writes a file anew, and says what became of it. */
function write(file, now) {
  const before = fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : undefined;
  fs.writeFileSync(file, now);
  return before === undefined ? 'new' : before === now ? 'unchanged' : 'changed, read the difference';
}

try {
  accept(process.argv.slice(2));
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}

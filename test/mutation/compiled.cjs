'use strict';
const fs = require('fs');
const path = require('path');

const ROOT = path.join(__dirname, '..', '..');

// Each file is compiled once, before the first run; it keeps its name, by which tests find what stands beside them.
require.extensions['.ts'] = (module, file) => {
  const compiled = path.join(ROOT, 'compiled', path.relative(ROOT, file).replace(/\.ts$/, '.js'));
  module._compile(fs.readFileSync(compiled, 'utf8'), file);
};

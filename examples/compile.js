'use strict';
// node examples/compile.js: compiles the library where it was changed since the last time, for whoever loads it by its name.
const { compile, isCompiled } = require('./program');

try {
  if (!isCompiled()) { compile(); }
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}

'use strict';
// Milliseconds that this library takes to load once cdk8s and constructs are there.
require('cdk8s');
const start = performance.now();
require('..');
const after = performance.now();
console.log(JSON.stringify({ ms: after - start, plusLoaded: Object.keys(require.cache).some(file => file.includes('cdk8s-plus-28')) }));

#!/usr/bin/env node
'use strict';

const { existsSync } = require('node:fs');
const { enableCompileCache } = require('node:module');
const path = require('node:path');
const { load } = require('./compiled.js');

const program = path.join(__dirname, '../dist/rectify.js');

if (existsSync(program)) {
  // From Node 22 on: packages that are not in the program are compiled once, too.
  enableCompileCache?.();
  // Only what was loaded by `require` is traced back to the sources (`node --enable-source-maps`).
  const { main } = process.sourceMapsEnabled ? require(program) : load(program).exports;
  main();
} else {
  process.stderr.write('程序尚未构建，请先运行 npm run build。\nNot built yet: run npm run build first.\n');
  process.exitCode = 1;
}

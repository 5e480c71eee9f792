#!/usr/bin/env node
'use strict';

const { existsSync } = require('node:fs');
const { enableCompileCache } = require('node:module');
const path = require('node:path');

const program = path.join(__dirname, '../dist/rectify.js');

if (existsSync(program)) {
  // From Node 22 on: the second start is quicker.
  enableCompileCache?.();
  require(program).main();
} else {
  process.stderr.write('程序尚未构建，请先运行 npm run build。\nNot built yet: run npm run build first.\n');
  process.exitCode = 1;
}

/**
 * Keeps the code that V8 makes of a program of one file (`bin/compiled.js`), with all that verbs of the CLI call on
 * their way: `node scripts/bundle/compile.cjs PROGRAM [VERB ...]`.
 */
const { rmSync, writeFileSync } = require('node:fs');
const { codeFile, load } = require('../../bin/compiled.js');

const nothing = () => undefined;
const silent = { out: nothing, err: nothing, colour: false, interactive: false, environment: {} };

const compile = async (program, verbs) => {
  rmSync(codeFile(program), { force: true });
  const { exports, script } = load(program);
  for (const verb of verbs)
    if ((await exports.run([verb, '--help'], silent)) !== 0) throw new Error(`no help for ${verb}`);
  writeFileSync(codeFile(program), script.createCachedData());
};

const [program, ...verbs] = process.argv.slice(2);
void compile(program, verbs);

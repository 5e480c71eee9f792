/** Keeps the code that V8 makes of the CLI, with all that the verbs of every day call on their way (`bin/compiled.js`). */
const { rmSync, writeFileSync } = require('node:fs');
const { codeFile, load } = require('../../bin/compiled.js');

/** The others load what these do, and more that is compiled when they are called: all of it would cost each start. */
const VERBS = ['list', 'show', 'inbox', 'approve'];

const nothing = () => undefined;
const silent = { out: nothing, err: nothing, colour: false, interactive: false, environment: {} };

const compile = async (program) => {
  rmSync(codeFile(program), { force: true });
  const { exports, script } = load(program);
  for (const verb of VERBS)
    if ((await exports.run([verb, '--help'], silent)) !== 0) throw new Error(`no help for ${verb}`);
  writeFileSync(codeFile(program), script.createCachedData());
};

void compile(process.argv[2]);

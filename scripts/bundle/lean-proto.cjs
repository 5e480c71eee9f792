const { readdirSync, readFileSync } = require('node:fs');
const { readFile } = require('node:fs/promises');
const path = require('node:path');
const { Root } = require('protobufjs/light');

/** Namespaces that no client of a server speaks: the SDK's core, the control plane of Temporal Cloud, HTTP gateways. */
const UNSPOKEN = [
  ['coresdk'],
  ['temporal', 'api', 'cloud'],
  ['grpc', 'gateway'],
  ['google', 'api'],
  ['nexusannotations'],
];

const without = (namespaces, [name, ...inner]) => {
  const { [name]: found, ...others } = namespaces;
  if (found === undefined) throw new Error(`@temporalio/proto has no ${name} any more`);
  if (inner.length === 0) return others;
  return { ...others, [name]: { ...found, nested: without(found.nested, inner) } };
};

/** Notes for gateways and for documentation: options with a name of their own, and the same once more as a list. */
const isNote = (key, value) => key.startsWith('(') || (key === 'parsedOptions' && Array.isArray(value));

const SERVICE = ['temporal', 'api', 'workflowservice', 'v1'];

/** What our own code asks of the server beside what it asks through the client library. */
const ASKED_BY_US = [
  'describeNamespace',
  'registerNamespace',
  'updateNamespace',
  'describeTaskQueue',
  'getWorkflowExecutionHistoryReverse',
];

/** The procedures of the WorkflowService that a text calls, by the names they have in JavaScript. */
const calledIn = (text) => [...text.matchAll(/\bworkflowService\.(\w+)/g)].map(([, name]) => name);

/** Those that the client library can call. */
const calledByClient = () => {
  const folder = path.dirname(require.resolve('@temporalio/client'));
  const files = readdirSync(folder).filter((name) => name.endsWith('.js'));
  return files.flatMap((name) => calledIn(readFileSync(path.join(folder, name), 'utf8')));
};

const inner = (namespace, names) => names.reduce(({ nested }, name) => nested[name], namespace);
const nameInJs = (rpc) => rpc[0].toLowerCase() + rpc.slice(1);

/** The names of all messages that fields of messages hold. */
const heldIn = (types) =>
  new Set([...JSON.stringify(types).matchAll(/"type":"(?:[^"]*\.)?([^".]+)"/g)].map(([, name]) => name));

/** Drops procedures of the WorkflowService that are not called, and what they alone are asked and answer. */
const dropUncalled = (types, called) => {
  const { nested } = inner({ nested: types }, SERVICE);
  const held = heldIn(types);
  const { methods } = nested.WorkflowService;
  for (const [rpc, { requestType, responseType }] of Object.entries(methods)) {
    if (called.includes(nameInJs(rpc))) continue;
    delete methods[rpc];
    for (const message of [requestType, responseType]) if (!held.has(message)) delete nested[message];
  }
};

/**
 * The types of @temporalio/proto (JSON of protobufjs) that a client needs, without the notes on them.
 * Throws where one that is left names one that is not.
 */
const leanTypes = (json) => {
  const all = JSON.parse(json, (key, value) => (isNote(key, value) ? undefined : value));
  const types = UNSPOKEN.reduce(without, all);
  dropUncalled(types, [...calledByClient(), ...ASKED_BY_US]);
  Root.fromJSON({ nested: structuredClone(types) }).resolveAll();
  return types;
};

/** Where in the source of a module the description of all types begins and ends. */
const placeIn = (source) => {
  const before = '.addJSON(';
  return [source.indexOf(before) + before.length, source.lastIndexOf(')')];
};

/** Throws where the source looks otherwise. */
const leanModule = (source) => {
  const [from, to] = placeIn(source);
  const types = JSON.stringify(leanTypes(source.slice(from, to)));
  return `${source.slice(0, from)}JSON.parse(${JSON.stringify(types)})${source.slice(to)}`;
};

/**
 * A plugin of esbuild. The description of all messages is 1.4 MB of JavaScript, from which an object is made for every
 * message and field at each start: half of them were for messages that the CLI never sends.
 */
const leanProto = {
  name: 'lean-proto',
  setup({ onLoad }) {
    onLoad({ filter: /@temporalio[\\/]proto[\\/]protos[\\/]json-module\.js$/ }, async ({ path: file }) => ({
      contents: leanModule(await readFile(file, 'utf8')),
    }));
  },
};

module.exports = { calledIn, leanModule, leanProto, leanTypes, placeIn };

const { readFile } = require('node:fs/promises');

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

/** The types of @temporalio/proto (JSON of protobufjs) that a client needs, without the notes on them. */
const leanTypes = (json) => {
  const types = JSON.parse(json, (key, value) => (isNote(key, value) ? undefined : value));
  return UNSPOKEN.reduce(without, types);
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
 * message and field at each start: half of that was for messages which a client never sends.
 */
const leanProto = {
  name: 'lean-proto',
  setup({ onLoad }) {
    onLoad({ filter: /@temporalio[\\/]proto[\\/]protos[\\/]json-module\.js$/ }, async ({ path }) => ({
      contents: leanModule(await readFile(path, 'utf8')),
    }));
  },
};

module.exports = { leanModule, leanProto, leanTypes, placeIn };

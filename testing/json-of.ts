import { z } from 'zod';
import { VALUES_OF } from '../client/cli/json/of-verb';
import type { ValueName } from '../client/cli/json/values';
import { docText } from './repository';

type Schema = Parameters<typeof z.fromJSONSchema>[0];

/** The same schema without room for fields that it does not name. */
const closed = (schema: unknown): unknown => {
  if (Array.isArray(schema)) return schema.map(closed);
  if (typeof schema !== 'object' || schema === null) return schema;
  const inner = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, closed(value)]));
  return 'properties' in inner ? { additionalProperties: false, ...inner } : inner;
};

const known = new Map<ValueName, z.ZodType>();

const schemaOf = (name: ValueName): z.ZodType => {
  const found = known.get(name);
  if (found) return found;
  const schema = z.fromJSONSchema(closed(JSON.parse(docText(`json/${name}.schema.json`))) as Schema);
  known.set(name, schema);
  return schema;
};

type Verb = keyof typeof VALUES_OF;

const verbIn = (args: readonly string[]): Verb => {
  const verb = args.find((arg): arg is Verb => arg in VALUES_OF);
  if (verb === undefined) throw new Error(`no verb in ${args.join(' ')}`);
  return verb;
};

/**
 * The value that the program has printed for a command line with `--json`.
 * @throws Error where it is not, to the last field, what docs/json says of the verb
 */
export const jsonOf = (args: readonly string[], text: string): unknown => {
  const value: unknown = JSON.parse(text);
  const failed = typeof value === 'object' && value !== null && 'error' in value;
  const names: readonly ValueName[] = failed ? ['error'] : VALUES_OF[verbIn(args)];
  const faults = names.map((name) => {
    const { error } = schemaOf(name).safeParse(value);
    return error && `docs/json/${name}.schema.json: ${z.prettifyError(error)}`;
  });
  if (!faults.includes(undefined)) throw new Error(`${faults.join('\n')}\nis said of ${text}`);
  return value;
};

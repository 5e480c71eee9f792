import { VALUES_OF } from '../../client/cli/json/of-verb';
import { schemasOf } from './schemas';

const fileOf = (value: string): string => `${value}.schema.json`;

const link = (value: string): string => `[${value}](${fileOf(value)})`;

const rows = (): string[] =>
  Object.entries(VALUES_OF).flatMap(([verb, values]: [string, readonly string[]]) =>
    values.length === 0 ? [] : [`| \`${verb}\` | ${values.map(link).join(', ')} |`],
  );

/** Which schema is that of which verb. */
const indexText = (): string =>
  [
    '# What `--json` prints',
    '',
    'Schemas (JSON Schema 2020-12) of the values that the verbs of `rectify` print with `--json`, generated from the types in the code',
    'by `npm run json`. They are open: later versions may add fields, so programs should ignore fields they do not know. A verb that fails prints',
    `${link('error')} instead. The values are explained in [cli.md](../cli.md#json).`,
    '',
    '| verb | value |',
    '| --- | --- |',
    ...rows(),
    '',
  ].join('\n');

/** Everything in `docs/json`, by the name of the file. */
export const filesOf = (root: string): Map<string, string> => {
  const schemas = [...schemasOf(root)].map(([name, schema]): [string, string] => [
    fileOf(name),
    `${JSON.stringify(schema, null, 2)}\n`,
  ]);
  return new Map([...schemas, ['README.md', indexText()]]);
};

import * as ts from 'typescript';
import { type Schema, SchemaMaker } from './schema-of';

const DIALECT = 'https://json-schema.org/draft/2020-12/schema';

const optionsOf = (root: string): ts.CompilerOptions => {
  const file = `${root}/tsconfig.json`;
  const { options } = ts.parseJsonConfigFileContent(
    ts.readConfigFile(file, (path) => ts.sys.readFile(path)).config,
    ts.sys,
    root,
  );
  return { ...options, types: ['node'] };
};

/** The members of the interface `Values`, with the checker that knows their types. */
const valuesIn = (root: string) => {
  const file = `${root}/client/cli/json/values.ts`;
  const program = ts.createProgram([file], optionsOf(root));
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(file);
  const declared = source?.statements
    .filter(ts.isInterfaceDeclaration)
    .find(({ name }) => name.text === 'Values');
  if (!declared) throw new Error(`${file} has no interface Values`);
  return { checker, members: checker.getPropertiesOfType(checker.getTypeAtLocation(declared)) };
};

/**
 * The schema of every value that the command line prints with `--json`, by its name: JSON Schema 2020-12, open to
 * fields that later versions add.
 */
export const schemasOf = (root: string): Map<string, object> => {
  const { checker, members } = valuesIn(root);
  return new Map(
    members.map((member) => {
      const maker = new SchemaMaker(checker);
      const description = ts.displayPartsToString(member.getDocumentationComment(checker));
      const schema: Schema = maker.of(checker.getTypeOfSymbol(member));
      const $defs = Object.fromEntries(
        Object.entries(maker.definitions).sort(([a], [b]) => (a < b ? -1 : 1)),
      );
      return [
        member.name,
        {
          $schema: DIALECT,
          title: `rectify: ${member.name}`,
          ...(description !== '' && { description }),
          ...schema,
          ...(Object.keys($defs).length > 0 && { $defs }),
        },
      ];
    }),
  );
};

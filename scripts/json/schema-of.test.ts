import * as ts from 'typescript';
import { inRepository } from '../../testing/repository';
import { SchemaMaker } from './schema-of';

/** The schema of a type, with its definitions; `before` declares what it speaks of. */
const schemaOf = (type: string, before = '') => {
  const text = `${before} export interface Values { it: ${type} }`;
  const file = inRepository('it.ts');
  const options: ts.CompilerOptions = {
    strict: true,
    exactOptionalPropertyTypes: true,
    lib: ['lib.es2022.d.ts'],
  };
  const host = ts.createCompilerHost(options);
  const read = host.getSourceFile.bind(host);
  const given = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true);
  host.getSourceFile = (name, ...more) => (name === file ? given : read(name, ...more));
  const program = ts.createProgram([file], { ...options, types: [] }, host);
  const checker = program.getTypeChecker();
  const [declared] = given.statements.filter(ts.isInterfaceDeclaration);
  const [it] = declared ? checker.getPropertiesOfType(checker.getTypeAtLocation(declared)) : [];
  if (!it) throw new Error('there is no type');
  const maker = new SchemaMaker(checker);
  return { ...maker.of(checker.getTypeOfSymbol(it)), $defs: maker.definitions };
};

const BRAND = 'declare const mark: unique symbol; type $brand<T> = { [mark]: T };';

describe('the schema of a type', () => {
  it('has its fields in their order by name, with comments, and knows which may be absent', () => {
    const { $defs, ...schema } = schemaOf('Pick<{ b: string;\n /** Why. */ a?: number }, "a" | "b">');
    expect(schema).toEqual({
      type: 'object',
      properties: { a: { description: 'Why.', type: 'number' }, b: { type: 'string' } },
      required: ['b'],
    });
    expect($defs).toEqual({});
  });

  it('leaves out what JSON does: a field without a value, and one that may have none', () => {
    expect(schemaOf('{ a: undefined; b: boolean | undefined }')).toMatchObject({
      properties: { b: { type: 'boolean' } },
    });
    expect(schemaOf('{ b: string | undefined }')).not.toHaveProperty('required');
  });

  it.each([
    ['"b" | "a" | null', { anyOf: [{ enum: ['a', 'b'] }, { type: 'null' }] }],
    ['readonly (1 | 2)[]', { type: 'array', items: { enum: [1, 2] } }],
    ['true', { const: true }],
    ['Record<string, number>', { type: 'object', properties: {}, additionalProperties: { type: 'number' } }],
    ['Record<"a", unknown>', { type: 'object', properties: { a: {} }, required: ['a'] }],
    ['`x-${string}`', { type: 'string' }],
  ])('of %s', (type, schema) => {
    expect(schemaOf(type)).toEqual({ ...schema, $defs: {} });
  });

  it('defines what has a name once, though it hold itself', () => {
    const { $defs, ...schema } = schemaOf('Tree[]', 'type Tree = { under: Tree[] };');
    expect(schema).toEqual({ type: 'array', items: { $ref: '#/$defs/Tree' } });
    expect($defs.Tree?.properties).toEqual({ under: { type: 'array', items: { $ref: '#/$defs/Tree' } } });
  });

  it('names the texts that have a brand, and says which are dates', () => {
    const { $defs, items } = schemaOf(`(string & $brand<'CivilDate'>)[]`, BRAND);
    expect(items).toEqual({ $ref: '#/$defs/CivilDate' });
    expect($defs).toEqual({ CivilDate: { type: 'string', format: 'date' } });
  });

  it.each(['() => void', 'any', 'Map<string, string>', 'Date', 'bigint', '[string, number]'])(
    'is refused of %s, which JSON does not write field by field',
    (type) => {
      expect(() => schemaOf(type)).toThrow('no JSON value');
    },
  );

  it('is refused where two types have one name', () => {
    const modules = 'namespace A { export type X = { a: 1 } } namespace B { export type X = { b: 1 } }';
    expect(() => schemaOf('{ a: A.X; b: B.X }', modules)).toThrow('two types are called X');
  });
});

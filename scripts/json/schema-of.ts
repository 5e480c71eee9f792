import * as ts from 'typescript';

/** A schema of JSON Schema 2020-12, as far as types need it. */
export type Schema = {
  $ref?: string;
  description?: string;
  type?: string;
  format?: string;
  const?: string | number | boolean;
  enum?: (string | number)[];
  anyOf?: Schema[];
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: Schema;
};

/** Brands of which more is known than that they are texts or numbers. */
const BRANDS: Partial<Record<string, Schema>> = {
  CivilDate: { type: 'string', format: 'date' },
  IsoInstant: { type: 'string', format: 'date-time' },
  Instant: { type: 'integer', description: 'Milliseconds since 1970-01-01T00:00:00Z.' },
};

const byText = (a: unknown, b: unknown): number => {
  const [one, other] = [JSON.stringify(a), JSON.stringify(b)];
  return one < other ? -1 : one > other ? 1 : 0;
};

const sortedByName = (symbols: readonly ts.Symbol[]): ts.Symbol[] =>
  [...symbols].sort((a, b) => byText(a.name, b.name));

/** True for objects that are written down in JSON member by member. */
const isOpenObject = (type: ts.Type): boolean =>
  (type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)) !== 0;

/**
 * Makes schemas of types, as `JSON.stringify` writes their values. Alternatives and fields are in the order of
 * their texts, since the compiler's may depend on files that have nothing to do with them. Objects with a name, and
 * brands, are in `definitions`.
 */
export class SchemaMaker {
  readonly definitions: Record<string, Schema> = {};
  readonly #defined = new Map<string, ts.Type>();

  constructor(private readonly checker: ts.TypeChecker) {}

  /** @throws Error for a type that no JSON value has: functions, symbols, `any` */
  of(type: ts.Type): Schema {
    const { flags } = type;
    if (flags & ts.TypeFlags.Unknown) return {};
    if (flags & ts.TypeFlags.Null) return { type: 'null' };
    if (type.isStringLiteral() || type.isNumberLiteral()) return { const: type.value };
    if (flags & ts.TypeFlags.BooleanLiteral) return { const: this.checker.typeToString(type) === 'true' };
    if (flags & ts.TypeFlags.Boolean) return { type: 'boolean' };
    if (flags & (ts.TypeFlags.String | ts.TypeFlags.TemplateLiteral)) return { type: 'string' };
    if (flags & ts.TypeFlags.Number) return { type: 'number' };
    if (type.isUnion()) return this.#union(type);
    const brand = this.#brandOf(type);
    if (brand !== undefined) return brand;
    if (this.checker.isArrayType(type)) return this.#array(type);
    if (isOpenObject(type) && type.getCallSignatures().length === 0) return this.#named(type);
    throw new Error(`no JSON value has the type ${this.checker.typeToString(type)}`);
  }

  #define(name: string, schema: Schema): Schema {
    this.definitions[name] = schema;
    return { $ref: `#/$defs/${name}` };
  }

  /** A text or number with a name of its own: `string & $brand<'ItemId'>`. */
  #brandOf(type: ts.Type): Schema | undefined {
    if (!type.isIntersection()) return undefined;
    const bare = type.types.find(({ flags }) => flags & (ts.TypeFlags.String | ts.TypeFlags.Number));
    if (!bare) return undefined;
    const written = this.checker.typeToString(type, undefined, ts.TypeFormatFlags.InTypeAlias);
    const name = /\$brand<"(\w+)">/.exec(written)?.[1];
    return name === undefined ? this.of(bare) : this.#define(name, BRANDS[name] ?? this.of(bare));
  }

  #array(type: ts.Type): Schema {
    const [element] = this.checker.getTypeArguments(type as ts.TypeReference);
    return { type: 'array', ...(element && { items: this.of(element) }) };
  }

  #union({ types }: ts.UnionType): Schema {
    const written = types.filter(({ flags }) => !(flags & ts.TypeFlags.Undefined));
    const schemas = written.map((type) => this.of(type));
    const literals = schemas.flatMap((schema) => (schema.const === undefined ? [] : [schema.const]));
    const others = schemas.filter((schema) => schema.const === undefined);
    const all = [...this.#literals(literals), ...others].sort(byText);
    return all.length === 1 && all[0] ? all[0] : { anyOf: all };
  }

  #literals(values: (string | number | boolean)[]): Schema[] {
    const truths = values.filter((value) => typeof value === 'boolean');
    const names = values.filter((value) => typeof value !== 'boolean').sort(byText);
    return [
      ...(truths.length === 2 ? [{ type: 'boolean' }] : truths.map((value) => ({ const: value }))),
      ...(names.length > 1 ? [{ enum: names }] : names.map((value) => ({ const: value }))),
    ];
  }

  /** An object that has a name is defined once under it; others are written where they are used. */
  #named(type: ts.Type): Schema {
    const { aliasSymbol: alias, aliasTypeArguments: filled } = type;
    if (!alias || filled) return this.#object(type);
    const known = this.#defined.get(alias.name);
    if (known && known !== type) throw new Error(`two types are called ${alias.name}`);
    if (known) return { $ref: `#/$defs/${alias.name}` };
    this.#defined.set(alias.name, type);
    return this.#define(alias.name, this.#object(type));
  }

  #object(type: ts.Type): Schema {
    const properties: Record<string, Schema> = {};
    const required: string[] = [];
    for (const property of sortedByName(this.checker.getPropertiesOfType(type))) {
      const value = this.checker.getTypeOfSymbol(property);
      if (value.flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Never)) continue;
      const description = ts.displayPartsToString(property.getDocumentationComment(this.checker));
      properties[property.name] = { ...(description !== '' && { description }), ...this.of(value) };
      const isLeftOut = property.flags & ts.SymbolFlags.Optional || this.#mayBeUndefined(value);
      if (!isLeftOut) required.push(property.name);
    }
    const index = this.checker.getIndexTypeOfType(type, ts.IndexKind.String);
    return {
      type: 'object',
      properties,
      ...(required.length > 0 && { required }),
      ...(index && { additionalProperties: this.of(index) }),
    };
  }

  #mayBeUndefined(type: ts.Type): boolean {
    return type.isUnion() && type.types.some(({ flags }) => flags & ts.TypeFlags.Undefined);
  }
}

import { createContext, Script } from 'node:vm';
import { injectGlobals } from '@temporalio/worker/lib/workflow/vm-shared';
import { workflowBundle } from '../support/bundle';

type Module = { exports: Record<string, unknown> };
type Bundle = { preloadModules: () => void; importWorkflows: () => object };

/** What a worker loads before its first workflow, by the module's path. */
const modules = new Map<string, Module>();
let bundle: Bundle;
beforeAll(async () => {
  const context = createContext({});
  injectGlobals(context);
  const __webpack_module_cache__ = new Proxy(
    {},
    {
      get: (_, id: string) => modules.get(id),
      set: (_, id: string, module: Module) => modules.set(id, module) === modules,
    },
  );
  Object.assign(context, { __webpack_module_cache__ });
  const { code } = await workflowBundle();
  new Script(code).runInContext(context);
  bundle = new Script('__TEMPORAL__').runInContext(context) as Bundle;
  bundle.preloadModules();
});

const ours = () => [...modules].filter(([id]) => /^\.\/(?:base|domain|workflows)\/.*\.ts$/.test(id));

/** Schemas of zod remember what they have worked out from themselves, and nothing else. */
const isSchema = (value: object): boolean => '_zod' in value;
const isRegExp = (value: object): value is RegExp =>
  Object.prototype.toString.call(value) === '[object RegExp]';

/** Paths to what could still be changed in a value. */
const changeable = (value: unknown, path: string, seen = new Set<unknown>()): string[] => {
  if (typeof value !== 'object' || value === null || seen.has(value) || isSchema(value)) return [];
  seen.add(value);
  if (isRegExp(value)) return value.global || value.sticky ? [path] : [];
  const parts = Object.entries(Object.getOwnPropertyDescriptors(value));
  return [
    ...(Object.isFrozen(value) && !/Map|Set|Date/.test(Object.prototype.toString.call(value)) ? [] : [path]),
    ...parts.flatMap(([name, { value: part }]) => changeable(part as unknown, `${path}.${name}`, seen)),
  ];
};

test('a worker loads all modules before its first workflow, and none for a workflow', () => {
  const before = modules.size;
  expect(ours().length).toBeGreaterThan(100);
  expect(Object.keys(bundle.importWorkflows())).toContain('rectificationItem');
  expect(modules.size).toBe(before);
});

test('nothing that a shared module exports can be changed', () => {
  const found = ours().flatMap(([id, { exports }]) => [
    ...(Object.isFrozen(exports) ? [] : [id]),
    ...Object.entries(exports).flatMap(([name, value]) => changeable(value, `${id}: ${name}`)),
  ]);
  expect(found).toEqual([]);
});

test.each([
  ['a map', { a: new Map() }, ['it.a']],
  ['a list in a frozen object', Object.freeze({ a: [1] }), ['it.a']],
  ['a RegExp that remembers', Object.freeze({ a: /a/g }), ['it.a']],
  ['an object', {}, ['it']],
  ['a date', Object.freeze([new Date(0)]), ['it.0']],
])('%s counts as changeable', (_, value, paths) => {
  expect(changeable(value, 'it')).toEqual(expect.arrayContaining(paths));
});

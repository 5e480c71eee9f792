const { ROOMS } = require('./scripts/rooms.cjs');

const TESTS = '\\.test\\.ts$';
const NAMES = Object.keys(ROOMS);

/** Files of a room that are in no room within it. */
const inRoom = (room) => ({
  path: `^${room}/`,
  pathNot: [TESTS, ...NAMES.filter((other) => other.startsWith(`${room}/`)).map((other) => `^${other}/`)],
});

/** All of the project but the room itself and what it may see; `testing/` and `tests/` are never seen. */
const wall = (room) => {
  const seen = [room, ...ROOMS[room].sees];
  const within = (open) =>
    NAMES.filter((other) => other.startsWith(`${open}/`) && !seen.includes(other)).map(
      (other) => `${other.slice(open.length + 1)}/`,
    );
  const open = seen.map((name) => {
    const closed = within(name);
    return closed.length === 0 ? `^${name}/` : `^${name}/(?!${closed.join('|')})`;
  });
  return {
    name: `${room} may not see that`,
    severity: 'error',
    from: inRoom(room),
    to: {
      path: '^[^/]+/',
      pathNot: [...open, '^node_modules/', '^package\\.json$'],
      dependencyTypesNot: ['core', 'npm', 'npm-dev'],
    },
  };
};

const pure = (room) => ({
  name: `${room} is pure: no Node modules`,
  severity: 'error',
  from: inRoom(room),
  to: { dependencyTypes: ['core'] },
});

const withoutTemporal = (room) => ({
  name: `${room} knows nothing of Temporal`,
  severity: 'error',
  from: inRoom(room),
  to: { path: '^node_modules/@temporalio/' },
});

/** Which room may import which, and no circles: types and `import()` count. Run by `npm run lint`. */
module.exports = {
  forbidden: [
    {
      name: 'no circles',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    ...NAMES.map(wall),
    ...NAMES.filter((room) => ROOMS[room].pure).map(pure),
    ...NAMES.filter((room) => !ROOMS[room].temporal).map(withoutTemporal),
  ],
  options: {
    doNotFollow: { path: ['node_modules'] },
    exclude: { path: '^dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.js', '.mjs', '.cjs', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};

/**
 * The rooms of the house, which of the others each may see, and what holds in it (docs/architecture.md). A path with a
 * slash is a room within a room. eslint, dependency-cruiser and jest read this table; tests/docs/rooms.test.ts holds
 * the folders to it.
 */
const ROOMS = {
  base: { sees: [], pure: true },
  domain: { sees: ['base'], pure: true },
  mail: { sees: ['domain', 'base'], pure: true },
  documents: { sees: ['domain', 'base'], pure: true },
  'documents/files': { sees: ['documents', 'domain', 'base'] },
  store: { sees: ['domain', 'base'] },
  archive: { sees: ['domain', 'base'], pure: true },
  'archive/bag': { sees: ['store', 'domain', 'base'] },
  'archive/verify': { sees: ['archive', 'archive/bag', 'store', 'domain', 'base'] },
  intake: { sees: ['domain', 'base'], pure: true },
  'intake/files': { sees: ['intake', 'documents/files', 'store', 'domain', 'base'] },
  codec: { sees: ['base'], temporal: true },
  workflows: { sees: ['domain', 'base'], pure: true, temporal: true },
  activities: {
    sees: ['workflows', 'archive', 'archive/bag', 'mail', 'store', 'domain', 'base'],
    temporal: true,
  },
  worker: { sees: ['workflows', 'activities', 'codec', 'store', 'domain', 'base'], temporal: true },
  'client/api': {
    sees: ['workflows', 'documents', 'archive', 'codec', 'store', 'domain', 'base'],
    temporal: true,
  },
  'client/keys': { sees: ['store', 'domain', 'base'] },
  'client/local': { sees: ['client/api', 'workflows', 'codec', 'domain', 'base'], temporal: true },
  'client/demo': {
    sees: [
      'client/api',
      'client/keys',
      'client/local',
      'workflows',
      'documents',
      'documents/files',
      'archive',
      'archive/bag',
      'archive/verify',
      'mail',
      'store',
      'domain',
      'base',
    ],
  },
  'client/cli': {
    sees: [
      'client/api',
      'client/keys',
      'client/local',
      'client/demo',
      'workflows',
      'intake',
      'intake/files',
      'documents',
      'documents/files',
      'archive',
      'archive/bag',
      'archive/verify',
      'mail',
      'codec',
      'store',
      'domain',
      'base',
      'examples',
    ],
    temporal: true,
  },
  examples: { sees: [] },
};

module.exports = { ROOMS };

/** What `store-writer` writes under a name: not small, so that a kill often interrupts it. */
export const contentOf = (name: string): Buffer => Buffer.alloc(1 << 20, `${name} `);

/** The files of a folder of that name. */
export const filesOf = (name: string): [path: string, content: Buffer][] =>
  ['bagit.txt', 'data/1', 'data/2'].map((path) => [path, contentOf(`${name}/${path}`)]);

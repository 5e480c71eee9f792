import { VERBS } from '../../client/cli/verbs/table';
import { faultsIn, leadsTo } from './named';
import { readMarkdown } from './markdown';
import { pagesOf, type Repository, thisRepository } from './repository';

const repository = thisRepository(Object.keys(VERBS));
const pages = pagesOf(repository);

describe('the pages that people read', () => {
  test('are found, in both languages', () => {
    expect(pages).toEqual(expect.arrayContaining(['README.md', 'SECURITY.md', 'docs/cli.zh-CN.md']));
  });

  test.each(pages)('%s names nothing that is not there', (page) => {
    expect(faultsIn(page, repository)).toEqual([]);
  });

  test.each(pages)('%s has nobody fetch a stranger’s `rectify` from npm', (page) => {
    expect(repository.textOf(page)).not.toMatch(/\b(?:npx|npm exec|npm install)\s(?:-\S+\s+)*rectify/);
  });

  const twins = pages.filter((page) => page.endsWith('.zh-CN.md'));
  test.each(twins)('%s and its English twin lead to one another', (page) => {
    const twin = page.replace('.zh-CN', '');
    expect(pages).toContain(twin);
    expect([leadsTo(page, twin, repository), leadsTo(twin, page, repository)]).toEqual([true, true]);
  });
});

describe.each(['docs/cli.md', 'docs/cli.zh-CN.md'])('%s', (page) => {
  const { code } = readMarkdown(repository.textOf(page));

  test('has every verb', () => {
    const said = new Set(code.map((span) => span.split(' ')[0]));
    expect(repository.verbs.filter((verb) => !said.has(verb))).toEqual([]);
  });

  test('has every variable of the environment that the command line asks for', () => {
    const sources = [...repository.files].filter((file) => /(?<!\.test)\.ts$/.test(file));
    const asked = sources.flatMap((file) =>
      Array.from(
        repository.textOf(file).matchAll(/\bsetting\([^()]*'([A-Z_]+)'\)/g),
        ([, name = '']) => name,
      ),
    );
    expect(asked).toContain('RECTIFY_AS');
    const said = code.join(' ').split(/[^A-Z_]+/);
    expect(asked.filter((name) => !said.includes(name))).toEqual([]);
  });
});

describe('a page that names what is not there', () => {
  const OTHER =
    '# 其他\n\n## The two: `a` and b\n\n```sh\n# no heading\n```\n\n## 怎样 核验\n\n## 怎样 核验\n';
  const withPage = (text: string): Repository => ({
    files: new Set(['docs/page.md', 'docs/other.md', 'domain/item/decide.ts', 'domain/words/en.ts']),
    textOf: (file) => (file === 'docs/page.md' ? text : OTHER),
    verbs: ['ack', 'close-round'],
    scripts: ['demo', 'bench:evidence'],
  });

  test.each([
    ['[a](gone.md)', 'no file for the link gone.md'],
    ['![a](images/gone.png)', 'no file for the link images/gone.png'],
    ['[`a`](other.md#gone)', 'no heading for the link other.md#gone'],
    ['[a](other.md#no-heading)', 'no heading for the link other.md#no-heading'],
    ['[a](#here)', 'no heading for the link #here'],
    ['see `domain/item/decided.ts`', 'no file domain/item/decided.ts'],
    ['see `domain/items/`', 'no file domain/items/'],
    ['see `domain/item/*.sql`', 'no file domain/item/*.sql'],
    ['see `evolve.ts`, too', 'no file evolve.ts'],
    ['see `round/decide.ts`', 'no file round/decide.ts'],
    ['```sh\nrectify import docs/plan.yaml\n```', 'no file docs/plan.yaml', 'no verb rectify import'],
    ['`rectify acknowledge 1.2`', 'no verb rectify acknowledge'],
    ['```sh\nsource <(rectify close)\n```', 'no verb rectify close'],
    ['`npm run bench`', 'no script npm run bench'],
    ['`npm ci && npm test`', 'no script npm test'],
  ])('%j', (text, ...faults) => {
    expect(faultsIn('docs/page.md', withPage(text))).toEqual(faults);
  });

  test.each([
    '[a](other.md) and [b](../domain/item) and [c](https://example.org/gone.md) and [d](other.md#怎样-核验-1)',
    '[a](other.md#the-two-a-and-b)',
    '`domain/item/decide.ts`, `item/decide.ts`, `decide.ts`, `domain/words/<code>.ts`, `domain/{item,words}/`',
    '`mail/<mailbox>/<slot>.json`, `image/*`, `domain/<round>/<number>`, `rectify/keys`',
    '`rectify VERB --help`, `rectify help`, `rectify ack 1.2`, `rectify close-round`, `bin/rectify.js nothing`',
    '`npm run demo -- --keep`, `npm run bench:evidence`, `npm ci`, `npm install`',
    'in prose: rectify something, domain/gone.ts',
  ])('not so: %j', (text) => {
    expect(faultsIn('docs/page.md', withPage(text))).toEqual([]);
  });
});

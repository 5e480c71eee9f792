import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { scratchFolder } from '../../../testing/store';
import { overridesIn, peopleIn, policyIn, publicKeyIn } from './content-file';
import { gbkOf } from '../../../testing/gbk';
import { generateKey, writeKeyFile } from '../../keys';
import { aScreen } from '../../../testing/screen';
import { Trouble } from '../trouble/trouble';

const written = async (text: string): Promise<string> => {
  const path = join(await scratchFolder(), 'file.yaml');
  await writeFile(path, text);
  return path;
};

/** Type and line of everything that is wrong. */
const faultsOf = async (reading: Promise<unknown>): Promise<unknown[]> => {
  const error: unknown = await reading.catch((reason: unknown) => reason);
  if (!(error instanceof Trouble) || error.detail.type !== 'bad-content')
    throw new Error('no fault was found');
  return error.detail.faults.map(({ type, line, path }) => ({ type, line, path }));
};

const PEOPLE = `people:
  - { id: p31, name: 甲, address: jia@example.org, deputies: [p32] }
  - id: p32
    name: 乙
    address: yi@example.org
`;

describe('people', () => {
  test('are read as in a plan, with its defaults', async () => {
    const people = await peopleIn(await written(PEOPLE));
    expect(people).toMatchObject([
      { id: 'p31', deputies: ['p32'] },
      { id: 'p32', language: 'zh-CN' },
    ]);
  });

  test('are read from GB 18030, and a file in another encoding is refused by name', async () => {
    const path = join(await scratchFolder(), 'people.yaml');
    await writeFile(path, gbkOf(PEOPLE));
    expect(await peopleIn(path)).toMatchObject([{ name: '甲' }, { name: '乙' }]);
    await writeFile(path, Buffer.from(PEOPLE.replace('甲', 'für'), 'latin1'));
    await expect(peopleIn(path)).rejects.toMatchObject({
      detail: { type: 'bad-document', fault: 'not-text' },
    });
  });

  test('that are wrong are told with their lines', async () => {
    const wrong = PEOPLE.replace('yi@example.org', 'nowhere').replace('p32\n', 'p31\n');
    expect(await faultsOf(peopleIn(await written(wrong)))).toEqual([
      { type: 'person-twice', line: 3, path: 'people[1].id' },
      { type: 'wrong-form', line: 5, path: 'people[1].address' },
    ]);
  });

  test('are missed in a file that has none', async () => {
    const missing = { type: 'missing', line: 1, path: 'people' };
    expect(await faultsOf(peopleIn(await written('persons: []\n')))).toEqual([
      missing,
      { type: 'unknown-key', line: 1, path: 'persons' },
    ]);
    expect(await faultsOf(peopleIn(await written('- p31\n')))).toEqual([missing]);
  });
});

describe('a policy', () => {
  test('is read with the defaults of what it leaves out', async () => {
    const policy = await policyIn(await written('version: office-2\nreview: { leaderWorkingDays: 5 }\n'));
    expect(policy).toMatchObject({
      version: 'office-2',
      review: { leaderWorkingDays: 5, acceptorWorkingDays: 5 },
    });
  });

  test('with a mistyped key says what was meant', async () => {
    const file = await written('version: office-2\nreview:\n  leaderWorkingDay: 5\n');
    expect(await faultsOf(policyIn(file))).toEqual([
      { type: 'unknown-key', line: 3, path: 'review.leaderWorkingDay' },
    ]);
  });
});

describe('days of the office', () => {
  test('are read', async () => {
    const file = await written('version: local-1\nholidays: [2021-09-09]\nmakeUpDays: []\n');
    expect(await overridesIn(file)).toEqual({ version: 'local-1', holidays: ['2021-09-09'], makeUpDays: [] });
  });

  test('that are invalid are reported with their line', async () => {
    const file = await written('version: local-1\nholidays:\n  - 2021-02-30\n');
    expect(await faultsOf(overridesIn(file))).toEqual([
      { type: 'missing', line: 1, path: 'makeUpDays' },
      { type: 'not-a-date', line: 3, path: 'holidays[0]' },
    ]);
  });
});

describe('what else is wrong with a file of days', () => {
  test.each([
    ['holidays: [2021-09-09]\nmakeUpDays: [2021-09-09]\n', { type: 'off-and-worked', path: 'makeUpDays[0]' }],
    ['holidays: [2021-09-09]\nmakeUpDays: []\nextra: 1\n', { type: 'unknown-key', path: '' }],
    ['holidays: []\nmakeUpDays: []\npublished: [soon]\n', { type: 'wrong-kind', path: 'published[0]' }],
  ])('has words of its own: %j', async (text, fault) => {
    const faults = await faultsOf(overridesIn(await written(`version: local-1\n${text}`)));
    expect(faults).toMatchObject([fault]);
  });
});

describe('a public key', () => {
  const { kid, x } = generateKey();
  test.each([
    ['yaml', `keys:\n  - kid: ${kid}\n    x: ${x}\n    from: 2021-05-06\n`],
    ['JSON', JSON.stringify({ person: 'p05', path: '/x', key: { kid, x, from: '2021-05-06' } })],
    ['a bare pair', JSON.stringify({ kid, x })],
  ])('is taken as keygen prints it: %s', async (_, text) => {
    const sent = { key: { kid, x } };
    expect(await publicKeyIn({ terminal: aScreen({ input: text }) }, '-')).toEqual(sent);
    expect(await publicKeyIn({ terminal: aScreen() }, await written(text))).toEqual(sent);
  });

  test('brings what the old key has signed with it', async () => {
    const text = `keys:\n  - kid: ${kid}\n    x: ${x}\n    from: 2021-05-06\n    endorsed: a.b.c\n`;
    const sent = { key: { kid, x }, endorsed: 'a.b.c' };
    expect(await publicKeyIn({ terminal: aScreen({ input: text }) }, '-')).toEqual(sent);
  });

  test('that is not the one it is called is none', async () => {
    const text = JSON.stringify({ kid: generateKey().kid, x });
    await expect(publicKeyIn({ terminal: aScreen({ input: text }) }, '-')).rejects.toMatchObject({
      detail: { type: 'bad-public-key' },
    });
  });

  test.each(['', '口令'])('is never taken from a private half (passphrase "%s")', async (passphrase) => {
    const path = join(await scratchFolder(), 'p05.json');
    await writeKeyFile(path, generateKey(), passphrase);
    await expect(publicKeyIn({ terminal: aScreen() }, path)).rejects.toMatchObject({
      detail: { type: 'private-key' },
    });
  });
});

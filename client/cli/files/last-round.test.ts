import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { RoundId } from '../../../base/ids';
import { scratchFolder } from '../../../testing/store';
import { keepRound, lastRound } from './last-round';

const round = (id: string) => RoundId.parse(id);
const server = { address: 'localhost:7233', namespace: 'default' };

const files = async (home: string): Promise<string[]> => {
  const folder = join(home, 'rectify', 'last-round');
  return (await readdir(folder)).map((name) => join(folder, name));
};

test('the round that was named last is remembered, in the folder for the state of programs', async () => {
  const home = await scratchFolder();
  expect(await lastRound({ XDG_STATE_HOME: home }, server)).toBeUndefined();
  await keepRound({ XDG_STATE_HOME: home }, server, round('2021-03'));
  await keepRound({ XDG_STATE_HOME: home }, server, round('2021-04'));
  expect(await lastRound({ XDG_STATE_HOME: home }, server)).toBe('2021-04');
  expect(await files(home)).toHaveLength(1);
});

test('each address and each namespace has its own', async () => {
  const environment = { XDG_STATE_HOME: await scratchFolder() };
  const servers = [server, { ...server, namespace: 'other' }, { ...server, address: 'db1:7233' }];
  for (const [index, one] of servers.entries()) await keepRound(environment, one, round(`r${index}`));
  for (const [index, one] of servers.entries()) expect(await lastRound(environment, one)).toBe(`r${index}`);
});

test.each([
  ['empty', () => ''],
  ['cut off', (text: string) => text.slice(0, -10)],
  ['not JSON', () => '\u0000\u0001'],
  ['of another form', () => '["2021-03"]'],
  ['with no round that can be', (text: string) => text.replace('2021-03', '../2021')],
  ['about another server', (text: string) => text.replace('7233', '7234')],
])('a file that is %s is no memory, and is replaced by the next', async (_, damage) => {
  const environment = { XDG_STATE_HOME: await scratchFolder() };
  await keepRound(environment, server, round('2021-03'));
  const [file = ''] = await files(environment.XDG_STATE_HOME);
  await writeFile(file, damage(await readFile(file, 'utf8')));
  expect(await lastRound(environment, server)).toBeUndefined();
  await keepRound(environment, server, round('2021-03'));
  expect(await lastRound(environment, server)).toBe('2021-03');
});

test('writers at once leave one whole file of one of them, and no drafts', async () => {
  const environment = { XDG_STATE_HOME: await scratchFolder() };
  const rounds = Array.from({ length: 20 }, (_, index) => round(`r${index}`));
  await Promise.all(rounds.map((one) => keepRound(environment, server, one)));
  expect(rounds).toContain(await lastRound(environment, server));
  expect(await files(environment.XDG_STATE_HOME)).toHaveLength(1);
});

test('where nothing can be kept, nothing is said', async () => {
  const home = await scratchFolder();
  await writeFile(join(home, 'rectify'), 'in the way');
  await keepRound({ XDG_STATE_HOME: home }, server, round('2021-03'));
  expect(await lastRound({ XDG_STATE_HOME: home }, server)).toBeUndefined();
});

import { Worker } from '@temporalio/worker';
import { DeterminismViolationError } from '@temporalio/workflow';
import { workflowBundle } from '../support/bundle';
import { recordedText, RECORDINGS, type Recording, recording } from '../support/histories';
import { replaysQuietly } from '../support/quiet-runtime';

const replay = async ({ workflowId, events }: Recording): Promise<void> => {
  await Worker.runReplayHistory({ workflowBundle: await workflowBundle() }, { events }, workflowId);
};

/** Everything that was told the workflow of a recording, and told by it. */
const toldIn = (name: string): string[] =>
  [...recordedText(name).matchAll(/"data": "([^"]+)"/g)].map(([, data = '']) =>
    Buffer.from(data, 'base64').toString(),
  );

replaysQuietly();

test.each(RECORDINGS)('%s replays: the workflows of today would have done the same', async (name) => {
  await replay(recording(name));
});

test('the recordings are of an item, its mailbox and its round', () => {
  expect(RECORDINGS).toEqual(expect.arrayContaining(['item.json', 'mailbox.json', 'round.json']));
});

test('the recorded item was returned, fell overdue and was archived', () => {
  const told = toldIn('item.json');
  for (const trace of ['"status":"returned"', '"rung":"overdue"', '"status":"archived"'])
    expect(told.some((data) => data.includes(trace))).toBe(true);
});

test('the recorded item took evidence under a policy that had no word of it', () => {
  const told = toldIn('item.json');
  expect(told.some((data) => data.includes('"type":"add-evidence"'))).toBe(true);
  expect(told.some((data) => data.includes('"mostBytes"'))).toBe(false);
});

test('the round that was closed took documents, a notice and a reopening, and ended with its archive', () => {
  const told = toldIn('closed-round.json').join('\n');
  for (const trace of ['"type":"reopen"', '"notice-published"', '"round-closed"', 'bags/closed/round'])
    expect(told).toContain(trace);
});

test('its item took a new version of a file, an extension and a policy, each signed, and lived twice', () => {
  const [first, second] = ['closed-item.json', 'closed-second-life.json'].map((name) =>
    toldIn(name).join('\n'),
  );
  for (const trace of ['"replaces":1', '"extension-granted"', '"policy-changed"', '"identity":"signed"'])
    expect(first).toContain(trace);
  expect(second).toContain('"reopened"');
});

test('the sustained item was accepted for a time, checked in, came to its end and was archived', () => {
  const told = toldIn('sustained-item.json').join('\n');
  for (const trace of ['"stage-accepted"', '"checked-in"', '"sustaining-ended"', '"status":"archived"'])
    expect(told).toContain(trace);
});

test('its round noted what the store has kept of it, and handed that to its archive', () => {
  const told = toldIn('sustained-round.json');
  const digests = told.filter((data) => /^"[0-9a-f]{128}"$/.test(data)).map((data) => data.slice(1, -1));
  expect(digests).toHaveLength(4);
  const order = told.find((data) => data.includes('"digests"'));
  for (const digest of digests) expect(order).toContain(digest);
  expect(told.join('\n')).toContain('bags/sustained/round');
});

test('a round took policies that leave it open who decides, and the office issued a talk that was told to others', () => {
  const told = toldIn('unclear-item.json').join('\n');
  for (const trace of ['"to":["leader","head","oversight"]', '"type":"new-policy"'])
    expect(told).toContain(trace);
  expect(told).toMatch(/"by":"office"[^\n]*"type":"issue-proposal"[^\n]*"rung":"talk"/);
  expect(toldIn('unclear-round.json').join('\n')).toContain('"to":["oversight","leader"]');
});

/** What items have been told, and told, since they tell everybody at once. */
const OF_VERSION_2: [name: string, traces: string[]][] = [
  ['ordinary-item.json', ['"type":"accept"', 'bags/ordinary/1.1']],
  ['signed-item.json', ['{"jws":', 'bags/signed/1.1']],
  ['signed-second-life.json', ['"reopening":', '{"jws":', 'bags/signed/1.1']],
  [
    'handed-over-item.json',
    ['withdraw-evidence', 'reassign', 'grant-extension', 'return'].map((type) => `"type":"${type}"`),
  ],
];

test.each(OF_VERSION_2)('%s is of version 2', (name, traces) => {
  const told = toldIn(name).join('\n');
  for (const trace of ['"schemaVersion":2', ...traces]) expect(told).toContain(trace);
});

test('an item of version 2, its mailbox and its round went on in new runs with what they remembered', () => {
  for (const what of ['item', 'mailbox', 'round']) {
    const runs = RECORDINGS.filter((name) => name.startsWith(`runs-${what}-`));
    expect(runs.length).toBeGreaterThan(1);
    for (const later of runs.slice(1)) expect(toldIn(later)[0]).toContain('"carried":{');
  }
});

test('an item took so many commands in one run as now begin another, of which the first run bears the mark', () => {
  const marked = (name: string) =>
    recording(name).events.some((event) => 'markerRecordedEventAttributes' in event);
  expect({ before: marked('crowded-item.json'), now: marked('bounded-item-1.json') }).toEqual({
    before: false,
    now: true,
  });
  for (const name of ['crowded-item.json', 'bounded-item-1.json'])
    expect(toldIn(name).filter((data) => data.includes('"type":"drop-proposal"'))).toHaveLength(250);
  expect(toldIn('bounded-item-2.json')[0]).toContain('"carried":{');
});

/** What people have signed for the workflow of a recording, but its opening. */
const signedFor = (name: string): string[] => {
  const jws = toldIn(name).flatMap((data) => data.match(/(?<="jws":")[^"]+/g) ?? []);
  const stated = jws.map((one) => Buffer.from(one.split('.')[1] ?? '', 'base64url').toString());
  return stated.filter((text) => !text.includes('"type":"open-round"'));
};

test('an item was amended by the office alone and with the head, and its result was recorded and corrected', () => {
  const signed = signedFor('amended-item.json');
  const ofType = (type: string) => signed.filter((command) => command.includes(`"type":"${type}"`));
  // What the head has countersigned is there twice: the text of each signature is the same.
  expect(ofType('amend')).toHaveLength(3);
  expect(new Set(ofType('amend')).size).toBe(2);
  for (const type of ['record-result', 'correct-result']) expect(ofType(type)).toHaveLength(1);
  expect(toldIn('amended-mailbox.json').join('\n')).toContain('@measure-reminder.2/2021-07-01');
});

const bindingsOf = (command: string): number =>
  ['"genesis":', '"seen":'].filter((field) => command.includes(field)).length;

test.each(['item', 'second-life', 'round'])(
  'the %s of an opened round took signed commands that were bound to nothing before they had to be',
  (what) => {
    const [before, now] = [`opened-${what}.json`, `bound-${what}.json`].map(signedFor);
    expect(new Set(before?.map((command) => bindingsOf(command)))).toEqual(new Set([0]));
    expect(new Set(now?.map((command) => bindingsOf(command)))).toEqual(new Set([2]));
  },
);

/** What a change of the code might make different, told as a change of the recording. */
const TAMPERED: [what: string, name: string, from: RegExp, to: string][] = [
  ['another activity', 'item.json', /"name": "postToMailbox"/g, '"name": "postToLetterbox"'],
  ['another way of telling', 'ordinary-item.json', /"name": "tell"/g, '"name": "whisper"'],
  ['a child of another name', 'round.json', /"workflowId": "item\//g, '"workflowId": "thing/'],
  ['a mail that is no activity', 'mailbox.json', /"name": "sendDigest"/g, '"name": "sendTelegram"'],
  ['another archive', 'closed-round.json', /"name": "archiveRound"/g, '"name": "archiveYear"'],
];

test.each(TAMPERED)('a history with %s does not replay', async (_, name, from, to) => {
  const tampered = recording(name, (text) => text.replace(from, to));
  await expect(replay(tampered)).rejects.toBeInstanceOf(DeterminismViolationError);
});

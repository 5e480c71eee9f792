import { createHash } from 'node:crypto';
import { payloadOf } from '../../activities/archive/contents';
import { LARGEST } from '../../archive/item/foreign';
import type { ItemRecord } from '../../archive/item/record';
import { Sha512 } from '../../base/ids';
import { instant } from '../../domain/calendar/zone';
import type { EvidenceFile } from '../../domain/item/command';
import type { ItemLife } from '../../domain/item/life';
import type { Author } from '../../domain/item/log';
import type { FolderEntry, Store } from '../../store/store';
import { aFile, anItem, doTheWork, give, NOW, SET_OUT } from '../../testing/item';
import { PEOPLE } from '../../testing/world';
import { upTo } from '../batches';

/** What fills a record: files of evidence, or entries of the log that say something and change nothing. */
export type Filling = 'files' | 'entries';

const contentOf = (no: number): Buffer => Buffer.from(`第 ${no} 份佐证材料\n`);

const fileOf = (no: number): EvidenceFile => {
  const content = contentOf(no);
  const sha512 = Sha512.parse(createHash('sha512').update(content).digest('hex'));
  return { ...aFile(), sha512, size: content.length, mediaType: 'text/plain', title: `佐证材料${no}` };
};

export const OVERSIGHT: Author = {
  by: PEOPLE.oversight,
  command: '00000000-0000-4000-8000-000000000000',
  identity: 'claimed',
};

export const COMMENT = { type: 'commented', text: '已电话沟通' } as const;

/** Into both measures in turn, so that each has its evidence. */
const handIn = (life: ItemLife, files: number): void => {
  for (const no of upTo(files))
    give(life, 'add-evidence', SET_OUT, { measure: (no % 2) + 1, file: fileOf(no + 1) });
};

/** The events themselves: a running item would take so many no longer (domain/item/full-log.ts). */
const comment = (life: ItemLife, times: number): void => {
  for (let no = 0; no < times; no += 1) life.happen(COMMENT, SET_OUT, OVERSIGHT);
};

/** A closed item with so many files, or with so many entries in its log beyond the ordinary ones. */
export const recordWith = (filling: Filling, count: number): ItemRecord => {
  const life = anItem('in-progress');
  handIn(life, filling === 'files' ? count : 2);
  comment(life, filling === 'entries' ? count : 0);
  doTheWork(life, SET_OUT);
  for (const type of ['request-closure', 'approve', 'accept'] as const) give(life, type, instant(NOW));
  const { state, log, context } = life;
  return { state, log, context, receipts: [], missing: [] };
};

/** What the archive writes of it, with the evidence from here instead of a store. */
export const payloadWith = (store: Store, record: ItemRecord): FolderEntry[] => {
  const entries = payloadOf(store, record, []);
  const ofEvidence = entries.filter(({ path }) => path.startsWith('evidence/'));
  const contents = new Map(ofEvidence.map(({ path }, index) => [path, contentOf(index + 1)]));
  return entries.map((entry) => {
    const content = contents.get(entry.path);
    return content ? { path: entry.path, content } : entry;
  });
};

/** True where all files that the check reads are small enough for it. */
export const isTaken = (store: Store, record: ItemRecord): boolean => sizeOf(store, record) <= LARGEST;

/** The size of the largest file that the check reads, in octets. */
const sizeOf = (store: Store, record: ItemRecord): number => {
  const sizes = payloadOf(store, record, []).flatMap(({ content }) =>
    typeof content === 'function' ? [] : [content.length],
  );
  return Math.max(...sizes);
};

/** So many rounds bring the estimate close enough: sizes are nearly proportional. */
const ESTIMATES = 3;

/** How many entries a record may have, to about one part in 200, so that all of its files are read. */
export const mostEntries = (store: Store): number => {
  const record = (count: number): ItemRecord => recordWith('entries', count);
  let count = 1000;
  for (let no = 0; no < ESTIMATES; no += 1)
    count = Math.floor((count * LARGEST) / sizeOf(store, record(count)));
  while (!isTaken(store, record(count))) count = Math.floor(count * 0.998);
  return count;
};

import { addDays } from '../../../domain/calendar/civil';
import { civilOf } from '../../../domain/calendar/zone';
import type { ItemNumber, PersonId } from '../../../base/ids';
import { bindingTo } from '../../../domain/item/binding';
import { roundRights } from '../../../domain/round/authority';
import { DocumentKind, type RoundCommand, type RoundCommandType } from '../../../domain/round/command';
import { planVersion } from '../../../domain/round/amend/planned';
import { holdersOf } from '../../../domain/round/offices';
import { DEFAULT_POLICY } from '../../../domain/round/policy';
import type { Person } from '../../../domain/round/roster';
import type { LedgerRow } from '../../../domain/round/row';
import { totalsOf } from '../../../domain/round/totals';
import { keyOf } from '../keys';
import type { Deed } from '../script';
import { nth, personOf, STRANGERS } from '../setting';
import { calendarVariant, policyVariant, unclearVariant } from '../variants';
import { aFile, recordsOf, uuidOf } from './item-commands';
import type { Sight } from './sight';

type Given = { deed: Deed; sight: Sight };
type Fields = Record<RoundCommandType, (given: Given) => object>;

const peopleOf = ({ sight }: Given): readonly Person[] => sight.round.head.roster.people;

/** Somebody new with a deputy, or a known person at another address and with another deputy. */
const newRecords = (given: Given): Person[] => {
  const { deed, sight } = given;
  const { roster, policy } = sight.round.head;
  const deputy = nth(peopleOf(given), deed.who);
  const stranger = nth(STRANGERS, deed.pick);
  const isNew = deed.pick % 2 === 0 && !roster.people.some(({ id }) => id === stranger.id);
  if (isNew) {
    const from = policy.identity === 'signed' ? { from: sight.now } : {};
    return [personOf(stranger, { deputies: [deputy.id], ...from }), ...recordsOf(deputy.id, sight, deed)];
  }
  const { keys, ...known } = nth(peopleOf(given), deed.pick);
  const changed = { ...known, address: `${known.id}-${deed.pick}@example.org`, deputies: [deputy.id] };
  const others = recordsOf(deputy.id, sight, deed).filter(({ id }) => id !== known.id);
  return [changed, ...others];
};

/** What is proposed and still to be decided; somebody may also name what is not. */
const proposalFor = ({ sight, deed }: Given): object => {
  const pending = sight.round.rows.flatMap((row) =>
    row.proposals.filter(({ outcome }) => !outcome).map(({ rung, day }) => ({ item: row.number, rung, day })),
  );
  const nothing = { item: numberFor({ sight, deed }), rung: 'talk', day: civilOf(sight.now) };
  return pending.length > 0 ? nth(pending, deed.pick) : nothing;
};

const rowFor = ({ sight, deed }: Given): LedgerRow => {
  const archived = sight.round.rows.filter(({ archive }) => archive !== undefined);
  return nth(archived.length > 0 ? archived : sight.round.rows, deed.item);
};
const numberFor = (given: Given): ItemNumber => rowFor(given).number;

const numberOf = ({ pick, who }: Deed): string => `整改办〔${pick % 3}〕${who % 9}号`;

const fileOf = ({ deed, sight }: Given) => aFile(`文件${deed.pick % 5}`, civilOf(sight.now));

/** The figures of the ledger, now and then those of somebody who cannot count. */
const figuresFor = ({ sight: { round, now }, deed }: Given): object => {
  const { byPublished } = totalsOf(round.rows, civilOf(now));
  return deed.pick % 5 === 0 ? { ...byPublished, completed: byPublished.completed + 1 } : byPublished;
};

/** A key for somebody; now and then one that they have. */
const newKey = (given: Given): object => {
  const person = nth(peopleOf(given), given.deed.who);
  const { kid, x } = keyOf(person.id, (person.keys?.length ?? 0) + (given.deed.pick % 7 === 0 ? -1 : 0));
  return { person: person.id, key: { kid, x } };
};

/** An item more, of a category that there is: by itself, or split from another. */
const addition = ({ sight, deed }: Given): object => {
  const { number, category, section, people, deadline } = nth(sight.round.rows, deed.item);
  const planned = {
    number: `${number.split('.')[0]}.${50 + (deed.pick % 40)}`,
    category,
    problem: `新问题${deed.pick % 9}`,
    kind: 'time-limited',
    section,
    ...people,
    ...(deed.who % 5 > 0 && { deadline: addDays(civilOf(sight.now), deed.days) }),
    measures: [1, 2].slice(deed.who % 2).map((no) => ({ no, text: '全面核查', kind: 'other' })),
  };
  const isSplit = deed.who % 3 === 0 && deadline !== undefined;
  return { changes: [], added: [{ planned, ...(isSplit && { splitFrom: number }) }] };
};

/** Something else of an item: a date, a text, a measure more or less; now and then of a version that has been. */
const amendment = ({ sight, deed }: Given): object => {
  const { number: item, cycle } = nth(sight.round.rows, deed.item);
  const deadline = addDays(civilOf(sight.now), deed.days);
  const no = 1 + (deed.who % 3);
  const changes = [
    { set: { deadline } },
    { set: { problem: `问题${deed.pick % 9}`, goal: deed.who % 2 === 0 ? null : '整改到位' } },
    { measures: { drop: [{ no, reason: '并入其他措施' }] } },
    { measures: { add: [{ no: 10 + (deed.pick % 50), text: '再查一次', kind: 'other' }] } },
    { set: { section: '办公室' }, measures: { change: [{ no, set: { text: '逐项核对', deadline } }] } },
    { keep: true },
  ];
  const basedOn = planVersion(sight.round.log) + (deed.pick % 11 === 0 ? 1 : 0);
  const said = { basedOn, reason: '会议研究' };
  if (deed.who % 2 === 1) return { ...said, ...addition({ sight, deed }) };
  return { ...said, changes: [{ item, cycle, ...nth(changes, deed.pick) }] };
};

const FIELDS: Fields = {
  'register-people': (given) => ({ people: newRecords(given), reason: '人员变动' }),
  'replace-person': (given) => {
    const { deed, sight } = given;
    const successor = nth(peopleOf(given), deed.pick).id;
    const people = recordsOf(successor, sight, deed);
    return { person: nth(peopleOf(given), deed.who).id, successor, people, note: '调离' };
  },
  'replace-key': newKey,
  'propose-key': newKey,
  'revoke-key': (given) => {
    const person = nth(peopleOf(given), given.deed.who);
    return { person: person.id, kid: person.keys?.at(-1)?.kid ?? keyOf(person.id, 0).kid, reason: '遗失' };
  },
  amend: amendment,
  'undo-import': ({ deed }) => ({
    reason: '导入了错误的方案',
    ...(deed.who % 3 === 0 && { number: numberOf(deed) }),
  }),
  'new-calendar': ({ sight, deed }) => ({
    calendar: calendarVariant(civilOf(sight.now), 1 + (deed.pick % 20)),
  }),
  'new-policy': ({ sight, deed }) => {
    const identity = deed.who % 6 === 0 ? 'claimed' : sight.round.head.policy.identity;
    const policy = policyVariant(deed.pick, identity, `p-${sight.made}`);
    return { policy: deed.who % 5 === 1 ? unclearVariant(deed.pick, policy) : policy };
  },
  'issue-proposal': (given) => ({
    ...proposalFor(given),
    number: numberOf(given.deed),
  }),
  'drop-proposal': (given) => ({ ...proposalFor(given), reason: '已整改' }),
  'file-document': (given) => ({
    kind: nth(DocumentKind.options, given.deed.pick),
    file: fileOf(given),
    ...(given.deed.who % 3 > 0 && { number: numberOf(given.deed) }),
    ...(given.deed.who % 2 > 0 && { item: numberFor(given) }),
  }),
  'publish-notice': (given) => ({
    file: fileOf(given),
    ...(given.deed.who % 3 > 0 && { number: numberOf(given.deed) }),
    figures: figuresFor(given),
  }),
  attest: ({ sight, deed }) => {
    const entry = nth(sight.round.log, deed.pick);
    return { entries: entry.seq, head: deed.who % 7 === 0 ? 'f'.repeat(64) : entry.hash };
  },
  'close-round': () => ({ note: '全部归档' }),
  restore: ({ deed, sight }) => {
    const { number, cycle } = nth(sight.round.rows, deed.item);
    return { item: number, cycle, reason: '流程中断' };
  },
  reopen: (given) => {
    const { number, cycle } = rowFor(given);
    return {
      item: number,
      cycle,
      reason: '反弹',
      deadline: addDays(civilOf(given.sight.now), given.deed.days),
    };
  },
};

/** Whoever holds the right; now and then somebody who would hold it by the default policy, out of habit. */
const holder = (type: RoundCommandType, fields: object, { sight, deed }: Given): PersonId => {
  const policy = deed.who % 4 === 3 ? DEFAULT_POLICY : sight.round.head.policy;
  const rights = roundRights(policy).filter(
    ({ command, proposal }) =>
      command === type && (proposal === undefined || ('rung' in fields && fields.rung === proposal)),
  );
  return nth(holdersOf(nth(rights, deed.who).role, sight.round.head.roster), deed.who);
};

/** A command to the round as a careful person gives it. */
export const roundCommand = (type: RoundCommandType, given: Given): RoundCommand => {
  const { sight } = given;
  const fields = FIELDS[type](given);
  return {
    id: uuidOf(sight.made),
    round: sight.round.head.round,
    by: holder(type, fields, given),
    at: new Date(sight.now).toISOString(),
    ...bindingTo(sight.round.genesis, sight.round.log),
    type,
    ...fields,
  } as unknown as RoundCommand;
};

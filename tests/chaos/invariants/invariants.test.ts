import { INVARIANTS } from '.';
import type { Gathered, LifeSeen, RoundSeen } from '../gathered';
import { simulatedRound } from '../simulated';

const SEEDS = [1, 2, 3];
let well: Gathered;
beforeAll(() => {
  well = simulatedRound(1);
});

/** Every invariant that finds something. */
const brokenIn = (gathered: Gathered): string[] =>
  INVARIANTS.filter(({ judge }) => judge(gathered).violations.length > 0).map(({ name }) => name);

test.each(SEEDS)('nothing is found where nothing has gone wrong: seed %i', (seed) => {
  const gathered = simulatedRound(seed);
  const found = INVARIANTS.flatMap(({ name, judge }) =>
    judge(gathered).violations.map((violation) => `${name}: ${violation}`),
  );
  expect(found).toEqual([]);
  for (const { judge } of INVARIANTS) expect(judge(gathered).checks).toBeGreaterThan(0);
});

const inRounds = (gathered: Gathered, change: (round: RoundSeen) => RoundSeen): Gathered => ({
  ...gathered,
  rounds: gathered.rounds.map(change),
});

/** Changes the first life for which there is something to change. */
const inALife = (gathered: Gathered, change: (life: LifeSeen) => LifeSeen | undefined): Gathered => {
  let isDone = false;
  return inRounds(gathered, (round) => ({
    ...round,
    lives: round.lives.map((life) => {
      const changed = isDone ? undefined : change(life);
      isDone ||= changed !== undefined;
      return changed ?? life;
    }),
  }));
};

const withoutLast = <T>(list: readonly T[]): T[] => list.slice(0, -1);

const firstSent = ({ receipts }: Gathered) => {
  const [first] = receipts;
  if (!first) throw new TypeError('a round without mail');
  return first;
};

/** What could befall a system, and which invariant must see it. */
const PLANTED: Record<string, { finds: string; plant: (gathered: Gathered) => Gathered }> = {
  'an answered command is lost': {
    finds: 'acknowledged-kept',
    plant: (gathered) =>
      inALife(gathered, (life) => {
        const at = life.view.log.findLastIndex(({ author }) => author);
        return at < 0 ? undefined : { ...life, view: { ...life.view, log: life.view.log.slice(0, at) } };
      }),
  },
  'an answered command has acted twice': {
    finds: 'acknowledged-kept',
    plant: (gathered) =>
      inALife(gathered, (life) => {
        const last = life.view.log.findLast(({ author }) => author);
        const again = last && { ...last, seq: life.view.log.length + 1 };
        return again && { ...life, view: { ...life.view, log: [...life.view.log, again] } };
      }),
  },
  'a command that was refused has acted': {
    finds: 'refused-left-nothing',
    plant: (gathered) => ({
      ...gathered,
      commands: gathered.commands.map((given) => ({
        ...given,
        outcome: { type: 'refused' as const, reason: 'WrongState' },
      })),
    }),
  },
  'a command is never answered': {
    finds: 'all-answered',
    plant: (gathered) => ({
      ...gathered,
      commands: gathered.commands.map((given) => ({ ...given, outcome: { type: 'unanswered' as const } })),
    }),
  },
  'a mail that is due never goes out': {
    finds: 'every-due-notice-sent',
    plant: (gathered) => {
      const { messageId } = firstSent(gathered);
      return {
        ...gathered,
        receipts: gathered.receipts.filter((one) => one.messageId !== messageId),
        mails: gathered.mails.filter((one) => one.what !== 'taken' || one.messageId !== messageId),
      };
    },
  },
  'a mail goes out an hour before its slot': {
    finds: 'none-early',
    plant: (gathered) => ({
      ...gathered,
      mails: gathered.mails.map((mail) => ({ ...mail, at: mail.at - 3_600_000 })),
    }),
  },
  'a notice is said in two mails': {
    finds: 'no-notice-twice',
    plant: (gathered) => {
      const first = firstSent(gathered);
      const again = { ...first, part: 2, messageId: `<again${first.messageId.slice(1)}` };
      const taken = { what: 'taken' as const, at: first.at, to: first.to, messageId: again.messageId };
      return { ...gathered, receipts: [...gathered.receipts, again], mails: [...gathered.mails, taken] };
    },
  },
  'a receipt is written for a mail that nobody has taken': {
    finds: 'receipts-are-true',
    plant: (gathered) => ({ ...gathered, mails: gathered.mails.slice(1) }),
  },
  'a copy goes out by another Message-ID': {
    finds: 'mails-have-receipts',
    plant: (gathered) => {
      const [first] = gathered.mails;
      const other = first && { ...first, messageId: '<other@example.org>' };
      return { ...gathered, mails: other ? [...gathered.mails, other] : [] };
    },
  },
  'a mail goes out twice for no reason': {
    finds: 'copies-bounded',
    plant: (gathered) => ({ ...gathered, mails: [...gathered.mails, ...gathered.mails.slice(0, 1)] }),
  },
  'a mail goes out twice more after a single kill': {
    finds: 'copies-bounded',
    plant: (gathered) => {
      const { at } = firstSent(gathered);
      const [first] = gathered.mails;
      const copies = first ? [first, first] : [];
      const faults = [{ kind: 'kill-worker' as const, from: at, until: at }];
      return { ...gathered, mails: [...gathered.mails, ...copies], faults };
    },
  },
  'a bag is damaged': {
    finds: 'bags-valid',
    plant: (gathered) =>
      inRounds(gathered, (round) => ({
        ...round,
        bags: round.bags.map((bag) => ({ ...bag, faults: ['wrong checksum'] })),
      })),
  },
  'a bag is missing': {
    finds: 'bags-their-own',
    plant: (gathered) => inRounds(gathered, (round) => ({ ...round, bags: round.bags.slice(1) })),
  },
  'a bag holds the log of another item': {
    finds: 'bags-their-own',
    plant: (gathered) =>
      inRounds(gathered, (round) => {
        const [first, ...rest] = round.bags;
        const last = rest.at(-1);
        return { ...round, bags: first && last ? [{ ...first, log: last.log }, ...rest] : round.bags };
      }),
  },
  'a bag was written before the decision': {
    finds: 'bags-their-own',
    plant: (gathered) =>
      inRounds(gathered, (round) => ({
        ...round,
        bags: round.bags.map((bag) => ({ ...bag, log: bag.log.slice(0, 1) })),
      })),
  },
  'an item that is closed never reaches the archive': {
    finds: 'ended-or-waiting',
    plant: (gathered) =>
      inALife(gathered, (life) => {
        const { archive, ...state } = life.view.state;
        return archive && { ...life, status: 'RUNNING', view: { ...life.view, state } };
      }),
  },
  'an item is terminated': {
    finds: 'ended-or-waiting',
    plant: (gathered) => inALife(gathered, (life) => ({ ...life, status: 'TERMINATED' })),
  },
  'the tasks of an item fail': {
    finds: 'ended-or-waiting',
    plant: (gathered) => inALife(gathered, (life) => ({ ...life, failing: true })),
  },
  'an item no longer answers': {
    finds: 'ended-or-waiting',
    plant: (gathered) =>
      inRounds(gathered, (round) => ({
        ...round,
        silent: [{ workflow: 'item/2004-01/1.1', why: 'it is stuck' }],
      })),
  },
  'a round is terminated': {
    finds: 'ended-or-waiting',
    plant: (gathered) => inRounds(gathered, (round) => ({ ...round, status: 'TERMINATED' })),
  },
  'a row of the ledger is missing': {
    finds: 'ledger-agrees',
    plant: (gathered) =>
      inRounds(gathered, (round) => ({
        ...round,
        ledger: { ...round.ledger, rows: withoutLast(round.ledger.rows) },
      })),
  },
  'a row of the ledger is old': {
    finds: 'ledger-agrees',
    plant: (gathered) =>
      inRounds(gathered, (round) => ({
        ...round,
        ledger: {
          ...round.ledger,
          rows: round.ledger.rows.map((row) => ({ ...row, evidence: row.evidence + 1 })),
        },
      })),
  },
  'an item has told of another log than before': {
    finds: 'no-log-went-back',
    plant: (gathered) =>
      inRounds(gathered, (round) => ({
        ...round,
        ledger: {
          ...round.ledger,
          rows: round.ledger.rows.map((row) => {
            const { logHead } = row;
            return logHead ? { ...row, logWentBack: { cycle: row.cycle, from: logHead, to: logHead } } : row;
          }),
        },
      })),
  },
  'an entry of a log is changed': {
    finds: 'rules-of-the-simulation',
    plant: (gathered) =>
      inALife(gathered, (life) => {
        const [first, second, ...rest] = life.view.log;
        if (!first || !second) return undefined;
        const log = [first, { ...second, at: first.at }, ...rest];
        return second.at === first.at ? undefined : { ...life, view: { ...life.view, log } };
      }),
  },
};

test.each(Object.entries(PLANTED))('it is found when %s', (_, { finds, plant }) => {
  expect(brokenIn(plant(well))).toContain(finds);
});

test('each invariant is shown to find something', () => {
  const shown = new Set(Object.values(PLANTED).map(({ finds }) => finds));
  expect(INVARIANTS.map(({ name }) => name).filter((name) => !shown.has(name))).toEqual([]);
});

test('what a second signature did is not asked of the answer that the first had', () => {
  const [round] = well.rounds;
  const entry = round?.log[0];
  if (!round || !entry) throw new TypeError('a round without a log');
  const seq = round.log.length + 1;
  const author = { by: 'office', command: 'waits', identity: 'signed', jws: '' };
  const more = [
    { ...entry, author, seq, event: { type: 'second-asked' } },
    { ...entry, author, seq: seq + 1, event: { type: 'plan-amended', asked: seq } },
  ] as unknown as RoundSeen['log'];
  const given = { workflow: round.workflow, id: 'waits', command: 'amend', at: 0, sendings: 1 };
  const answered = (entries: number[]): Gathered => ({
    ...well,
    rounds: [{ ...round, log: [...round.log, ...more] }],
    commands: [{ ...given, outcome: { type: 'done', entries } }],
  });
  expect(brokenIn(answered([seq]))).not.toContain('acknowledged-kept');
  expect(brokenIn(answered([seq + 1]))).toContain('acknowledged-kept');
});

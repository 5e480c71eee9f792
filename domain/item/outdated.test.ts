import * as fc from 'fast-check';
import { civilOf, instant } from '../calendar/zone';
import { addDays } from '../calendar/civil';
import { aCommand, aFile, anItem, give, NOW } from '../../testing/item';
import { PEOPLE } from '../../testing/world';
import { COMMAND_TYPES, type CommandType, type Decision, DECISIONS, isDecision } from './command';
import type { Event, EventType } from './event';
import type { ItemLife } from './life';
import { type LogEntry, nextEntry } from './log';
import { mattersSince, type Mattering } from './matters';
import { outdated } from './outdated';
import { hashOf } from '../../base/hash';

/** What each decision must have seen, said once more and otherwise than in the table: by what it is about. */
const JUDGED: readonly EventType[] = [
  ...(['evidence-added', 'evidence-withdrawn', 'measure-completed'] as const),
  ...(['result-recorded', 'result-corrected'] as const),
  ...(['closure-requested', 'closure-withdrawn', 'returned', 'approved', 'approval-voided'] as const),
  ...(['stage-accepted', 'checked-in', 'sustaining-ended', 'reassigned'] as const),
];
const DATED: readonly EventType[] = [
  ...(['extension-requested', 'extension-granted', 'extension-refused', 'deadline-set'] as const),
];
const MUST_SEE: Record<Decision, readonly EventType[]> = {
  approve: JUDGED,
  accept: JUDGED,
  'accept-stage': JUDGED,
  return: [...JUDGED, ...DATED],
  withdraw: [...JUDGED, ...DATED],
  'grant-extension': [...DATED, 'closure-requested', 'returned', 'reassigned'],
  'refuse-extension': [...DATED, 'closure-requested', 'returned', 'reassigned'],
};

const ANY: readonly EventType[] = [
  ...JUDGED,
  ...DATED,
  ...(['acknowledged', 'progress-reported', 'commented', 'asked', 'urged', 'resent'] as const),
  ...(['mail-undeliverable', 'rung-reached', 'people-changed', 'key-revoked', 'policy-changed'] as const),
];

/** A log of events of these types; what else they say does not matter. */
const logOf = (types: readonly EventType[]): LogEntry[] =>
  types.reduce<LogEntry[]>((log, type) => {
    const entry = nextEntry(log.at(-1), hashOf('origin'), { at: NOW, event: { type } as Event });
    return [...log, entry];
  }, []);

test('a decision is outdated if and only if something that matters to it came after what was seen', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...DECISIONS),
      fc.array(fc.constantFrom(...ANY), { minLength: 1, maxLength: 12 }),
      fc.nat(),
      (type, types, pick) => {
        const log = logOf(types);
        const place = pick % log.length;
        const since = log.slice(place + 1).filter(({ event }) => MUST_SEE[type].includes(event.type));
        const refusal = outdated({ type, seen: log[place]?.hash }, log);
        expect(refusal !== undefined).toBe(since.length > 0);
        if (refusal?.type !== 'SeenTooOld') return;
        expect(refusal.entries).toEqual(
          since.slice(0, 5).map(({ seq, event }) => ({ seq, event: event.type })),
        );
        expect(refusal.more).toBe(Math.max(0, since.length - 5));
      },
    ),
  );
});

test('no other command is ever outdated', () => {
  const log = logOf(ANY);
  for (const type of COMMAND_TYPES.filter((one) => !isDecision(one)))
    expect(outdated({ type, seen: log[0]?.hash }, log)).toBeUndefined();
});

test('who does not say what they saw is not held to it', () => {
  expect(outdated({ type: 'approve' }, logOf(ANY))).toBeUndefined();
});

test('what came before the sight, and the entry that was seen itself, do not count', () => {
  const log = logOf(['evidence-added', 'closure-requested', 'commented']);
  expect(mattersSince('approve', log[1]?.hash ?? '', log)).toEqual([]);
  expect(mattersSince('approve', log[0]?.hash ?? '', log)).toEqual([{ seq: 2, event: 'closure-requested' }]);
});

/** What the rules would let through, though the person knew nothing of it. */
const BEHIND_THE_BACK: readonly [
  CommandType,
  'acceptance' | 'leader-review' | 'in-progress',
  (life: ItemLife) => void,
  Mattering,
][] = [
  [
    'approve',
    'leader-review',
    (life) => {
      give(life, 'withdraw-closure', NOW);
      give(life, 'request-closure', NOW, { summary: '另一种说法' });
    },
    'closure-withdrawn',
  ],
  [
    'return',
    'acceptance',
    (life) => {
      give(life, 'withdraw-closure', NOW);
      give(life, 'request-closure', NOW);
      give(life, 'approve', NOW);
    },
    'approved',
  ],
  [
    'withdraw',
    'in-progress',
    (life) => void give(life, 'add-evidence', NOW, { file: aFile('9') }),
    'evidence-added',
  ],
  [
    'accept',
    'acceptance',
    (life) => void give(life, 'reassign', NOW, { side: 'leader', to: PEOPLE.bystander }),
    'reassigned',
  ],
];

test.each(BEHIND_THE_BACK)(
  '%s (%s) is refused where the item has changed since',
  (type, status, change, event) => {
    const life = anItem(status);
    const seen = life.log.at(-1)?.hash;
    const command = () => aCommand(life, type, NOW, { seen });
    expect(life.objection(command(), NOW)).toBeUndefined();
    give(life, 'comment', NOW, { by: PEOPLE.office });
    expect(life.objection(command(), NOW)).toBeUndefined();
    change(life);
    expect(life.objection(command(), NOW)).toMatchObject({ type: 'SeenTooOld', command: type });
    expect(mattersSince(type, seen ?? '', life.log).map((came) => came.event)).toContain(event);
    expect(life.objection(aCommand(life, type, NOW, { seen: life.log.at(-1)?.hash }), NOW)).toBeUndefined();
  },
);

test('an extension that was asked for anew, for the same date, is to be looked at again', () => {
  const life = anItem('in-progress');
  const newDeadline = addDays(civilOf(NOW), 90);
  give(life, 'request-extension', NOW, { newDeadline });
  const seen = life.log.at(-1)?.hash;
  give(life, 'refuse-extension', NOW);
  give(life, 'request-extension', NOW, { newDeadline, reason: '另有原因' });
  const grant = aCommand(life, 'grant-extension', instant(NOW + 1), { seen });
  expect(life.objection(grant, NOW)).toMatchObject({ type: 'SeenTooOld' });
});

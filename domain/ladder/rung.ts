import { z } from 'zod';

/** The rungs of the ladder, mildest first; the order is the order of severity. */
export const RUNGS = [
  'reminder',
  'warning',
  'check-in-due',
  'review-due',
  'unacknowledged',
  'imminent',
  'check-in-missed',
  'review-overdue',
  'check-in-escalated',
  'review-escalated',
  'overdue',
  'urging-letter',
  'talk',
  'accountability',
] as const;
export const RungId = z.enum(RUNGS);
export type RungId = z.infer<typeof RungId>;

/** Rungs at which the system proposes a step about persons, which only a person issues or drops. */
export const PROPOSALS = ['urging-letter', 'talk', 'accountability'] as const satisfies readonly RungId[];
export const Proposal = z.enum(PROPOSALS);
export type Proposal = z.infer<typeof Proposal>;

export const isProposal = <T extends string>(rung: T): rung is T & Proposal =>
  Proposal.safeParse(rung).success;

/** Who hears of a rung, by office; the people are looked up when the notice is planned. */
export const Recipient = z.enum(['handler', 'leader', 'reviewer', 'superior', 'head', 'office', 'oversight']);
export type Recipient = z.infer<typeof Recipient>;

/** Recipients who may decide on a step about persons: offices of the round, never a side of the item. */
export const DecidingOffice = Recipient.extract(['head', 'office', 'oversight']);
export type DecidingOffice = z.infer<typeof DecidingOffice>;

/**
 * One rung: `offset` days from its anchor, repeated after `every` working days, and its recipients.
 * A calendar-day rung that falls on a day off is told on the working day before.
 */
export const Rung = z
  .strictObject({
    id: RungId,
    anchor: z.enum(['assignment', 'deadline', 'review-deadline', 'check-in']),
    offset: z.number().int(),
    unit: z.enum(['calendar', 'working']),
    /** Working days between repeats; `until: anchor` stops on the anchor's day. */
    every: z.number().int().positive().optional(),
    until: z.literal('anchor').optional(),
    to: z.array(Recipient).min(1),
    /**
     * Who of them issues or drops what is proposed at this rung; the others are told for their information.
     * By default, whoever is told by the default ladder.
     */
    decides: z.array(DecidingOffice).min(1).optional(),
  })
  .refine(({ id, decides }) => decides === undefined || isProposal(id), {
    path: ['decides'],
    message: 'decides-nothing',
  });
export type Rung = z.infer<typeof Rung>;

/** The ladder of an office that has set no other. */
export const DEFAULT_LADDER: Rung[] = [
  { id: 'unacknowledged', anchor: 'assignment', offset: 2, unit: 'working', to: ['handler', 'leader'] },
  { id: 'reminder', anchor: 'deadline', offset: -20, unit: 'calendar', to: ['handler'] },
  { id: 'warning', anchor: 'deadline', offset: -10, unit: 'calendar', to: ['handler', 'leader'] },
  {
    id: 'imminent',
    anchor: 'deadline',
    offset: -3,
    unit: 'working',
    every: 1,
    until: 'anchor',
    to: ['handler', 'leader'],
  },
  {
    id: 'overdue',
    anchor: 'deadline',
    offset: 1,
    unit: 'working',
    every: 5,
    to: ['handler', 'leader', 'head'],
  },
  { id: 'urging-letter', anchor: 'deadline', offset: 5, unit: 'working', to: ['office'] },
  { id: 'talk', anchor: 'deadline', offset: 10, unit: 'working', to: ['head', 'office'] },
  { id: 'accountability', anchor: 'deadline', offset: 20, unit: 'working', to: ['oversight'] },
  { id: 'review-due', anchor: 'review-deadline', offset: 0, unit: 'working', to: ['reviewer'] },
  { id: 'review-overdue', anchor: 'review-deadline', offset: 1, unit: 'working', to: ['reviewer'] },
  {
    id: 'review-escalated',
    anchor: 'review-deadline',
    offset: 3,
    unit: 'working',
    every: 2,
    to: ['reviewer', 'superior'],
  },
  { id: 'check-in-due', anchor: 'check-in', offset: -10, unit: 'calendar', to: ['handler'] },
  {
    id: 'check-in-missed',
    anchor: 'check-in',
    offset: 1,
    unit: 'working',
    every: 5,
    to: ['handler', 'leader'],
  },
  {
    id: 'check-in-escalated',
    anchor: 'check-in',
    offset: 10,
    unit: 'working',
    every: 10,
    to: ['head', 'office'],
  },
];

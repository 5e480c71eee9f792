import { z } from 'zod';
import { TimeOfDay } from '../calendar/zone';
import { EvidenceLimits, NO_LIMITS } from '../evidence/limits';
import { DEFAULT_MEASURE_LADDER, MeasureRung } from '../ladder/measure-rung';
import { DEFAULT_LADDER, Rung } from '../ladder/rung';
import { ReportKind } from './report/report';

const time = (text: string) => TimeOfDay.parse(text);

/** How a decision is confirmed to whoever has made it: to people whose key is in other hands it is how they hear of it. */
export const Confirmations = z.strictObject({
  decisions: z.enum(['digest', 'off']).default('digest'),
  /** A confirmation waits so many working days for a digest that goes out anyway, before it causes one. */
  withinWorkingDays: z.number().int().min(1).max(20).default(5),
  /** What a key signs that is not yet so many working days old is confirmed at once. */
  youngKeyWorkingDays: z.number().int().min(0).max(60).default(10),
});
export type Confirmations = z.infer<typeof Confirmations>;

/** Who can be sent reports. */
const READERS = ['head', 'office', 'oversight'] as const;

/** Which reports come by themselves, and to whom. A report to nobody is refused: it would never be missed. */
export const Reports = z.strictObject({
  every: z.array(ReportKind).min(1),
  to: z
    .array(z.enum(READERS))
    .refine((to) => to.length > 0, 'report-to-nobody')
    .default([...READERS]),
});
export type Reports = z.infer<typeof Reports>;

/** What varies by place and year. Every figure of the office's rules is here, none in code. */
export const Policy = z.strictObject({
  version: z.string().min(1).max(64).default('default-1'),
  /** `signed` takes signed commands only; `claimed` also a person's word for who they are, and marks it for ever. */
  identity: z.enum(['claimed', 'signed']).default('signed'),
  mail: z
    .strictObject({
      /** The digest goes out at `opens`; urgent mail between `opens` and `closes` on working days. */
      opens: TimeOfDay.default(time('08:30')),
      closes: TimeOfDay.default(time('17:30')),
      /** Urgent notices within this many seconds share one mail. */
      gatherSeconds: z.number().int().min(1).max(3600).default(10),
    })
    .prefault({}),
  review: z
    .strictObject({
      leaderWorkingDays: z.number().int().positive().default(3),
      acceptorWorkingDays: z.number().int().positive().default(5),
    })
    .prefault({}),
  extensions: z
    .strictObject({
      /** How many extensions of an item may be granted. */
      most: z.number().int().nonnegative().max(99).default(2),
    })
    .prefault({}),
  returns: z
    .strictObject({
      /** A return gives at least this many working days; more than that only up to what stands without an extension. */
      workingDays: z.number().int().positive().max(250).default(10),
    })
    .prefault({}),
  /** Months between the check-ins of a sustained item. */
  checkIn: z.strictObject({ months: z.number().int().min(1).max(24).default(3) }).prefault({}),
  /** Hours that must pass before an item may be urged again. */
  urge: z.strictObject({ hours: z.number().int().min(1).max(720).default(4) }).prefault({}),
  evidence: EvidenceLimits.prefault({}),
  /** How often a person may give each kind of command to an item in a day: what is said, and what is done and handed in. */
  daily: z
    .strictObject({
      talk: z.number().int().positive().max(10_000).default(50),
      work: z.number().int().positive().max(10_000).default(300),
    })
    .prefault({}),
  /** How long what one person has signed waits for the signature of a second; `DEFAULT_PROPOSALS` where nothing is said. */
  proposals: z.strictObject({ workingDays: z.number().int().min(1).max(60) }).optional(),
  /** So long after the import the office corrects the plan alone, where nobody has worked on it; `DEFAULT_CORRECTIONS` where nothing is said. */
  corrections: z.strictObject({ workingDays: z.number().int().min(0).max(60) }).optional(),
  /** Absent in policies that were put in force before decisions were confirmed: they are not. */
  confirm: Confirmations.prefault({}).optional(),
  /** Absent: none, as in policies from before. */
  reports: Reports.optional(),
  /**
   * `none`: operators cannot search items by leader and section, whose names stay out of attributes, which nothing encrypts.
   * Absent is `plain`, as in policies from before.
   */
  attributeNames: z.enum(['plain', 'none']).optional(),
  /** Least number of characters in which a return says what is missing. */
  missingStatementLength: z.number().int().positive().default(10),
  ladder: z.array(Rung).default(DEFAULT_LADDER),
  /**
   * Of measures that have dates of their own, and whether who helps is asked at all. Absent in policies from before: owners
   * and assisting sections were names only.
   */
  measureLadder: z.array(MeasureRung).default(DEFAULT_MEASURE_LADDER).optional(),
  /** Repeating rungs are planned this many working days past the later of now and their anchor. */
  horizonWorkingDays: z.number().int().min(1).max(250).default(25),
});
export type Policy = z.infer<typeof Policy>;

export const DEFAULT_PROPOSALS = { workingDays: 5 } as const;
export const DEFAULT_CORRECTIONS = { workingDays: 3 } as const;

export const DEFAULT_POLICY: Policy = Policy.parse({});

/** A policy in force, perhaps from before there were limits for its version and evidence, or confirmations, which then has none. */
export const PolicyInForce = Policy.extend({
  version: z.string().min(1),
  evidence: EvidenceLimits.default(NO_LIMITS),
  confirm: Confirmations.optional(),
  measureLadder: z.array(MeasureRung).optional(),
});

/** The same of a policy that a round, or an item, was started with. */
export const inForceAsStarted = (
  policy: Omit<Policy, 'evidence' | 'returns' | 'daily'> & Partial<Policy>,
): Policy => ({
  ...policy,
  evidence: policy.evidence ?? NO_LIMITS,
  returns: policy.returns ?? DEFAULT_POLICY.returns,
  daily: policy.daily ?? DEFAULT_POLICY.daily,
});

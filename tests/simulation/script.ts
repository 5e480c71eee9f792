import fc from 'fast-check';

/** A whole simulated round as plain data, which fast-check invents; `shorten` cuts down what fails. */

const DAY = 86_400_000;
const HOUR = 3_600_000;

/** How a person behaves when it is their turn. */
const TEMPERAMENTS = ['diligent', 'late', 'absent', 'hostile'] as const;
export type Temperament = (typeof TEMPERAMENTS)[number];

/** `turn`: whoever an item waits for does what such a person would. The others are told in `deeds/`. */
export const KINDS = ['turn', 'item', 'round', 'restart', 'bounce'] as const;
export type DeedKind = (typeof KINDS)[number];

/** The largest number that chooses something. */
export const MOST_PICK = 400;

/** Something that is done `after` so many milliseconds. What it is depends on how things then stand. */
export type Deed = {
  after: number;
  kind: DeedKind;
  /** Which item, person and choice: taken modulo what there is. */
  item: number;
  who: number;
  pick: number;
  /** How the deed is spoilt; 0 is not at all. */
  spoil: number;
  days: number;
};

export type ItemSetting = {
  kind: 'immediate' | 'time-limited' | 'sustained';
  /** Days from the beginning to the deadline; null without one. */
  due: number | null;
  handler: number;
  leader: number;
  acceptor: number;
  measures: number;
};

export type Setting = {
  year: number;
  day: number;
  /** Milliseconds from the midnight of that day. */
  hour: number;
  signed: boolean;
  /** Days of the concentrated period. */
  concentrated: number;
  /** Which of the policies and calendars of `variants.ts` is in force at the beginning. */
  policy: number;
  calendar: number;
  items: ItemSetting[];
  /** Pairs of places in the roster: who names whom as deputy. */
  deputies: (readonly [number, number])[];
  temperaments: Temperament[];
  /** Seed of delays, duplicates and the order of what is under way. */
  noise: number;
};

export type Script = { setting: Setting; deeds: Deed[] };

const anyItem: fc.Arbitrary<ItemSetting> = fc.record({
  kind: fc.constantFrom('time-limited', 'immediate', 'sustained'),
  due: fc.option(fc.integer({ min: 3, max: 240 }), { freq: 8 }),
  handler: fc.nat(20),
  leader: fc.nat(20),
  acceptor: fc.nat(20),
  measures: fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 3 })),
});

const anyTemperament = fc.oneof(
  { weight: 5, arbitrary: fc.constant('diligent' as const) },
  { weight: 2, arbitrary: fc.constantFrom(...TEMPERAMENTS) },
);

export type Size = { items: number; deeds: number };

const anySetting = ({ items }: Size): fc.Arbitrary<Setting> =>
  fc.record({
    year: fc.integer({ min: 2004, max: 2100 }),
    day: fc.nat(364),
    hour: fc.nat(DAY - 1),
    signed: fc.oneof(
      { weight: 15, arbitrary: fc.constant(false) },
      { weight: 1, arbitrary: fc.constant(true) },
    ),
    concentrated: fc.constantFrom(60, 90, 180),
    policy: fc.nat(50),
    calendar: fc.nat(50),
    items: fc.array(anyItem, { minLength: Math.min(3, items), maxLength: items, size: 'max' }),
    deputies: fc.array(fc.tuple(fc.nat(13), fc.nat(13)), { maxLength: 16, size: 'max' }),
    temperaments: fc.array(anyTemperament, { minLength: 17, maxLength: 17 }),
    noise: fc.oneof({ weight: 1, arbitrary: fc.constant(0) }, { weight: 4, arbitrary: fc.nat() }),
  });

/** At once, within hours or days, at the very same time of a later day, or after weeks of silence. */
const anyPause = fc.oneof(
  { weight: 2, arbitrary: fc.constant(0) },
  { weight: 8, arbitrary: fc.nat(6 * HOUR) },
  { weight: 8, arbitrary: fc.nat(4 * DAY) },
  { weight: 4, arbitrary: fc.nat(10).map((days) => days * DAY) },
  { weight: 1, arbitrary: fc.nat(60 * DAY) },
);

const anyDeed: fc.Arbitrary<Deed> = fc.record({
  after: anyPause,
  kind: fc.oneof(
    { weight: 14, arbitrary: fc.constant('turn' as const) },
    { weight: 6, arbitrary: fc.constant('item' as const) },
    { weight: 4, arbitrary: fc.constant('round' as const) },
    { weight: 1, arbitrary: fc.constant('restart' as const) },
    { weight: 1, arbitrary: fc.constant('bounce' as const) },
  ),
  item: fc.nat(400),
  who: fc.nat(400),
  pick: fc.nat(MOST_PICK),
  spoil: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(400) }),
  days: fc.integer({ min: -5, max: 120 }),
});

export const ORDINARY: Size = { items: 8, deeds: 160 };

const CHAPTERS = 4;

/**
 * About half as many deeds as there may be: several chapters, each of any length, are seldom all short or all long.
 */
const anyDeeds = ({ deeds }: Size): fc.Arbitrary<Deed[]> => {
  const chapter = fc.array(anyDeed, { maxLength: Math.ceil(deeds / CHAPTERS), size: 'max' });
  return fc.tuple(...Array.from({ length: CHAPTERS }, () => chapter)).map((chapters) => chapters.flat());
};

export const anyScript = (size: Size = ORDINARY): fc.Arbitrary<Script> =>
  fc.noBias(fc.record({ setting: anySetting(size), deeds: anyDeeds(size) }));

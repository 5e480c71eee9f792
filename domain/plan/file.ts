import { z } from 'zod';
import { CivilDate } from '../calendar/civil';
import { instantOf } from '../calendar/zone';
import { KeyRing, PublicKey } from '../identity/key';
import { PersonId } from '../../base/ids';
import { words } from '../language';
import { ItemSource, PRIORITIES, Tags, tagsIn } from './about';
import { pageIn, priorityIn } from './about-words';
import { ArchiveScheme, ItemKind, MeasureKind, Plan, PlannedItem, PlannedMeasure } from './plan';
import { Rung } from '../ladder/rung';
import { Policy } from '../round/policy';
import { Person, Roster } from '../round/roster';

const chinese = words('zh-CN');

/** A code, or the Chinese word for it. */
const wordOr = <T extends string>(codes: readonly T[], said: Record<T, string>) =>
  z
    .enum([...codes.map((code) => said[code]), ...codes])
    .transform((word) => codes.find((code) => code === word || said[code] === word) ?? z.NEVER);

const RETENTION_WORDS = { Y: '永久', D30: '30年', D10: '10年' } as const;

const Flag = z.literal([true, false, '是', '否']);

const dayBegins = CivilDate.transform((date): number => instantOf(date));

/** A public key as `rectify keygen` prints it: good from the beginning of a day up to that of another. */
const FileKey = z.strictObject({
  kid: z.string(),
  x: z.string(),
  from: dayBegins,
  until: dayBegins.optional(),
  revoked: dayBegins.optional(),
});

const FileKeys = z.array(FileKey).pipe(KeyRing);

const FilePerson = Person.extend({ keys: FileKeys.optional() });

/** A text as offices write it, in the form that the plan keeps; anything else stays as it is. */
const read =
  (of: (text: string) => unknown) =>
  (given: unknown): unknown =>
    typeof given === 'string' ? of(given) : given;

const FilePriority = z.preprocess(
  read((text) => priorityIn(text) ?? text),
  wordOr(PRIORITIES, chinese.priority),
);

const FileSource = ItemSource.extend({
  page: z
    .preprocess(
      (given) => (Number.isSafeInteger(given) ? String(given) : read(pageIn)(given)),
      ItemSource.shape.page.unwrap(),
    )
    .optional(),
});

const FileMeasure = PlannedMeasure.omit({ no: true }).extend({
  kind: wordOr(MeasureKind.options, chinese.measureKind),
});

const FileItem = PlannedItem.omit({ number: true, category: true }).extend({
  /** Within its category; by position unless given. */
  no: z.number().int().min(1).max(999).optional(),
  kind: wordOr(ItemKind.options, chinese.itemKind),
  /** Read only to be refused: classified matters must not enter this system. */
  classified: Flag.optional(),
  涉密: Flag.optional(),
  priority: FilePriority.optional(),
  /** A list, or one text. */
  tags: z.preprocess(read(tagsIn), Tags).optional(),
  source: FileSource.optional(),
  measures: z.array(FileMeasure).min(1).max(99),
});

const FileCategory = z.strictObject({
  no: z.number().int().min(1).max(99).optional(),
  title: PlannedItem.shape.category,
  items: z.array(FileItem).min(1).max(999),
});

/** A plan as people write it: items under their categories, numbered by position. */
export const PlanFile = Plan.omit({ items: true }).extend({
  archive: ArchiveScheme.extend({
    retention: wordOr(ArchiveScheme.shape.retention.unwrap().options, RETENTION_WORDS).default('D30'),
  }),
  policy: Policy.prefault({}),
  roster: Roster.extend({ people: z.array(FilePerson).min(1) }),
  categories: z.array(FileCategory).min(1).max(99),
});
export type PlanFile = z.infer<typeof PlanFile>;

const soft = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined);
const softList = <T extends z.ZodType>(schema: T) => soft(z.array(soft(schema)));

/**
 * What can be understood of a plan file that may be wrong anywhere: a value of the wrong shape is absent.
 * So the rules find their faults also in a file that has others.
 */
export const PlanDraft = z
  .object({
    bodyId: z.unknown().optional(),
    feedback: soft(CivilDate),
    concentratedUntil: soft(CivilDate),
    policy: soft(z.object({ identity: soft(Policy.shape.identity), ladder: softList(Rung) })),
    roster: soft(
      z.object({
        people: softList(
          z.object({
            id: soft(PersonId),
            superior: soft(PersonId),
            deputies: softList(PersonId),
            keys: softList(FileKey.pipe(PublicKey)),
          }),
        ),
        head: soft(PersonId),
        office: softList(PersonId),
        oversight: softList(PersonId),
        archivist: soft(PersonId),
        contacts: soft(z.record(z.string(), soft(PersonId))),
      }),
    ),
    categories: softList(
      z.object({
        no: soft(FileCategory.shape.no),
        title: soft(z.string()),
        items: softList(
          z.object({
            no: soft(FileItem.shape.no),
            problem: soft(z.string()),
            leader: soft(PersonId),
            handler: soft(PersonId),
            acceptor: soft(PersonId),
            deadline: soft(CivilDate),
            cause: soft(z.string()),
            goal: soft(z.string()),
            tags: soft(z.preprocess(read(tagsIn), softList(z.string()))),
            source: soft(z.object({ document: soft(z.string()) })),
            classified: z.unknown().optional(),
            涉密: z.unknown().optional(),
            measures: softList(
              z.object({ text: soft(z.string()), owner: soft(PersonId), deadline: soft(CivilDate) }),
            ),
          }),
        ),
      }),
    ),
  })
  .catch({});
export type PlanDraft = z.infer<typeof PlanDraft>;

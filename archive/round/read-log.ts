import { z } from 'zod';
import { ItemNumber, PersonId, Sha256 } from '../../base/ids';
import { Instant } from '../../domain/calendar/zone';
import { EvidenceFile } from '../../domain/item/command';
import { ENDS } from '../../domain/item/lost';
import type { LogEntry } from '../../domain/item/log';
import { DocumentKind } from '../../domain/round/command';
import type { RoundEvent } from '../../domain/round/event';
import { type BagContent, type Complain, readLog } from '../item/read-record';
import { ROUND_RECORD } from './paths';

const File = EvidenceFile.loose();
const Changed = z.looseObject({ to: z.string() });
const Previous = z.looseObject({ archiveNumber: z.string(), manifest: z.string().optional() });

const Lost = z.looseObject({ cycle: z.number().int(), ended: z.enum(ENDS), archiveNumber: z.string() });

const ofKey = { person: PersonId, kid: z.string() };
const ofProposal = { ...ofKey, proposed: z.number().int() };

/** The events that the checks look into; all others may have any form. */
const FORMS: ReadonlyMap<string, z.ZodType> = new Map<RoundEvent['type'], z.ZodType>([
  ['policy-changed', Changed],
  ['calendar-changed', Changed],
  [
    'item-reopened',
    z.looseObject({ item: ItemNumber, cycle: z.number().int(), previous: Previous.optional() }),
  ],
  ['item-restored', z.looseObject({ item: ItemNumber, cycle: z.number().int(), lost: Lost })],
  [
    'document-filed',
    z.looseObject({
      kind: DocumentKind,
      file: File,
      number: z.string().optional(),
      item: ItemNumber.optional(),
    }),
  ],
  [
    'notice-published',
    z.looseObject({
      file: File,
      number: z.string().optional(),
      figures: z.record(z.string(), z.number()),
    }),
  ],
  ['key-proposed', z.looseObject({ ...ofKey, x: z.string(), until: Instant })],
  ['key-countersigned', z.looseObject({ ...ofProposal, from: Instant })],
  ['key-lapsed', z.looseObject(ofProposal)],
  ['key-replaced', z.looseObject({ ...ofKey, proposed: ofProposal.proposed.optional() })],
  ['key-revoked', z.looseObject(ofKey)],
  ['second-asked', z.looseObject({ command: z.string(), items: z.array(ItemNumber), until: Instant })],
  ['second-lapsed', z.looseObject({ asked: z.number().int() })],
  [
    'plan-amended',
    z.looseObject({
      version: z.number().int(),
      changes: z.array(z.looseObject({ item: ItemNumber, cycle: z.number().int() })),
      added: z
        .array(
          z.looseObject({
            planned: z.looseObject({ number: ItemNumber }),
            splitFrom: ItemNumber.optional(),
          }),
        )
        .optional(),
      archiveNumbers: z.array(z.string()).optional(),
      asked: z.number().int().optional(),
    }),
  ],
  [
    'import-undone',
    z.looseObject({
      reason: z.string(),
      number: z.string().optional(),
      items: z.array(ItemNumber),
      asked: z.number().int().optional(),
    }),
  ],
  ['amendment-conflict', z.looseObject({ item: ItemNumber, version: z.number().int() })],
  ['attested', z.looseObject({ entries: z.number().int().positive(), head: Sha256 })],
  [
    'round-closed',
    z.looseObject({ note: z.string(), archiveNumber: z.string(), undone: z.number().int().optional() }),
  ],
]);

/** The log of a round; undefined, with a complaint, where a line or an event is malformed. */
export const readRoundLog = (
  bag: BagContent,
  complain: Complain,
): readonly LogEntry<RoundEvent>[] | undefined => {
  const file = ROUND_RECORD.log;
  const log = readLog(bag, file, complain);
  for (const [index, { event }] of (log ?? []).entries()) {
    const judged = FORMS.get(event.type)?.safeParse(event);
    if (!judged || judged.success) continue;
    const at = ['event', ...(judged.error.issues[0]?.path ?? [])].join('.');
    complain({ type: 'record-malformed', file, line: index + 1, problem: 'wrong-form', at });
    return undefined;
  }
  return log as readonly LogEntry<RoundEvent>[] | undefined;
};

import { ApplicationFailure } from '@temporalio/common';
import { parseAs } from '../../../archive/item/foreign';
import { RecordedLedger, RecordedPlan } from '../../../archive/round/read';
import { type BagReference, bagsOf, documentsIn, type RoundRecord } from '../../../archive/round/record';
import type { Sha512 } from '../../../base/ids';
import {
  type ImportedPlan,
  ledgerPaperName,
  ledgersKept,
  type LedgerSnapshot,
  planPaperName,
} from '../../../domain/round/papers';
import { sha512Of } from '../../../store/digest';
import { evidenceName } from '../../../store/evidence';
import { ifThere } from '../../../store/if-there';
import type { Store } from '../../../store/store';
import type { RoundArchiveOrder } from '../../../workflows/contract';
import { inEveryLanguage } from '../../language';
import { storedFault } from '../check-evidence';
import { type Found, type Want, wanted } from './found';
import { judgeBag } from './item-bag';

/** Whether the paper is what was kept, as far as that was noted. */
const isAsKept = (bytes: Buffer, noted: Sha512 | undefined): boolean =>
  noted === undefined || sha512Of(bytes) === noted;

/** A paper of the round as kept; `read` says whether it agrees with the log. */
const paperOf = async <T>(
  store: Store,
  { digests = {} }: RoundArchiveOrder,
  name: string,
  read: (text: string) => T | undefined,
): Promise<Found<T>> => {
  const bytes = await ifThere(store.get(name));
  if (bytes === undefined) return wanted((say) => say.paper(name, 'missing'));
  const value = isAsKept(bytes, digests[name]) ? read(bytes.toString()) : undefined;
  return value === undefined ? wanted((say) => say.paper(name, 'changed')) : { value };
};

const planIn = (round: string) => (text: string) => {
  const read = parseAs(RecordedPlan, text);
  return 'value' in read && read.value.round === round ? (read.value as unknown as ImportedPlan) : undefined;
};

const ledgerIn = (hash: string) => (text: string) => {
  const read = parseAs(RecordedLedger, text);
  return 'value' in read && read.value.entry.hash === hash
    ? (read.value as unknown as LedgerSnapshot)
    : undefined;
};

const documentWants = async (store: Store, { log }: RoundArchiveOrder): Promise<Want[]> => {
  const wants: Want[] = [];
  for (const document of documentsIn(log)) {
    const fault = await storedFault(store, document);
    if (!fault) continue;
    const { title, sha512 } = document;
    wants.push((say) => say.document(title, evidenceName(sha512), fault));
  }
  return wants;
};

/** How many missing parts a failure names. */
const TOLD = 10;

const failure = (wants: readonly Want[]): ApplicationFailure => {
  const told = wants.slice(0, TOLD);
  const more = wants.length - told.length;
  return ApplicationFailure.retryable(
    inEveryLanguage((say) =>
      say.roundIncomplete(
        told.map((want) => want(say.want)),
        more,
      ),
    ),
    'RoundIncomplete',
  );
};

const valuesOf = <T>(found: readonly Found<T>[], wants: Want[]): T[] =>
  found.flatMap((one) => {
    if ('value' in one) return [one.value];
    wants.push(one.want);
    return [];
  });

const bagsIn = async (
  store: Store,
  { head, log }: RoundArchiveOrder,
  last: LedgerSnapshot | undefined,
): Promise<Found<BagReference>[]> => {
  const found: Found<BagReference>[] = [];
  for (const known of bagsOf(head.round, last?.rows ?? [], log)) found.push(await judgeBag(store, known));
  return found;
};

/**
 * Everything that the bag of a round is made from, checked before anything is written: papers, documents, and the
 * bag of each life of each item, read to its last byte. Fails, to be tried again, with everything that is wrong.
 */
export const gather = async (store: Store, order: RoundArchiveOrder): Promise<RoundRecord> => {
  const { head, calendar, born, log, clock, opening } = order;
  const wants: Want[] = [];
  const kept = ledgersKept(log).map(({ seq, hash }) =>
    paperOf(store, order, ledgerPaperName(head.round, seq), ledgerIn(hash)),
  );
  const ledgers = valuesOf(await Promise.all(kept), wants);
  const [plan] = valuesOf(
    [await paperOf(store, order, planPaperName(head.round), planIn(head.round))],
    wants,
  );
  wants.push(...(await documentWants(store, order)));
  const bags = valuesOf(await bagsIn(store, order, ledgers.at(-1)), wants);
  if (wants.length > 0 || !plan) throw failure(wants);
  const drill = clock.drill === undefined ? {} : { drill: clock.drill };
  return { head, calendar, born, log, plan, ledgers, bags, ...drill, ...(opening && { opening }) };
};

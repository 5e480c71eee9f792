import type { EvidenceLimits } from '../../../domain/evidence/limits';
import type { Evidence } from '../../../domain/evidence/manifest';
import { firstFound, type Rule, type SeenSeat, type Step, unequal } from '../rule';

/** What tells one file from another in the order in which they came. */
const told = (evidence: readonly Evidence[]) =>
  evidence.map(({ measure, sha512, replaces, withdrawn }) => ({ measure, sha512, replaces, withdrawn }));

const wronglyWithdrawn = (no: number, { evidence, replaced }: Step['before']): string | undefined => {
  const file = evidence[no - 1];
  if (!file) return `${no} was withdrawn, which is no file`;
  return file.withdrawn || replaced.includes(no)
    ? `${no} was withdrawn, which was current no more`
    : undefined;
};

const wrongVersion = ({ entry: { event }, before }: Step): string | undefined => {
  if (event.type === 'evidence-withdrawn') return wronglyWithdrawn(event.evidence, before);
  if (event.type !== 'evidence-added' || event.replaces === undefined) return undefined;
  const { measure, replaces } = event;
  const old = before.evidence[replaces - 1];
  if (old?.measure !== measure) return `${replaces} was replaced, which is no file of measure ${measure}`;
  if (old.withdrawn) return `${replaces} was replaced after it had been withdrawn`;
  return before.replaced.includes(replaces) ? `${replaces} was replaced a second time` : undefined;
};

/** Nothing is lost, and the ledger counts what is current. */
const keptIn = ({ life, tale }: SeenSeat): string | undefined =>
  unequal('the evidence', told(life.state.evidence), told(tale.evidence)) ??
  unequal(
    'the number of files in the ledger',
    life.firstRow().evidence,
    tale.evidence.filter(({ withdrawn }, index) => !withdrawn && !tale.replaced.includes(index + 1)).length,
  );

export const versionsAreKept = (): Rule => ({
  name: 'versions-are-kept',
  sentence: 'a new version takes the place of one current file of its measure, and nothing is thrown away',
  item: ({ steps, seat }) => firstFound(steps, wrongVersion) ?? keptIn(seat),
});

/** A media type as somebody reads it who knows what a star is on a command line. */
const isTaken = ({ mediaTypes }: EvidenceLimits, given: string): boolean =>
  mediaTypes.some((type) =>
    new RegExp(`^${type.replace(/[.+]/g, '\\$&').replaceAll('*', '.*')}$`).test(given),
  );

export const evidenceWithinLimits = (): Rule => ({
  name: 'evidence-within-limits',
  sentence: 'no evidence is taken that is larger than the policy says, or of a kind that it does not name',
  item: ({ steps, before: { context } }) =>
    firstFound(steps, ({ entry: { event } }) => {
      if (event.type !== 'evidence-added') return undefined;
      const limits = context.policy.evidence;
      const { size, mediaType } = event.file;
      if (size > limits.mostBytes) return `${size} octets, and ${limits.mostBytes} are the most`;
      return isTaken(limits, mediaType)
        ? undefined
        : `${mediaType}, and taken are ${limits.mediaTypes.join()}`;
    }),
});

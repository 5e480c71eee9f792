import type { RoundFactKind, RoundLine } from '../domain/ladder/round-notice';
import { readable } from '../domain/calendar/zone';
import type { RoundWords } from './language/round/words';
import type { MailWords } from './language/words';
import type { Reader } from './reader';
import { wordedReport } from './report';
import type { Row } from './row';
import type { Tone, WordedLine } from './worded-line';

const TONE: Record<RoundFactKind, Tone> = {
  'key-proposed': 'alarm',
  'key-countersigned': 'alarm',
  'key-replaced': 'alarm',
  'key-revoked': 'alarm',
  'key-registered': 'task',
  'key-lapsed': 'calm',
  'second-asked': 'task',
  'second-lapsed': 'caution',
  'plan-amended': 'calm',
  'amendment-conflict': 'caution',
  'import-undone': 'caution',
  'address-changed': 'caution',
  'policy-changed': 'caution',
  'opening-waiting': 'task',
  'opening-lapsed': 'caution',
  'start-blocked': 'alarm',
  undeliverable: 'caution',
  report: 'calm',
};

/** What the instant of a fact is. */
const AT: Partial<Record<RoundFactKind, 'since' | 'force' | 'until'>> = {
  'key-proposed': 'until',
  'key-countersigned': 'force',
  'key-replaced': 'since',
  'key-revoked': 'since',
  'key-registered': 'since',
  'second-asked': 'until',
  'opening-waiting': 'until',
};

type Todo = { sentence: keyof RoundWords['todo']; verbs: ('countersign' | 'revoke-key')[] };

/** What a person is to do who may sign or revoke, or has to see to something. */
const SIGNERS_TODO: Record<RoundFactKind, Todo | undefined> = {
  'key-proposed': { sentence: 'countersign', verbs: ['countersign', 'revoke-key'] },
  'key-countersigned': { sentence: 'revoke', verbs: ['revoke-key'] },
  'key-replaced': { sentence: 'revoke', verbs: ['revoke-key'] },
  'key-revoked': undefined,
  'key-registered': { sentence: 'revoke', verbs: ['revoke-key'] },
  'key-lapsed': { sentence: 'register', verbs: [] },
  'second-asked': { sentence: 'second', verbs: ['countersign'] },
  'second-lapsed': { sentence: 'again', verbs: [] },
  'plan-amended': undefined,
  'amendment-conflict': { sentence: 'conflict', verbs: [] },
  'import-undone': undefined,
  'address-changed': undefined,
  'policy-changed': undefined,
  'opening-waiting': { sentence: 'opening', verbs: ['countersign'] },
  'opening-lapsed': { sentence: 'import', verbs: [] },
  'start-blocked': { sentence: 'blocked', verbs: [] },
  undeliverable: { sentence: 'undeliverable', verbs: [] },
  report: undefined,
};

/** A key whose name begins with a dash would be taken for an option, so it comes last. */
const revoking = ({ round, fact: { person, kid = '' } }: RoundLine, { to }: Reader): string => {
  const [before, after] = kid.startsWith('-') ? ['', ` -- ${kid}`] : [` ${kid}`, ''];
  return `rectify revoke-key ${person?.id ?? ''}${before} --round ${round} --as ${to.person}${after}`;
};

const commandOf = (verb: Todo['verbs'][number], line: RoundLine, reader: Reader): string =>
  verb === 'countersign'
    ? `rectify countersign ${line.round} --as ${reader.to.person}`
    : revoking(line, reader);

const todoOf = (line: RoundLine, reader: Reader): WordedLine['todo'] => {
  const { fact } = line;
  const { todo } = reader.say.round;
  if (fact.part === 'concerned') return { sentence: todo.concerned, commands: [] };
  const own = fact.part === 'signer' ? SIGNERS_TODO[fact.kind] : undefined;
  return (
    own && { sentence: todo[own.sentence], commands: own.verbs.map((verb) => commandOf(verb, line, reader)) }
  );
};

const rowsOf = ({ fact }: RoundLine, { say: { round: say }, to }: Reader): Row[] => {
  const row = (label: string, value: string | undefined): Row[] => (value ? [{ label, value }] : []);
  const { kind, kid, former = [], at, text } = fact;
  const when = AT[kind];
  return [
    ...row(kind === 'key-revoked' ? say.label.former : say.label.kid, kid),
    ...row(say.label.former, former.join(' ')),
    ...(when ? row(say.label[when], at === undefined ? undefined : readable(at)) : []),
    ...row(say.written[kind], text),
    ...row(say.label.sentTo, to.former && say.sentToFormer),
  ];
};

/** What a line about a round is called; a report by its kind. */
export const roundTag = ({ fact: { kind, report } }: RoundLine, say: MailWords): string =>
  report ? say.report.kind[report.kind] : say.round.tag[kind];

/** A line about a round itself, in full: there are few. */
export const wordedRoundLine = (line: RoundLine, reader: Reader): WordedLine => {
  const { fact, round, title } = line;
  const { by, person, at, kind, part } = fact;
  const { round: say } = reader.say;
  const todo = todoOf(line, reader);
  const report = fact.report && wordedReport(fact.report, reader.to.language);
  return {
    tone: TONE[kind],
    tag: roundTag(line, reader.say),
    head: title,
    where: round,
    said:
      report?.said ??
      say.said[kind]({
        by,
        person: part === 'concerned' ? undefined : person?.name,
        at: at === undefined ? undefined : readable(at),
        what: fact.command && reader.words.command[fact.command],
      }),
    rows: report?.rows ?? rowsOf(line, reader),
    ...(todo && { todo }),
  };
};

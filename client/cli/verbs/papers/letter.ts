import type { Command } from 'commander';
import { z } from 'zod';
import { civilOf } from '../../../../domain/calendar/zone';
import { documentName } from '../../../../documents/file-name';
import {
  type Letter,
  LETTER_FORMS,
  LETTER_RUNGS,
  type LetterCase,
  letterOf,
  type LetterRung,
} from '../../../../documents/letter';
import { isOpen } from '../../../../domain/item/states';
import { words } from '../../../../domain/language';
import { officeNumber } from '../../../../domain/plan/plan';
import { PaperNumber } from '../../../../domain/round/command';
import { ChoiceOption } from '../../arguments/choice';
import { wellFormed } from '../../commands/commands';
import type { Cli } from '../../context';
import { namedAs } from '../../arguments/output-name';
import { isDraft, writePaper } from '../../files/write-paper';
import { parseItem } from '../../arguments/item-argument';
import { rowIn, Session } from '../../session';
import { Trouble } from '../../trouble/trouble';
import { dateValue } from '../../arguments/values';
import { iso } from '../../../../domain/calendar/iso';
import { rungsWords } from '../../views/proposal-table';

type Options = { output?: string; number?: string; rung: LetterRung; until?: string; json?: true };

const caseOf = (cli: Cli, given: string): Promise<LetterCase> =>
  Session.with(cli, async (session) => {
    const { number, round = await session.round() } = parseItem(given);
    const { head, calendar, clock, now, rows } = await session.ledger(round);
    const row = rowIn({ head, rows }, number);
    const { state, context } = await session.view({ round, number }, row.cycle);
    return { head, calendar, clock, now, today: civilOf(now), row, planned: context.planned, state };
  });

const numberValue = (number: string): string =>
  wellFormed(z.object({ number: PaperNumber }), { number }).number;

/** A notice that nothing asks for this letter, which is written all the same. */
const unasked = (cli: Cli, { row }: LetterCase, rung: LetterRung): string => {
  const { papers } = cli.say;
  const item = officeNumber(row.number);
  return isOpen(row.status)
    ? papers.notProposed(rungsWords(cli)[rung], item)
    : papers.ended(item, words(cli.language).status[row.status]);
};

/** A letter that the system has proposed is issued under a number; one that was signed is filed. */
const nextStep = (cli: Cli, { row }: LetterCase, { paper, proposed, number }: Letter, rung: LetterRung) => {
  const { next } = cli.say.papers;
  return proposed && isDraft(paper)
    ? next.issue(row.number, rungsWords(cli)[rung])
    : next.file(row.number, rungsWords(cli)[rung], number);
};

const letter = async (cli: Cli, given: string, options: Options): Promise<void> => {
  const { rung, until, number } = options;
  const output = namedAs('docx', options.output);
  const asked = {
    rung,
    ...(number !== undefined && { number: numberValue(number) }),
    ...(until !== undefined && { until: dateValue('--until', until) }),
  };
  const about = await caseOf(cli, given);
  const drawn = letterOf(about, asked);
  if (until !== undefined && until < drawn.day)
    throw new Trouble({ type: 'bad-value', option: '--until', given: until, expected: 'date-ahead' });
  const { round } = about.head;
  const name = `${LETTER_FORMS[rung].name}-${round}-${about.row.number}`;
  const file = output ?? `${documentName(about.clock, 'zh-CN', name)}.docx`;
  await writePaper(cli, drawn.paper, file, { ...options, next: nextStep(cli, about, drawn, rung) });
  if (!drawn.proposed) cli.err.line({ text: unasked(cli, about, rung), style: 'yellow' });
  if (!options.json) return;
  const { title, paragraphs } = drawn.paper;
  cli.out.json('letter', {
    item: about.row.item,
    rung,
    proposed: drawn.proposed,
    ...(drawn.number !== undefined && { number: drawn.number }),
    now: iso(about.now),
    file,
    title,
    paragraphs,
  });
};

export const register = (command: Command, cli: Cli): void => {
  const { option } = cli.say;
  command
    .argument('<item>', cli.say.argument.item)
    .addOption(
      new ChoiceOption('--rung <rung>', option.draftRung, {
        codes: LETTER_RUNGS,
        said: rungsWords(cli),
      }).default(LETTER_RUNGS[0]),
    )
    .option('--number <number>', option.draftNumber)
    .option('--until <date>', option.draftUntil)
    .option('-o, --output <file>', option.letterPaper)
    .option('--json', option.json)
    .action((item: string, options: Options) => letter(cli, item, options));
};

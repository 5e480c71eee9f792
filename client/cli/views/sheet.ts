import { type Instant, readable } from '../../../domain/calendar/zone';
import type { PersonId } from '../../../base/ids';
import type { ItemView } from '../../../domain/item/life';
import { nameOf } from '../../../domain/round/offices';
import type { Cli } from '../context';
import type { Line, Paper, Style } from '../terminal/paper';

/** An item that is being printed. */
export type Sheet = { cli: Cli; paper: Paper; view: ItemView };

export const person = ({ view }: Pick<Sheet, 'view'>, id: PersonId): string =>
  nameOf(id, view.context.roster);

export const heading = ({ paper }: Pick<Sheet, 'paper'>, text: string): void => {
  paper.line();
  paper.prose({ text, style: 'bold' });
};

export const row = (
  { paper, cli }: Pick<Sheet, 'paper' | 'cli'>,
  label: string,
  value: string,
  style?: Style,
): void => {
  const line: Line = style
    ? [cli.say.common.label(label), { text: value, style }]
    : cli.say.common.label(label) + value;
  paper.prose(line);
};

/** Who did something, for whom, and when. */
export const deedText = (
  sheet: Sheet,
  act: string,
  { by, onBehalfOf, at }: { by: PersonId; onBehalfOf?: PersonId; at: Instant },
): string => {
  const principal = onBehalfOf && person(sheet, onBehalfOf);
  return sheet.cli.say.card.decided(act, person(sheet, by), readable(at), principal);
};

import { ItemNumber, RoundId } from '../../../base/ids';
import { numeralOf } from '../../../base/numeral';
import { Trouble } from '../trouble/trouble';

/** An item as a person names it; without a round, the usual one is meant. */
export type ItemArgument = { round?: RoundId; number: ItemNumber };

/** As offices number their categories, with 一 to 九十九 or with digits. */
const FORM =
  /^(?:(?<round>[a-z0-9][a-z0-9-]*)\/)?(?:(?<plain>\d+)[.]|\((?<braced>\d+)\)|\(?(?<chinese>[一二三四五六七八九](?:十[一二三四五六七八九]?)?|十[一二三四五六七八九]?)\)?[.、]?)(?<item>\d+)$/;

/**
 * Reads `1.2`, `(一)2`, `（一）2`, `一.2`, `(1)2`, each with an optional round before it: `2021-03/1.2`.
 * Throws `Trouble` for anything else.
 */
export const parseItem = (given: string): ItemArgument => {
  const parts = FORM.exec(given.normalize('NFKC').replace(/\s/g, ''))?.groups;
  const category = numeralOf(parts?.plain ?? parts?.braced ?? parts?.chinese ?? '');
  const number = ItemNumber.safeParse(`${category}.${Number(parts?.item)}`);
  const round = RoundId.optional().safeParse(parts?.round);
  if (!number.success || !round.success) throw new Trouble({ type: 'bad-item', given });
  return { number: number.data, ...(round.data && { round: round.data }) };
};

const MOST = 5;

const place = (number: ItemNumber): number => {
  const [category = 0, item = 0] = number.split('.').map(Number);
  return category * 1000 + item;
};

/** The few numbers that come nearest to one that is not there, in their order. */
export const nearestNumbers = (wanted: ItemNumber, known: readonly ItemNumber[]): ItemNumber[] =>
  [...known]
    .sort((a, b) => Math.abs(place(a) - place(wanted)) - Math.abs(place(b) - place(wanted)))
    .slice(0, MOST)
    .sort((a, b) => place(a) - place(b));

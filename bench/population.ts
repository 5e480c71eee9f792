import { ItemNumber } from '../base/ids';
import { aRoundOf, OFFICES } from '../tests/support/plans';
import { generateKey, sign, type SigningKey } from '../client/keys';
import { instant } from '../domain/calendar/zone';
import type { Command } from '../domain/item/command';
import type { RoundCommand } from '../domain/round/command';
import { Plan } from '../domain/plan/plan';

/** Those who stand outside the items; they are told little. */
const OFFICERS = ['head', 'office', 'oversight', 'archivist'];

const address = (id: string): string => `${id}@example.org`;

/** How many items of a category are numbered. */
const A_CATEGORY = 900;

/** The number of an item, by its index. */
export const numberOf = (index: number): ItemNumber =>
  ItemNumber.parse(`${Math.floor(index / A_CATEGORY) + 1}.${(index % A_CATEGORY) + 1}`);

/** The people of an item, by its index. All its people are different, and every person has as many items as the next. */
export const peopleOf = (index: number, people: number) => {
  const person = (step: number) => `p-${((index + step) % people) + 1}`;
  return { handler: person(0), leader: person(1), acceptor: person(2) };
};

export type Size = { items: number; people: number };

/** A round of many items that are shared out evenly among many people, who sign with keys where `keys` are given. */
export const populationOf = (given: Size & { round: string; deadline: string; keys?: KeyBox }): Plan => {
  const { round, items, people, deadline, keys } = given;
  const ids = [...Array.from({ length: people }, (_, index) => `p-${index + 1}`), ...OFFICERS];
  return Plan.parse({
    ...aRoundOf(round),
    policy: { identity: keys ? 'signed' : 'claimed' },
    roster: {
      people: ids.map((id) => ({ id, name: id, address: address(id), ...(keys && { keys: keys.ring(id) }) })),
      ...OFFICES,
    },
    items: Array.from({ length: items }, (_, index) => ({
      number: numberOf(index),
      category: '固定资产和专项资金监管不到位',
      problem: `第 ${index + 1} 个问题：固定资产未按规定登记入账，个别专项资金使用审批手续不全`,
      kind: 'time-limited',
      section: '办公室',
      ...peopleOf(index, people),
      deadline,
      measures: [{ no: 1, text: '建立台账并逐件核对，由责任科室签字确认', kind: 'rule-making' }],
    })),
  });
};

/** A key for everybody who needs one. */
export class KeyBox {
  private readonly keys = new Map<string, SigningKey>();

  ring(person: string) {
    const { kid, x } = this.of(person);
    return [{ kid, x, from: instant(0) }];
  }

  readonly sign = (command: Command | RoundCommand): string => sign(command, this.of(command.by));

  of(person: string): SigningKey {
    const key = this.keys.get(person) ?? generateKey();
    this.keys.set(person, key);
    return key;
  }
}

import fc from 'fast-check';
import { instant } from '../calendar/zone';
import { aFile, archiveIt, doTheWork, give, NOW } from '../../testing/item';
import { closed, ENDED, endItem, figuresOf, published, withAllArchived } from '../../testing/ended-round';
import { aRoundCommand, FIRST, SECOND, WholeRound } from '../../testing/round';
import { at, PEOPLE } from '../../testing/world';
import { ROUND_COMMAND_TYPES } from './command';
import { PUBLISHED } from './published';

const NUMBER = '整改办〔2021〕3号';

describe('a document', () => {
  test('is filed with its kind and number, and the log says by whom', () => {
    const round = new WholeRound();
    round.give('file-document', NOW, { kind: 'letter', number: NUMBER, item: FIRST });
    expect(round.life.log.at(-1)).toMatchObject({
      event: { type: 'document-filed', kind: 'letter', file: aFile('f'), number: NUMBER, item: FIRST },
      author: { by: PEOPLE.office },
    });
  });

  test('of an item is of one that the round has', () => {
    expect(new WholeRound().refusalOf('file-document', NOW, { item: '9.9' })).toEqual({
      type: 'UnknownItem',
      number: '9.9',
    });
  });

  test('is filed once', () => {
    const round = new WholeRound();
    round.give('file-document', NOW);
    expect(round.refusalOf('file-document', NOW)).toEqual({ type: 'NothingNew', command: 'file-document' });
    round.give('file-document', NOW, { kind: 'plan' });
  });

  test('is filed once under any title; what a history has accepted is taken again', () => {
    const round = new WholeRound();
    round.give('file-document', NOW);
    const renamed = aRoundCommand('file-document', NOW, { file: { ...aFile('f'), title: '另一标题' } });
    expect(round.life.objection(renamed, NOW)).toEqual({ type: 'NothingNew', command: 'file-document' });
    expect(round.life.carryOut(renamed, NOW, { identity: 'claimed' })).toMatchObject({ command: renamed.id });
  });

  test('concerns no item, so that none is told of it', () => {
    const round = new WholeRound();
    const command = aRoundCommand('file-document', NOW, { item: FIRST });
    expect(round.life.carryOut(command, NOW, { identity: 'claimed' })).toMatchObject({ items: [FIRST] });
    expect(round.life.errand).toBeUndefined();
  });
});

describe('a number of the office', () => {
  const LATE = at('2021-07-30');
  const withLetter = (): WholeRound => {
    const round = new WholeRound();
    for (const number of [FIRST, SECOND]) round.item(number).passTime(at('2021-07-30', '00:00'));
    round.settle(LATE);
    round.give('issue-proposal', LATE, { number: NUMBER });
    return round;
  };
  const filed = { kind: 'letter', number: NUMBER, item: FIRST };

  test('is that of a letter as it was issued and as it was filed, once each', () => {
    const round = withLetter();
    round.give('file-document', LATE, filed);
    const again = { ...filed, file: aFile('d') };
    expect(round.refusalOf('file-document', LATE, again)).toEqual({
      type: 'NumberTaken',
      number: NUMBER,
      item: FIRST,
    });
  });

  test('may be filed before the letter is issued', () => {
    const round = new WholeRound();
    round.item().passTime(at('2021-07-30', '00:00'));
    round.settle(LATE);
    round.give('file-document', LATE, filed);
    round.give('issue-proposal', LATE, { number: NUMBER });
  });

  test.each([
    ['a letter of another item', { ...filed, item: SECOND }],
    ['a letter of no item', { kind: 'letter', number: NUMBER }],
    ['something that is no letter', { ...filed, kind: 'talk' }],
  ])('that a letter has is not that of %s', (_, more) => {
    expect(withLetter().refusalOf('file-document', LATE, more)).toMatchObject({
      type: 'NumberTaken',
      item: FIRST,
    });
  });

  test('that a letter has is not that of a notice, nor the other way round', () => {
    const round = withLetter();
    const figures = figuresOf(round, LATE);
    expect(round.refusalOf('publish-notice', LATE, { figures, number: NUMBER })).toMatchObject({
      type: 'NumberTaken',
      item: FIRST,
    });
    round.give('publish-notice', LATE, { figures, number: '整改办〔2021〕4号' });
    const second = { item: SECOND, number: '整改办〔2021〕4号' };
    const taken = { type: 'NumberTaken', number: '整改办〔2021〕4号' };
    expect(round.refusalOf('issue-proposal', LATE, second)).toEqual(taken);
    const another = { file: aFile('c'), figures, number: '整改办〔2021〕4号' };
    expect(round.refusalOf('publish-notice', LATE, another)).toEqual(taken);
  });
});

describe('a notice', () => {
  test('is published with the figures of the ledger, and with no others', () => {
    const round = new WholeRound();
    endItem(round);
    const now = figuresOf(round, ENDED);
    expect(now).toMatchObject({ ongoing: 1, withdrawn: 1 });
    fc.assert(
      fc.property(fc.record(Object.fromEntries(PUBLISHED.map((one) => [one, fc.nat(2)]))), (shown) => {
        fc.pre(PUBLISHED.some((one) => shown[one] !== now[one]));
        expect(round.refusalOf('publish-notice', ENDED, { figures: shown })).toEqual({
          type: 'FiguresChanged',
          shown,
          now,
        });
      }),
    );
    round.give('publish-notice', ENDED, { figures: now });
    expect(round.life.log.at(-1)?.event).toMatchObject({ type: 'notice-published', figures: now });
  });

  test('whose author looked before something happened is not published', () => {
    const round = new WholeRound();
    const figures = figuresOf(round, NOW);
    give(round.item(), 'withdraw', NOW);
    expect(round.refusalOf('publish-notice', NOW, { figures })).toMatchObject({
      type: 'FiguresChanged',
      now: { withdrawn: 1 },
    });
  });

  test('may be followed by another', () => {
    const round = published(new WholeRound(), NOW);
    published(withAllArchived(round));
    expect(round.life.log.filter(({ event }) => event.type === 'notice-published')).toHaveLength(2);
  });

  test('is published once, though its command is sent again by a second click, with or without its number', () => {
    const round = new WholeRound();
    const file = aFile('7');
    const figures = figuresOf(round, NOW);
    round.give('publish-notice', NOW, { file, figures, number: '整改办〔2021〕4号' });
    const again = { type: 'NothingNew', command: 'publish-notice' };
    for (const number of ['整改办〔2021〕4号', '整改办〔2021〕5号', undefined])
      expect(round.refusalOf('publish-notice', NOW, { file, figures, number })).toEqual(again);
    round.give('publish-notice', NOW, { file: aFile('8'), figures });
  });
});

describe('a round is closed', () => {
  test('only when every item is in the archive; those that do not are named, ten at most', () => {
    const round = new WholeRound();
    expect(round.refusalOf('close-round', NOW)).toEqual({
      type: 'ItemsOpen',
      items: [FIRST, SECOND],
      more: 0,
    });
    give(round.item(), 'withdraw', NOW);
    expect(round.refusalOf('close-round', NOW)).toMatchObject({ items: [FIRST, SECOND] });
    endItem(round, SECOND);
    expect(round.refusalOf('close-round', NOW)).toMatchObject({ items: [FIRST] });
  });

  test('not while the record of an item that was accepted is still on its way to the archive', () => {
    const round = new WholeRound();
    endItem(round, SECOND);
    const item = round.item();
    give(item, 'acknowledge', NOW);
    doTheWork(item, NOW);
    for (const type of ['request-closure', 'approve', 'accept'] as const) give(item, type, NOW);
    round.settle(NOW);
    expect(round.life.ledger.rows.map(({ status }) => status)).toEqual(['closed', 'withdrawn']);
    expect(round.refusalOf('close-round', NOW)).toMatchObject({ type: 'ItemsOpen', items: [FIRST] });
  });

  test('not while an item that was reopened is at work', () => {
    const round = published();
    round.give('reopen', ENDED, { cycle: 1 });
    expect(round.refusalOf('close-round', ENDED)).toMatchObject({ type: 'ItemsOpen', items: [FIRST] });
  });

  test('only when a notice of it has been published, where it has anything to publish', () => {
    const round = new WholeRound();
    endItem(round, SECOND);
    const item = round.item();
    give(item, 'acknowledge', NOW);
    doTheWork(item, NOW);
    for (const type of ['request-closure', 'approve', 'accept'] as const) give(item, type, NOW);
    item.takePosts(NOW, 'w');
    archiveIt(item, NOW);
    round.settle(NOW);
    expect(round.refusalOf('close-round', ENDED)).toEqual({ type: 'NoticeMissing' });
    published(round).give('close-round', ENDED);
  });

  test('without a notice where everything in it was withdrawn', () => {
    const round = withAllArchived();
    round.give('close-round', ENDED);
    expect(round.life.log.map(({ event }) => event.type)).toEqual(['round-opened', 'round-closed']);
  });

  test('under an archive number of its own, the next after all that were given', () => {
    expect(closed().life.log.at(-1)?.event).toEqual({
      type: 'round-closed',
      note: '全部事项均已归档',
      archiveNumber: 'Z109-WS·2021-D30-JGDW-0003',
    });
    const round = published();
    round.give('reopen', ENDED);
    endItem(round, FIRST, ENDED);
    expect(closed(round).life.log.at(-1)?.event).toMatchObject({
      archiveNumber: 'Z109-WS·2021-D30-JGDW-0004',
    });
  });

  test.each(ROUND_COMMAND_TYPES)('for ever: %s is refused, with who closed it', (type) => {
    const round = closed();
    const before = structuredClone(round.life.remember());
    expect(round.refusalOf(type, instant(ENDED + 1))).toEqual({
      type: 'RoundClosed',
      at: ENDED,
      by: PEOPLE.office,
      name: '戊',
    });
    expect(round.life.remember()).toEqual(before);
  });

  test('once: the same command again gives the first answer', () => {
    const round = published();
    const command = aRoundCommand('close-round', ENDED);
    const first = round.life.carryOut(command, ENDED, { identity: 'claimed' });
    expect(round.life.carryOut(command, instant(ENDED + 9), { identity: 'claimed' })).toEqual(first);
  });
});

import { grouped } from '../../../base/grouped';
import { domainTime } from '../../../domain/calendar/clock';
import { readable } from '../../../domain/calendar/zone';
import { mailboxName, type Receipt } from '../../../domain/ladder/notice';
import type { Gathered, LifeSeen, RoundSeen } from '../gathered';
import type { Noted } from '../mail-server';
import { each, type Invariant } from './invariant';

type Taken = Extract<Noted, { what: 'taken' }>;

const takenIn = ({ mails }: Gathered): Taken[] => mails.filter((one) => one.what === 'taken');

const noticeKey = (mailbox: string, id: string): string => `${mailbox} ${id}`;
const copyKey = ({ messageId, to }: { messageId: string; to: string }): string => `${messageId} to ${to}`;

type Said = LifeSeen['said'][number];
/** A notice that must have gone out, with the mailbox that sends it. */
type Due = { notice: Said; mailbox: string; life: LifeSeen };

const dueIn = ({ rounds, cut }: Gathered): Due[] =>
  rounds.flatMap(({ clock, lives }) =>
    lives.flatMap((life) =>
      life.said
        .filter(({ slot }) => slot <= domainTime(clock, cut))
        .map((notice) => {
          const { bodyId: body } = life.view.context.round;
          return { notice, life, mailbox: mailboxName({ person: notice.to, body }, clock) };
        }),
    ),
  );

/** A reminder stands only while the state that caused it does: one that is late is withdrawn when its item changes. */
const isOvertaken = ({ notice, life }: Due): boolean =>
  notice.kind === 'reminder' && life.view.log.some(({ at }) => at >= notice.slot);

export const everyDueNoticeSent: Invariant = {
  name: 'every-due-notice-sent',
  sentence: 'every notice that was due has a receipt, but reminders of a state that has passed',
  judge: (gathered) => {
    const told = new Set(
      gathered.receipts.flatMap(({ mailbox, notices }) => notices.map(({ id }) => noticeKey(mailbox, id))),
    );
    return each(dueIn(gathered), (due) => {
      const { mailbox, notice } = due;
      if (told.has(noticeKey(mailbox, notice.id)) || isOvertaken(due)) return undefined;
      return `${notice.id} to ${mailbox}, due ${readable(notice.slot)}, has no receipt`;
    });
  },
};

export const noNoticeTwice: Invariant = {
  name: 'no-notice-twice',
  sentence: 'no notice is in two mails of a mailbox',
  judge: ({ receipts }) => {
    const mailsOf = grouped(
      receipts.flatMap(({ mailbox, notices, messageId }) =>
        notices.map(({ id }) => ({ key: noticeKey(mailbox, id), messageId })),
      ),
      ({ key }) => key,
    );
    return each([...mailsOf], ([key, mails]) =>
      mails.length === 1 ? undefined : `${key} is in ${mails.map(({ messageId }) => messageId).join(', ')}`,
    );
  },
};

export const receiptsAreTrue: Invariant = {
  name: 'receipts-are-true',
  sentence: 'the mail server has taken what a receipt says was sent, and refused what it says was refused',
  judge: (gathered) => {
    const taken = new Set(takenIn(gathered).map(copyKey));
    const refused = new Set(gathered.mails.flatMap((one) => (one.what === 'refused' ? one.to : [])));
    return each(gathered.receipts, (receipt) => {
      const isTrue = receipt.outcome === 'sent' ? taken.has(copyKey(receipt)) : refused.has(receipt.to);
      return isTrue
        ? undefined
        : `${copyKey(receipt)} was ${receipt.outcome}, and the mail server knows nothing of it`;
    });
  },
};

export const mailsHaveReceipts: Invariant = {
  name: 'mails-have-receipts',
  sentence: 'every copy that the mail server has taken is of a mail with a receipt, by the same Message-ID',
  judge: (gathered) => {
    const known = new Set(gathered.receipts.map(copyKey));
    const taken = takenIn(gathered).filter(({ at }) => at <= gathered.cut);
    return each(taken, (mail) => (known.has(copyKey(mail)) ? undefined : `${copyKey(mail)} has no receipt`));
  },
};

const roundOf = ({ mailbox }: Receipt, rounds: readonly RoundSeen[]): RoundSeen | undefined => {
  const drill = /@(.+)$/.exec(mailbox)?.[1];
  return rounds.find(({ clock }) => clock.drill === drill);
};

export const noneEarly: Invariant = {
  name: 'none-early',
  sentence:
    'no copy of a mail is taken before its slot, and no mail is of a slot before those of its notices',
  judge: (gathered) => {
    const { rounds, receipts } = gathered;
    const byCopy = new Map(receipts.map((receipt) => [copyKey(receipt), receipt]));
    const slots = new Map(
      dueIn(gathered).flatMap(({ notice, mailbox }) =>
        notice.confirms ? [] : [[noticeKey(mailbox, notice.id), notice.slot] as const],
      ),
    );
    return each(takenIn(gathered), (mail) => {
      const receipt = byCopy.get(copyKey(mail));
      const round = receipt && roundOf(receipt, rounds);
      if (!receipt || !round) return undefined;
      const at = domainTime(round.clock, mail.at);
      if (at < receipt.slot) return `${copyKey(mail)} was taken at ${readable(at)}`;
      const early = receipt.notices.find(
        ({ id }) => (slots.get(noticeKey(receipt.mailbox, id)) ?? 0) > receipt.slot,
      );
      return early && `${early.id} is in ${copyKey(mail)}`;
    });
  },
};

/** What a fault has begun may end in a copy so much later: an activity that is not heard of for 15 s is tried again. */
const ECHO_MS = 20_000;

export const copiesBounded: Invariant = {
  name: 'copies-bounded',
  sentence:
    'a mail is taken more than once only where a fault lies between, and no oftener than there are such faults',
  judge: (gathered) => {
    const copies = grouped(takenIn(gathered), copyKey);
    return each([...copies], ([key, mails]) => {
      const times = mails.map(({ at }) => at).sort((a, b) => a - b);
      const between = gathered.faults.filter(
        ({ from, until }) => from <= (times.at(-1) ?? 0) && until + ECHO_MS >= (times[0] ?? 0),
      );
      const extra = mails.length - 1;
      if (extra === 0 || extra <= between.length) return undefined;
      return `${key} was taken ${mails.length} times (${times.join(', ')}) amid ${between.length} faults`;
    });
  },
};

/** How many copies there were beyond the first of each mail. */
export const extraCopies = (gathered: Gathered): number => {
  const taken = takenIn(gathered);
  return taken.length - new Set(taken.map(copyKey)).size;
};

import type { PersonId, RoundId } from '../../base/ids';
import { currentEvidence } from '../../domain/evidence/versions';
import { standingResults } from '../../domain/item/results';
import { isMeasureRung } from '../../domain/ladder/measure-rung';
import { mailboxName, type Receipt } from '../../domain/ladder/notice';
import { lifeIn, lifeName, roundFactId, subjectOfNotice } from '../../domain/ladder/notice-id';
import type { LogEntry } from '../../domain/item/log';
import { contactsOf } from '../../domain/round/contacts';
import type { RoundEvent } from '../../domain/round/event';
import type { Dossier, DossierItem } from '../../documents/dossier';
import { receiptsFrom } from '../../store/receipts';
import type { Outcome } from './outcome';
import type { Stage } from './stage';

type Log = readonly LogEntry<RoundEvent>[];

/** How often the plan was amended, and for how many of that the head has signed as well. */
export const amendmentsIn = (log: Log): Pick<Outcome, 'amended' | 'countersigned'> => {
  const all = log.flatMap(({ event }) => (event.type === 'plan-amended' ? [event] : []));
  return { amended: all.length, countersigned: all.filter(({ asked }) => asked !== undefined).length };
};

/** Items for which somebody of an assisting section has handed in a file that stands. */
const isAssisted = ({ planned, state }: DossierItem, { head }: Dossier): boolean => {
  const contacts = contactsOf(planned, head.roster).map(({ person }) => person);
  return currentEvidence(state.evidence).some(({ by }) => contacts.includes(by) && by !== planned.handler);
};

/** What items have brought, and who helped with them. */
export const workIn = (dossier: Dossier): Pick<Outcome, 'assisted' | 'results'> => ({
  assisted: dossier.items.filter((item) => isAssisted(item, dossier)).length,
  results: dossier.items.reduce((sum, { state }) => sum + standingResults(state).length, 0),
});

type Told = { to: PersonId; id: string };

/** Every notice that was in a mail which the mail server has taken, with who got it. */
export const toldIn = async ({ store, plan, clock }: Stage): Promise<Told[]> => {
  const { bodyId: body, roster } = plan;
  const isSent = ({ outcome }: Receipt) => outcome === 'sent';
  const told = roster.people.map(async ({ id: person }) => {
    const receipts = await receiptsFrom(store, mailboxName({ person, body }, clock), clock.domain);
    return receipts.filter(isSent).flatMap(({ notices }) => notices.map(({ id }) => ({ to: person, id })));
  });
  return (await Promise.all(told)).flat();
};

/** The number of the measure that a notice reminds of. */
const measureIn = (id: string): number | undefined => {
  const subject = subjectOfNotice(id);
  return subject && 'rung' in subject && isMeasureRung(subject.rung) ? subject.measure : undefined;
};

/** Of the mails that were taken: reminders of measures, those of them to their owners, and reports. */
export const remindersIn = (
  told: readonly Told[],
  log: Log,
  { round, items }: { round: RoundId; items: Dossier['items'] },
): Pick<Outcome, 'measureReminders' | 'ownerReminders' | 'reports'> => {
  const made = log.flatMap(({ seq, event }) =>
    event.type === 'report-made' ? [roundFactId(round, `${seq}/report`)] : [],
  );
  const reminders = told.filter(({ id }) => measureIn(id) !== undefined);
  const owner = ({ id }: Told) =>
    items
      .find(({ state }) => lifeName(state) === lifeIn(id))
      ?.planned.measures.find(({ no }) => no === measureIn(id))?.owner;
  return {
    measureReminders: reminders.length,
    ownerReminders: reminders.filter((one) => owner(one) === one.to).length,
    reports: made.filter((report) => told.some(({ id }) => id === report)).length,
  };
};

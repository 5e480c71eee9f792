import { PersonId } from '../../base/ids';
import { civilOf } from '../../domain/calendar/zone';
import { calendarFor } from '../../domain/plan/calendar';
import { contactsOf } from '../../domain/round/contacts';
import { isEasier } from '../../domain/round/amend/needs-head';
import { amendmentObjection } from '../../domain/round/amend/objection';
import { addWorkingDays } from '../../domain/calendar/calendar';
import type { Plan } from '../../domain/plan/plan';
import { readPlan } from '../../domain/plan/read';
import { exampleText } from '../../testing/repository';
import { type Deed, scriptOf } from './script';

const planOf = (text: string): Plan => {
  const reading = readPlan(text, 'keys-later');
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
  return reading.plan;
};

const plan = planOf(exampleText('round-2021'));
const calendar = calendarFor(plan);
const assigned = addWorkingDays(calendar, plan.feedback, 1);
const script = scriptOf(plan, calendar, assigned);

/** Every deed of a kind, with its item. */
const all = <D extends Deed['do']>(kind: D) =>
  plan.items.flatMap((item) =>
    (script.get(item.number) ?? []).flatMap(({ at, deed }) =>
      deed.do === kind ? [{ item, at, deed: deed as Extract<Deed, { do: D }> }] : [],
    ),
  );

test('everybody does one thing after the other', () => {
  for (const [number, acts] of script) {
    const instants = acts.map(({ at }) => at);
    expect({ number, instants }).toEqual({ number, instants: [...instants].sort((a, b) => a - b) });
  }
});

test('the plan is amended twice: by the office alone in its time of correction, and with the head', () => {
  const amended = all('amend').map(({ item, at, deed: { change } }) => {
    const { number, deadline } = item;
    const given = { item: number, cycle: 1, ...change };
    const used = item.measures.map(({ no }) => no);
    const subject = { status: 'in-progress', planned: item, used } as const;
    return {
      number,
      day: civilOf(at),
      isEasier: isEasier(given, { deadline, planned: item }),
      objection: amendmentObjection(given, subject, civilOf(at)),
    };
  });
  expect(amended).toEqual([
    { number: '1.1', day: addWorkingDays(calendar, assigned, 2), isEasier: false, objection: undefined },
    { number: '7.3', day: '2021-07-02', isEasier: true, objection: undefined },
  ]);
});

test('what is handed in for an assisting section comes from its contact, who owns the measure', () => {
  const handedIn = all('hand-in-own').map(({ item, deed }) => ({
    contacts: contactsOf(item, plan.roster).map(({ person }) => person),
    owner: item.measures.find(({ no }) => no === deed.measure)?.owner,
    handler: item.handler,
  }));
  const [contact, handler] = [PersonId.parse('p06'), PersonId.parse('p05')];
  expect(handedIn).toEqual([{ contacts: [contact], owner: contact, handler }]);
});

test('every measure is done once, by whomever', () => {
  for (const item of plan.items.filter(({ number }) => !['1.2', '5.4'].includes(number))) {
    const done = [...all('finish'), ...all('complete')].filter((one) => one.item === item);
    const numbers = done.map(({ deed }) => deed.measure).sort();
    expect({ number: item.number, numbers }).toEqual({
      number: item.number,
      numbers: item.measures.map(({ no }) => no),
    });
  }
});

test('the demo has weekly reports to send', () => {
  expect(plan.policy.reports).toEqual({ every: ['weekly'], to: ['head', 'office'] });
});

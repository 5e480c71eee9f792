import { PersonId } from '../base/ids';
import type { DigestLine } from '../domain/ladder/notice';
import { MEASURE_RUNGS } from '../domain/ladder/measure-rung';
import { aBrief, aDigest, aFact, aReminder, date } from '../testing/digest';
import { composeMessage } from './compose';
import { groupOf } from './group';

const OWNER = PersonId.parse('ding');
const brief = aBrief('3.2', { owners: [OWNER] });
const measure = { no: 3, text: '修订采购办法', date: date('2021-06-28') };

const reminder = (rung: (typeof MEASURE_RUNGS)[number]): DigestLine => aReminder(rung, brief, { measure });

const mailTo = (name: string, line: DigestLine, language: 'zh-CN' | 'en' = 'zh-CN') =>
  composeMessage(aDigest([line], { name, language }));

const [handler, leader, owner] = ['乙', '甲', '丁'];

describe.each(MEASURE_RUNGS)('a mail of %s', (rung) => {
  test.each(['zh-CN', 'en'] as const)('names the measure, its text and its date in %s', (language) => {
    const { text } = mailTo(owner, reminder(rung), language);
    expect(text).toContain('3. 修订采购办法');
    expect(text).toMatch(language === 'en' ? /28 June 2021/ : /2021年6月28日/);
  });

  test('has for the owner how to report and hand in, for the handler how to complete', () => {
    const own = mailTo(owner, reminder(rung)).text;
    expect(own).toContain('rectify progress 2021-03/3.2 --as ding --measure 3');
    expect(own).toContain('rectify evidence 2021-03/3.2 --as ding --measure 3');
    expect(own).not.toContain('--complete');
    const answering = mailTo(handler, reminder(rung)).text;
    expect(answering).toContain('rectify progress 2021-03/3.2 --as yi --complete 3');
    expect(mailTo(leader, reminder(rung)).text).not.toContain('rectify progress');
  });
});

test('owner and handler are to act once the date has come, and its leader only sees to it', () => {
  const groups = (name: string) =>
    MEASURE_RUNGS.map((rung) => groupOf(reminder(rung), aDigest([], { name }).to));
  expect(groups(owner)).toEqual(['watch', 'act', 'act']);
  expect(groups(handler)).toEqual(['watch', 'act', 'act']);
  expect(groups(leader)).toEqual(['watch', 'watch', 'watch']);
});

test('the subject has the date of the measure, not that of the item', () => {
  expect(mailTo(owner, reminder('measure-due')).subject).toContain('6 月 28 日');
});

test('whoever is given measures hears which, and until when', () => {
  const line = aFact('measures-assigned', brief, { measures: [measure, { no: 4, text: '培训' }] });
  expect(groupOf(line, aDigest([], { name: owner }).to)).toBe('act');
  const { text } = mailTo(owner, line);
  expect(text).toContain('3. 修订采购办法，时限 2021年6月28日');
  expect(text).toContain('4. 培训');
  expect(text).toContain('--measure 4');
});

test('before the acknowledgement nothing can be reported, so that no command says so', () => {
  const line = aFact('measures-assigned', { ...brief, status: 'assigned' }, { measures: [measure] });
  expect(mailTo(owner, line).text).not.toContain('rectify progress');
});

test('the contact of an assisting section hears for which section, and is asked nothing', () => {
  const line = aFact('assisting', brief, { cc: true, sections: ['财务科'] });
  const { text } = mailTo(owner, line);
  expect(text).toContain('财务科');
  expect(text).not.toContain('rectify progress');
});

test('what people wrote of a measure is made safe', () => {
  const evil = { ...measure, text: '一\n\u202e二' };
  const { text } = mailTo(owner, aReminder('measure-due', brief, { measure: evil }));
  expect(text).not.toContain('\u202e');
});

import { PEOPLE, ROSTER } from '../../../../../testing/world';
import type { Cli } from '../../../context';
import { type AmendOptions, changeOfOptions } from './of-options';
import { splitAs } from './split';
import { anAddition, NEW } from '../../../../../testing/additions';

const cli = { language: 'zh-CN' } as Cli;
const changeOf = (options: AmendOptions) => changeOfOptions(cli, options, { roster: ROSTER, next: 3 });

test('what an item is about is said as offices write it; a dash takes it away', () => {
  expect(
    changeOf({
      category: '资产管理方面',
      priority: '重点',
      tags: '台账、固定资产',
      source: '反馈意见:第12页',
    }),
  ).toEqual({
    set: {
      category: '资产管理方面',
      priority: 'high',
      tags: ['台账', '固定资产'],
      source: { document: '反馈意见', page: '12' },
    },
  });
  expect(changeOf({ source: '巡察反馈意见' }).set).toEqual({ source: { document: '巡察反馈意见' } });
  expect(changeOf({ priority: '-', tags: '-', source: '-' }).set).toEqual({
    priority: null,
    tags: null,
    source: null,
  });
});

test('owner and date of a measure that is added are said by the number that it gets', () => {
  const options = {
    addMeasure: ['建章立制:修订办法', '再查一次'],
    measureOwner: [`4:${PEOPLE.bystander}`, `1:${PEOPLE.bystander}`],
    measureDeadline: ['4:2021-08-31', '3:-'],
  };
  expect(changeOf(options)).toEqual({
    measures: {
      add: [
        { no: 3, kind: 'rule-making', text: '修订办法' },
        { no: 4, kind: 'other', text: '再查一次', owner: PEOPLE.bystander, deadline: '2021-08-31' },
      ],
      change: [{ no: 1, set: { owner: PEOPLE.bystander } }],
    },
  });
});

test('an item is split from another only where the file adds it', () => {
  const { planned } = anAddition();
  expect(splitAs([planned], ['1.3：1.2'])).toEqual([{ planned, splitFrom: '1.2' }]);
  expect(splitAs([planned])).toEqual([{ planned }]);
  for (const given of [['9.9:1.2'], [NEW], ['1.3:1.2', '1.3:1.1'], ['2020-01/1.3:1.2']])
    expect(() => splitAs([planned], given)).toThrow();
});

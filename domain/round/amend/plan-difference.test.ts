import { date, PEOPLE, planned } from '../../../testing/world';
import type { PlannedItem } from '../../plan/plan';
import { planDifference } from './plan-difference';
import { withAmendment } from './planned';

const standing = [{ planned: planned(), cycle: 1, next: 3, hasEnded: false }];

const differing = (file: Partial<PlannedItem>) =>
  planDifference(standing, [{ ...planned(), ...file }], '会议研究');

const measures = planned().measures;
const [first, second] = measures;
if (!first || !second) throw new TypeError('two measures');

describe('a changed file of the plan', () => {
  test('that is the same changes nothing', () => {
    expect(differing({})).toEqual({ changes: [], added: [], unamendable: [] });
  });

  test('is one amendment of what differs, and of nothing else', () => {
    const { changes } = differing({ problem: '别的说法', deadline: date('2021-07-31'), tags: ['台账'] });
    expect(changes).toEqual([
      {
        item: '1.2',
        cycle: 1,
        set: { problem: '别的说法', tags: ['台账'], deadline: '2021-07-31' },
      },
    ]);
  });

  test('takes away what it no longer says', () => {
    const had = [{ planned: planned({ goal: '账实相符' }), cycle: 1, next: 3, hasEnded: false }];
    expect(planDifference(had, [planned()], '').changes[0]?.set).toEqual({ goal: null });
  });

  test('finds measures again by what they say, wherever they stand', () => {
    const file = [
      { ...second, no: 1, owner: PEOPLE.handler },
      { ...first, no: 2, text: '逐台清点全部执法终端' },
      { no: 3, text: '补记固定资产台账', kind: 'other' as const },
    ];
    expect(differing({ measures: file }).changes[0]?.measures).toEqual({
      add: [{ no: 3, text: '补记固定资产台账', kind: 'other' }],
      change: [
        { no: 1, set: { text: '逐台清点全部执法终端' } },
        { no: 2, set: { owner: PEOPLE.handler } },
      ],
    });
  });

  test('drops what it lacks, for the reason given', () => {
    expect(differing({ measures: [{ ...second, no: 1 }] }).changes[0]?.measures).toEqual({
      drop: [{ no: 1, reason: '会议研究' }],
    });
  });

  test('names what no amendment can change', () => {
    const file = [
      { ...planned({ deadline: null }), handler: PEOPLE.bystander },
      { ...planned(), number: '9.1' as PlannedItem['number'] },
    ];
    expect(planDifference(standing, file, '').added.map(({ number }) => number)).toEqual(['9.1']);
    expect(planDifference(standing, file, '').unamendable).toEqual([
      { item: '1.2', what: 'people' },
      { item: '1.2', what: 'deadline-gone' },
    ]);
    expect(planDifference(standing, [], '').unamendable).toEqual([{ item: '1.2', what: 'missing' }]);
  });

  test('need not have what nothing more is done for', () => {
    const ended = standing.map((one) => ({ ...one, hasEnded: true }));
    expect(planDifference(ended, [], '')).toEqual({ changes: [], added: [], unamendable: [] });
  });

  test('applied to the plan gives what the file says', () => {
    const file = {
      ...planned(),
      problem: '别的说法',
      measures: [{ ...first, text: '逐台清点并登记执法终端' }, second],
    };
    const [change] = planDifference(standing, [file], '').changes;
    expect(withAmendment(planned(), change ?? {})).toEqual(file);
  });
});

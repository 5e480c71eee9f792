import { REAL_TIME } from '../calendar/clock';
import { instant } from '../calendar/zone';
import type { PersonId } from '../../base/ids';
import { Sha512 } from '../../base/ids';
import type { ItemLife } from '../item/life';
import { aFile, anItem, doTheWork, give, NOW, birthFor } from '../../testing/item';
import { aBirth, aContext, date, PEOPLE, planned } from '../../testing/world';
import { briefOf } from './correspondence';
import { Judged, judgedOf } from './judged';
import { PersonMailbox } from './mailbox';
import type { Fact, MailboxPost } from './notice';

const { handler, leader, acceptor, bystander } = PEOPLE;

/** What each person has been posted of the last thing that happened. */
const told = (life: ItemLife, happen: () => unknown): [PersonId, Fact[]][] => {
  life.takePosts(NOW, 'w');
  happen();
  return life
    .takePosts(NOW, 'w')
    .filter(({ facts }) => facts.length > 0)
    .map(({ to, facts }) => [to.person, facts]);
};

const judgedBy = (posts: [PersonId, Fact[]][]): PersonId[] =>
  posts.filter(([, facts]) => facts.some(({ judged }) => judged)).map(([to]) => to);

const ready = (): ItemLife => {
  const life = anItem('in-progress');
  doTheWork(life, NOW);
  return life;
};

describe('a reviewer is told what there is to judge', () => {
  test('by the request for closure: the leader', () => {
    const life = ready();
    const posts = told(life, () => give(life, 'request-closure', NOW));
    expect(judgedBy(posts)).toEqual([leader]);
    expect(posts[0]?.[1][0]?.judged).toEqual(judgedOf(life.state));
  });

  test('by the approval: the acceptor', () => {
    const life = anItem('leader-review');
    expect(judgedBy(told(life, () => give(life, 'approve', NOW)))).toEqual([acceptor]);
  });

  test('by evidence that voids the approval: the leader again, and nobody who has a copy', () => {
    const life = anItem('acceptance');
    const posts = told(life, () => give(life, 'add-evidence', NOW, { file: aFile('c') }));
    expect(posts.map(([to]) => to)).toEqual([leader, acceptor]);
    expect(judgedBy(posts)).toEqual([leader]);
  });

  test('at the end of a sustained period: the acceptor, with how often the section has checked in', () => {
    const life = anItem('sustained', birthFor('sustained'));
    const until = life.state.sustaining?.until ?? date('2022-05-10');
    const reviewDeadline = date('2022-05-17');
    const posts = told(life, () => {
      life.happen({ type: 'sustaining-ended', until, reviewDeadline }, NOW);
    });
    expect(judgedBy(posts)).toEqual([acceptor]);
    expect(posts.flatMap(([, facts]) => facts.map(({ judged }) => judged?.checkIns))).toContain(0);
  });

  test('by a reassignment in the middle of a review: the new reviewer alone', () => {
    const life = anItem('leader-review');
    const change = { type: 'reassigned', side: 'leader', from: leader, to: bystander, note: '见柜' } as const;
    expect(
      judgedBy(
        told(life, () => {
          life.happen(change, NOW);
        }),
      ),
    ).toEqual([bystander]);
  });

  test('when the notice is sent again', () => {
    const life = anItem('leader-review');
    const notice = `2021-03/1.2/c1#${life.log.findIndex(({ event }) => event.type === 'closure-requested') + 1}`;
    const posts = told(life, () => {
      life.happen({ type: 'resent', to: leader, notice }, NOW);
    });
    expect(judgedBy(posts)).toEqual([leader]);
  });

  test.each(['ask', 'return', 'comment'] as const)('and nobody by %s', (type) => {
    const life = anItem('leader-review');
    expect(judgedBy(told(life, () => give(life, type, NOW)))).toEqual([]);
  });
});

describe('what there is to judge', () => {
  test('is the measures with what they have brought, and the files that are current', () => {
    const life = anItem('in-progress');
    give(life, 'add-evidence', NOW, { measure: 1, file: aFile('a') });
    give(life, 'add-evidence', NOW, { measure: 1, file: aFile('b'), replaces: 1 });
    const outcome = { recoveredFen: 408_050, regulation: '终端管理办法' };
    give(life, 'complete-measure', NOW, { measure: 1, ...outcome });
    expect(judgedOf(life.state)).toEqual({
      measures: {
        all: 2,
        complete: 1,
        recoveredFen: 408_050,
        first: [
          { no: 1, text: '逐台清点执法终端', complete: true, ...outcome },
          { no: 2, text: '制定终端管理办法', complete: false },
        ],
      },
      evidence: {
        all: 1,
        size: 1024,
        first: [{ no: 2, measure: 1, title: '清点记录b', size: 1024, mediaType: 'application/pdf' }],
      },
    });
  });

  /** As many measures and files as an item may have, with texts as long as they may be. */
  const full = (): ItemLife => {
    const measures = Array.from({ length: 99 }, (_, index) => ({
      no: index + 1,
      text: `第${index}项${'逐件核对登记签字'.repeat(60)}`,
      kind: 'other' as const,
    }));
    const life = anItem('in-progress', aBirth({ planned: planned({ measures }) }));
    for (let no = 1; no <= 60; no += 1) {
      const sha512 = Sha512.parse(String(no).padStart(128, '0'));
      give(life, 'add-evidence', NOW, {
        measure: 1,
        file: { ...aFile(), sha512, title: `${no}${'清'.repeat(190)}` },
      });
    }
    return life;
  };

  test('is bounded, and says how much there is in all', () => {
    const judged = judgedOf(full().state);
    expect(Judged.parse(judged)).toMatchObject({ measures: { all: 99 }, evidence: { all: 60 } });
    expect(JSON.stringify(judged).length).toBeLessThan(2_000);
  });

  test('does not let a mailbox grow with the notices that it holds', () => {
    const { state } = full();
    const judged = judgedOf(state);
    const boxOf = (more: { judged?: Judged }): number => {
      const box = new PersonMailbox();
      for (let no = 1; no <= 2_000; no += 1) {
        const id = `2021-03/9.${no}/c1#1`;
        const fact = { id, kind: 'closure-requested', slot: instant(0), cc: false, ...more } as const;
        const post: MailboxPost = {
          schemaVersion: 1,
          clock: REAL_TIME,
          to: { person: handler, name: '乙', address: 'yi@example.org', language: 'zh-CN' },
          brief: briefOf(state, aContext(), `item/2021-03/9.${no}`),
          facts: [fact],
          reminders: { version: 1, list: [] },
        };
        box.take(post, instant(0));
      }
      return JSON.stringify(box.remember()).length;
    };
    expect(boxOf({ judged }) - boxOf({})).toBeLessThan(50 * 2_100);
  });
});

import fc from 'fast-check';
import { understand, type DraftItem, type Note } from '../index';

const read = (text: string) => {
  const lines = text.split('\n').map((line, index) => ({ line: { line: index + 1, text: line } }));
  return understand(lines);
};
const itemsOf = (text: string): DraftItem[] => read(text).categories.flatMap(({ items }) => items);
const typesAt = (notes: readonly Note[], line: number) =>
  notes.filter((note) => note.line === line).map(({ type }) => type);

describe('numbers that run on from one category to the next', () => {
  const MARKS = {
    digits: (no: number) => `${no}.`,
    wide: (no: number) => `${String.fromCharCode(0xff10 + no)}、`,
    brackets: (no: number) => `(${no})`,
  };
  const written = (counts: readonly number[], mark: (no: number) => string, isFused: boolean): string => {
    let no = 0;
    const item = () => `${mark((no += 1))}第${no}项制度执行不到位。整改措施：一是修订；二是检查。`;
    return counts
      .map((count, index) => {
        const items = Array.from({ length: count }, item);
        return `${'一二三四'[index]}、第${index + 1}方面${isFused ? '' : '\n'}${items.join('\n')}`;
      })
      .join('\n');
  };

  test.each(Object.entries(MARKS))('are kept as they are written (%s)', (name, mark) => {
    const most = name === 'wide' ? 2 : 9;
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 2, max: most }), { minLength: 2, maxLength: 4 }),
        fc.boolean(),
        (counts, isFused) => {
          const { categories, notes } = read(written(counts, mark, isFused));
          expect(categories.map(({ items }) => items.length)).toEqual(counts);
          const numbers = categories.flatMap(({ items }) => items.map(({ no }) => no));
          expect(numbers).toEqual(numbers.map((_, index) => index + 1));
          expect(notes).toEqual([]);
        },
      ),
    );
  });
});

describe('a notice', () => {
  const notice = `某局关于巡察整改进展情况的通报
现将情况公布如下。
一、加强领导，把整改抓在手上
（一）迅速部署。针对反馈的两大方面、4项问题召开会议。1.成立专班。2.明确分工。
（二）压实责任。逐项分解。
二、对照反馈意见，逐项整改
（一）学习抓得不紧
1.针对“第一议题”制度落实不到位问题，整改情况如下：一是补上议题；二是定期检查。
2.针对台账不规范问题，整改情况如下：
（1）针对登记不全问题，已逐笔补登。
（2）一是核对；二是归档。
（3）已请人复核。今后每季一次。
（二）采购管理松懈1.针对询价走过场问题，整改情况如下：已修订办法。
2.针对合同缺失问题，整改情况如下：已补齐。《办法（试行）》第三条第（一）项一并修改，费用1.5万元。
三、下一步打算
（一）持续用力。盯住不放。
欢迎监督。联系电话：00000000
某局委员会
2021年9月7日`;

  test('has its problems only in the sections that hold problems', () => {
    const { categories, declared } = read(notice);
    expect(categories.map(({ no, title, items }) => [no, title, items.length])).toEqual([
      [1, '学习抓得不紧', 2],
      [2, '采购管理松懈', 2],
    ]);
    expect(declared).toEqual({ categories: 2, items: 4 });
  });

  test('that quotes its problems as a whole has what they quote in double marks again', () => {
    const items = itemsOf(
      '（一）学习\n1.针对“‘第一议题’落实不到位”问题。已改。\n2.针对“台账不实”问题。已改。',
    );
    expect(items.map(({ problem }) => problem)).toEqual(['“第一议题”落实不到位', '台账不实']);
  });

  test('keeps sub-items and the measures of each', () => {
    const [, second] = itemsOf(notice);
    expect(second).toMatchObject({
      problem: '台账不规范',
      measures: [],
      children: [
        { no: 1, problem: '登记不全', measures: [{ text: '已逐笔补登' }] },
        { no: 2, problem: '', measures: [{ text: '核对' }, { text: '归档' }] },
        { no: 3, problem: '', measures: [{ text: '已请人复核。今后每季一次' }] },
      ],
    });
  });

  test('does not take numbers within a sentence for marks', () => {
    const [, , , last] = itemsOf(notice);
    expect(last?.measures).toEqual([
      { text: '已补齐。《办法（试行）》第三条第（一）项一并修改，费用1.5万元' },
    ]);
  });

  test('lists every line that is not used, with its number', () => {
    const { notes } = read(notice);
    const unused = notes.filter(({ type }) => type === 'unused').map(({ line }) => line);
    expect(unused).toEqual([1, 2, 3, 4, 5, 6, 15, 16, 17, 18, 19]);
  });

  test('leaves open what it does not say, and lists it', () => {
    const { missing } = read(notice);
    expect(missing).toContainEqual({ item: '1.2(2)', field: 'problem' });
    for (const field of ['kind', 'leader', 'section', 'handler', 'deadline'] as const)
      expect(missing.filter((one) => one.field === field).map(({ item }) => item)).toEqual([
        '1.1',
        '1.2',
        '2.1',
        '2.2',
      ]);
  });
});

describe('a plan in words', () => {
  const plan = `整改方案（2021年）
（一）党的领导方面
1.决策制度执行不到位的问题
整改措施：
（1）修订规则；
（2）补充通报。
责任领导：甲、乙
责任科室：办公室
责任人：丙
整改时限：6月底前
2.意识形态工作抓得不实。整改措施：①每半年研判一次；②核对材料。（责任领导：乙；责任科室：党办；整改时限：2021.7.30）
（二）资金管理方面
1.专项资金管理存在漏洞
（1）收回手机。责任人：甲，完成时限：2021年5月31日；
（2）查明遗失。责任人：乙，完成时限：2021年6月11日。
责任领导：丁
整改时限：长期坚持`;

  test('has people and times after their labels', () => {
    const [first, second, third] = itemsOf(plan);
    expect(first).toMatchObject({ leader: '甲', section: '办公室', handler: '丙', deadline: '2021-06-30' });
    expect(first?.measures).toEqual([{ text: '修订规则' }, { text: '补充通报' }]);
    expect(second).toMatchObject({ leader: '乙', section: '党办', deadline: '2021-07-30' });
    expect(second?.measures).toEqual([{ text: '每半年研判一次' }, { text: '核对材料' }]);
    expect(third).toMatchObject({ problem: '专项资金管理存在漏洞', leader: '丁', kind: 'sustained' });
  });

  test('has those of a measure with the measure', () => {
    const third = itemsOf(plan)[2];
    expect(third?.measures).toEqual([
      { text: '收回手机', owner: '甲', deadline: '2021-05-31' },
      { text: '查明遗失', owner: '乙', deadline: '2021-06-11' },
    ]);
    expect(third?.deadline).toBeUndefined();
  });

  test('says who only assists, and which year was assumed', () => {
    const { notes } = read(plan);
    expect(notes).toContainEqual({ line: 7, type: 'assists', names: ['乙'] });
    expect(notes).toContainEqual({ line: 10, type: 'year-assumed', text: '6月底前', date: '2021-06-30' });
  });
});

describe('items as offices type them', () => {
  test('may be numbered by words, with numbers of their own below', () => {
    const { categories } = read(`一、贯彻决策部署方面
问题1：重点任务推进缓慢。
整改措施：
1.倒排工期。
2.每周调度。
责任领导：甲
问题2：政策宣传不够。
整改措施：
1.印发手册。
责任领导：乙
二、基层党建方面
问题3：组织生活不规范。
整改措施：补课。`);
    expect(categories.map(({ title, items }) => [title, items.map(({ problem }) => problem)])).toEqual([
      ['贯彻决策部署方面', ['重点任务推进缓慢', '政策宣传不够']],
      ['基层党建方面', ['组织生活不规范']],
    ]);
    const [first] = categories[0]?.items ?? [];
    expect(first).toMatchObject({ leader: '甲', measures: [{ text: '倒排工期' }, { text: '每周调度' }] });
  });

  test('may have brackets in what a label says', () => {
    const [item] = itemsOf(
      '一、组织\n1、换届不及时。责任领导：甲（牵头）、乙；责任科室：党办（老干办）。已换届。',
    );
    expect(item).toMatchObject({ leader: '甲', section: '党办（老干办）' });
  });

  test('may have who and when in brackets after each measure, on one line', () => {
    const [item] = itemsOf(
      '一、宣传\n（一）阵地管理不严。整改措施：1.排查（责任人：甲；时限：2022年5月1日）2.审核（责任人：乙；时限：2022年6月1日）',
    );
    expect(item?.measures).toEqual([
      { text: '排查', owner: '甲', deadline: '2022-05-01' },
      { text: '审核', owner: '乙', deadline: '2022-06-01' },
    ]);
  });

  test('may lie on full lines that end with a date', () => {
    const items = itemsOf(`一、群众反映强烈方面
1.信访件办理超期。整改措施：一周内办结。整改时限：2022.06.30
2.热线接通率不达标。整改措施：增加座席。整改时限：2022.07.31`);
    expect(items.map(({ deadline }) => deadline)).toEqual(['2022-06-30', '2022-07-31']);
  });

  test('may report under another name of the measures, in lines that are all short', () => {
    const items = itemsOf(`（一）作风方面
1．反馈问题：窗口服务中吃拿卡要时有发生
整改落实情况：①查处3人。②通报2起。
2．反馈问题：办事流程繁琐
整改落实情况：压减流程8项。`);
    expect(items.map(({ problem, measures }) => [problem, measures.map(({ text }) => text)])).toEqual([
      ['窗口服务中吃拿卡要时有发生', ['查处3人', '通报2起']],
      ['办事流程繁琐', ['压减流程8项']],
    ]);
  });
});

describe('doubtful places', () => {
  test('a number left out or repeated is told, and the item kept', () => {
    const { categories, notes } = read(
      '（一）制度不健全\n1.针对甲不实问题，已改。\n3.针对乙不实问题，已改。\n3.针对丙不实问题，已改。',
    );
    expect(categories[0]?.items.map(({ problem }) => problem)).toEqual(['甲不实', '乙不实', '丙不实']);
    expect(typesAt(notes, 3)).toEqual(['number-differs']);
    expect(typesAt(notes, 4)).toEqual(['number-differs']);
  });

  test('totals that differ from what was found are told where they are declared', () => {
    const { notes } = read(
      '巡察反馈了三个方面、5项问题。\n（一）制度不健全\n1.针对甲不实问题，已改。\n2.针对乙不实问题，已改。',
    );
    expect(notes).toContainEqual({
      line: 1,
      type: 'declared-differs',
      what: 'categories',
      declared: 3,
      found: 1,
    });
    expect(notes).toContainEqual({ line: 1, type: 'declared-differs', what: 'items', declared: 5, found: 2 });
  });

  test('an outline without a word of problems is taken by its place, and each item marked', () => {
    const { categories, notes } = read('（一）学习\n1.党章党规\n2.业务知识');
    expect(categories[0]?.items).toHaveLength(2);
    expect(notes.filter(({ type }) => type === 'not-a-problem')).toHaveLength(2);
  });

  test('a line that begins like a number but continues none is told', () => {
    const { notes } = read('（一）制度不健全\n1.针对甲不实问题，已改。\n88、另有说明。');
    expect(typesAt(notes, 3)).toContain('not-a-mark');
  });
});

describe('no text is too strange', () => {
  const FORMS = [
    '一、',
    '（一）',
    '(二)',
    '1.',
    '2、',
    '３．',
    '(1)',
    '①',
    '一是',
    '二是',
    '针对',
    '问题，',
    '整改情况如下：',
  ];
  const MORE = [
    '整改措施：',
    '责任领导：',
    '整改时限：',
    '整改类型：',
    '6月底前',
    '不到位',
    '。',
    '；',
    '\n',
    '\n\n',
    '　　',
    '》',
  ];
  const noise = fc.oneof(
    {
      weight: 6,
      arbitrary: fc.constantFrom(...FORMS, ...MORE, '七大方面、28项', '下一步', '附件：', '2021年9月7日'),
    },
    { weight: 3, arbitrary: fc.constant('#') },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) },
  );
  /** Each `#` becomes a word of its own, to be found again. */
  const aText = fc.array(noise, { maxLength: 90 }).map((parts) => {
    let no = 0;
    return parts.map((part) => (part === '#' ? `词${String(no++)}字` : part)).join('');
  });

  test('every word of it is used or listed', () => {
    fc.assert(
      fc.property(aText, (text) => {
        const said = JSON.stringify(read(text));
        for (const [word] of text.matchAll(/词\d+字/g)) expect(said).toContain(word);
      }),
      { numRuns: 500 },
    );
  });
});

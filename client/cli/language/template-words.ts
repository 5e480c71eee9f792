import type { ITEM_COLUMNS, ROSTER_COLUMNS, ROUND_FACTS } from '../../../intake';
import type { Language } from '../../../domain/round/roster';

type Of<T extends readonly string[]> = Partial<Record<T[number], string>>;

/** What stands in the template; headings stay Chinese, for they are what the import knows, and are translated. */
export interface TemplateWords {
  sheet: Record<'items' | 'roster' | 'round' | 'notes', string>;
  item: Of<typeof ITEM_COLUMNS>;
  roster: Partial<Record<keyof typeof ROSTER_COLUMNS, string>>;
  facts: Partial<Record<'what' | 'value', string>>;
  fact: Of<typeof ROUND_FACTS>;
  /** The lines of the sheet that explains. */
  notes: readonly string[];
}

export const TEMPLATE_WORDS: Record<Language, TemplateWords> = {
  'zh-CN': {
    sheet: { items: '整改事项', roster: '名册', round: '轮次', notes: '填写说明' },
    item: {},
    roster: {},
    facts: {},
    fact: {},
    notes: [
      '填写说明（本表不导入）',
      '一行写一项措施。同一事项有几项措施的，问题方面、具体问题等只写在第一行，其余各行留空，或把单元格合并。',
      '一个单元格里也可写几项措施：每项一行，或用 1. 2. 、（1）（2）、① ②、一是 二是 编号。',
      '整改类型、措施类型、职责从下拉列表中选。',
      '责任领导、经办人、验收人、措施责任人写姓名或人员编号，须与名册一致；经办人、责任领导、验收人不能是同一人。',
      '一格写几个人或几个科室的，第一位为主责，其余算配合，导入时列出而不记入方案。',
      '时限可写 2021-06-30、2021年6月30日、2021.6.30、6月底前、2021年6月底；没有时限的写 长期坚持 或留空。',
      '名册：人员编号如 p01；职责为主要负责人和档案员的各一人，整改办和派驻纪检组至少各一人；上级写人员编号。',
      '轮次编号如 2021-03；全宗号、机构代码用大写字母，用来编档号。',
      '身份方式：signed 只接受签名指令，公钥要在写成方案（--write）后填入名册；claimed 也接受自称的身份，并永远注明未经证明。',
      '填好后先看读懂了什么：rectify import 文件名.xlsx --dry-run；完整的可直接导入，不完整的用 --write plan.yaml 写成方案再补。',
    ],
  },
  en: {
    sheet: { items: 'Items', roster: 'Roster', round: 'Round', notes: 'How to fill in' },
    item: {
      category: 'category',
      problem: 'problem',
      kind: 'kind',
      leader: 'responsible leader',
      section: 'responsible section',
      handler: 'handler',
      acceptor: 'acceptor',
      deadline: 'deadline',
      measures: 'measure',
      'measure-kind': 'kind of measure',
      'measure-owner': 'owner of measure',
      'measure-deadline': 'deadline of measure',
    },
    roster: {
      id: 'id',
      name: 'name',
      address: 'mail address',
      section: 'section',
      superior: 'superior',
      office: 'office held',
    },
    facts: { what: 'what', value: 'value' },
    fact: {
      round: 'id of the round',
      title: 'title',
      body: 'inspected body',
      feedback: 'date of the feedback',
      concentratedUntil: 'end of the concentrated period',
      fonds: 'fonds',
      year: 'year',
      organisation: 'organisation',
      retention: 'retention',
      identity: 'identity',
    },
    notes: [
      'How to fill this in (this sheet is not imported)',
      'One measure a row. Where an item has several, write category, problem and the rest only in its first row and leave the others empty, or merge the cells.',
      'A cell may also hold several measures: one a line, or numbered 1. 2., (1) (2), ① ②, 一是 二是.',
      'Choose kinds and offices from the drop-down lists.',
      'People are written by name or by id, as in the roster; handler, leader and acceptor are three persons.',
      'Where a cell names several, the first leads; the others assist, and are listed but not put into the plan.',
      'Times: 2021-06-30, 2021年6月30日, 2021.6.30, 6月底前, 2021年6月底; 长期坚持 (sustained) or nothing where there is none.',
      'Roster: ids such as p01; one head (主要负责人), one archivist (档案员), at least one of 整改办 and of 派驻纪检组; a superior by id.',
      'The id of a round is such as 2021-03; fonds and organisation are capital letters, for archive numbers.',
      'Identity: signed takes signed commands only, and public keys go into the roster of the plan written with --write; claimed takes people at their word, and says so for ever.',
      'Then see what is understood: rectify import FILE.xlsx --dry-run. A complete one can be imported; else write a plan to complete with --write plan.yaml.',
    ],
  },
};

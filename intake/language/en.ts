import type { TemplateWords } from './words';

export const english: TemplateWords = {
  sheet: { items: 'Items', roster: 'Roster', round: 'Round', checks: 'To check', notes: 'How to fill in' },
  item: {
    no: 'no.',
    category: 'category',
    problem: 'problem',
    kind: 'kind',
    leader: 'responsible leader',
    section: 'responsible section',
    assistants: 'assisting sections',
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
    deputies: 'deputies',
    office: 'office held',
    keys: 'public keys',
  },
  facts: { what: 'what', value: 'value' },
  fact: {
    round: 'id of the round',
    title: 'title',
    body: 'inspected body',
    bodyId: 'code of the body',
    feedback: 'date of the feedback',
    concentratedUntil: 'end of the concentrated period',
    fonds: 'fonds',
    year: 'year',
    organisation: 'organisation',
    retention: 'retention',
    identity: 'identity',
  },
  page: 'Page &P of &N',
  checks: {
    title: 'To check (this sheet is not imported)',
    note: 'These places in the source are doubtful; the lines are those of the source. Check them there, and correct the other sheets.',
    head: ['Place in the source', 'What is doubtful'],
  },
  notes: [
    'How to fill this in (this sheet is not imported)',
    'Yellow cells are still to be filled in; the colour goes once they are. Orange deadlines are doubtful: what follows the question mark is in the source. Check it, and leave only the date.',
    'One measure per row. If an item has several, enter category, problem and so on in its first row only and leave the rest empty, or merge the cells.',
    'If a cell names several people or sections, the first one leads and the others assist; people who assist are listed but left out of the plan.',
    'Then check the file: rectify import FILE.xlsx --dry-run lists what is missing and what the import would refuse. If nothing is wrong, leave out --dry-run to import it.',
  ],
  guide: {
    head: ['Column', 'What to enter', 'Example'],
    item: {
      no: {
        what: 'The number of the category, a dot, the number of the item within it. May be left empty: items are then numbered in order.',
        example: '1.2',
      },
      category: { what: 'The category of the feedback.', example: '（一）Assets are managed loosely' },
      problem: { what: 'The problem, one for each item.', example: 'Equipment and accounts do not agree' },
      kind: {
        what: 'Choose from the list: immediate, time-limited or sustained. A sustained item (长期坚持) needs no deadline.',
        example: '限期整改',
      },
      leader: {
        what: 'A name or id from the roster. Leader, handler and acceptor must be three different people.',
        example: '乙',
      },
      section: { what: 'The section that leads.', example: 'General office' },
      assistants: {
        what: 'Sections that assist, separated by commas; or nothing.',
        example: 'Finance, Personnel',
      },
      handler: { what: 'A name or id from the roster.', example: '丙' },
      acceptor: { what: 'A name or id; neither the handler nor the leader of the item.', example: '丁' },
      deadline: {
        what: 'Always with the year: 2021-06-30, 2021年6月30日, 2021.6.30, 2021年6月底 or 30 June 2021.',
        example: '2021-06-30',
      },
      measures: {
        what: 'One measure per row. A cell may also hold several: one per line, numbered 1. 2. or (1) (2), or separated by semicolons.',
        example: 'Count all equipment and compare it with the accounts',
      },
      'measure-kind': {
        what: 'Choose from the list: rule-making, loss recovery, accountability, lessons applied, special campaign or other.',
        example: '专项整治',
      },
      'measure-owner': { what: 'A name or id, if not the handler.', example: '己' },
      'measure-deadline': {
        what: 'If it has one of its own; no later than that of the item.',
        example: '2021-06-11',
      },
    },
    roster: {
      id: {
        what: 'A lower-case letter, then lower-case letters, digits or hyphens; each id once.',
        example: 'p02',
      },
      name: {
        what: 'The name of the person. If two have the same name, use their ids in the items.',
        example: '乙',
      },
      address: { what: 'Where mails go.', example: 'p02@example.org' },
      section: { what: 'Optional.', example: 'Leadership' },
      superior: {
        what: 'Who is told of a late review, by name or id; the head if left empty.',
        example: '甲',
      },
      deputies: {
        what: 'Who may act for this person, under their own names: names or ids, separated by commas. Optional.',
        example: '戊, 己',
      },
      office: {
        what: 'Choose from the list: exactly one head (主要负责人) and one archivist (档案员), at least one each of 整改办 (office) and 派驻纪检组 (oversight); everyone else nothing.',
        example: '整改办',
      },
      keys: {
        what: 'What rectify keygen --as ID prints for this person; double-click the cell before pasting several lines. If identity is signed, handlers, leaders, acceptors, head and office all need one.',
        example: 'kid: 43 characters, x: 43 characters, from: 2021-05-06',
      },
    },
    fact: {
      round: { what: 'Lower-case letters, digits and hyphens; never used before.', example: '2021-03' },
      title: { what: 'What this round is called.', example: 'Rectification of 2021' },
      body: { what: 'The full name of the inspected body.', example: 'Some Bureau' },
      bodyId: {
        what: 'Lower-case letters, digits and hyphens, the same in every round of this body. The operator pins the keys of office, head and oversight under it.',
        example: 'some-bureau',
      },
      feedback: { what: 'The day of the feedback.', example: '2021-04-29' },
      concentratedUntil: { what: 'The last day of the concentrated period.', example: '2021-08-31' },
      fonds: { what: 'Capital letters and digits; goes into archive numbers.', example: 'Z109' },
      year: { what: 'The year of the archive numbers.', example: '2021' },
      organisation: { what: 'Capital letters; goes into archive numbers.', example: 'JGDW' },
      retention: { what: 'Choose from the list; 30年 (30 years) if left empty.', example: '30年' },
      identity: {
        what: 'signed takes signed commands only and needs public keys; claimed also takes people at their word, and records for good that they were not proved. signed if left empty.',
        example: 'signed',
      },
    },
  },
};

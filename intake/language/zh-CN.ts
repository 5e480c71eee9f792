import type { TemplateWords } from './words';

export const chinese: TemplateWords = {
  sheet: { items: '整改事项', roster: '名册', round: '轮次', checks: '待核对', notes: '填写说明' },
  item: {},
  roster: {},
  facts: {},
  fact: {},
  page: '第 &P 页，共 &N 页',
  checks: {
    title: '待核对（本表不导入）',
    note: '下列各处读取时存疑，位置为原文件中的行。请对照原文核对，并在前面各表中改正。',
    head: ['原文位置', '存疑内容'],
  },
  notes: [
    '填写说明（本表不导入）',
    '黄色的单元格尚未填写，填好后颜色自动消失；橙色的时限存疑，问号后是原文，请核对后只写日期。',
    '一行写一项措施。同一事项有几项措施的，问题方面、具体问题等只写在第一行，其余各行留空，也可合并单元格。',
    '一个单元格里写几个人或几个科室的，第一位为主责，其余为配合；配合的人只在读取时列出，不写入方案。',
    '填好后先检查：rectify import 文件名.xlsx --dry-run，会列出尚缺的内容和导入时会被拒绝之处；没有问题的去掉 --dry-run 即可导入。',
  ],
  guide: {
    head: ['栏目', '填写要求', '示例'],
    item: {
      no: {
        what: '事项编号：方面的序号、点、事项在该方面中的序号。可不填，按先后编号。',
        example: '1.2',
      },
      category: { what: '巡察反馈的方面。', example: '（一）资产管理不严' },
      problem: { what: '反馈的具体问题，一个事项写一个问题。', example: '账物不符' },
      kind: {
        what: '从下拉列表中选择。长期坚持的事项可不填时限。',
        example: '限期整改',
      },
      leader: {
        what: '姓名或人员编号，须与名册一致。责任领导、经办人、验收人须是三个人。',
        example: '乙',
      },
      section: { what: '主责科室。', example: '办公室' },
      assistants: { what: '配合的科室，几个的用顿号分开；没有的留空。', example: '财务科、党办' },
      handler: { what: '姓名或人员编号，须与名册一致。', example: '丙' },
      acceptor: { what: '姓名或人员编号，不能是本事项的经办人或责任领导。', example: '丁' },
      deadline: {
        what: '写明年份，如 2021-06-30、2021年6月30日、2021.6.30、2021年6月底。',
        example: '2021-06-30',
      },
      measures: {
        what: '整改措施，一行一项。也可在一个单元格里写几项：每项一行，或用 1. 2. 、（1）（2）、一是 二是 编号，或用分号分开。',
        example: '逐件盘点，核对账物',
      },
      'measure-kind': { what: '从下拉列表中选择。', example: '专项整治' },
      'measure-owner': {
        what: '该项措施由他人负责的，写姓名或人员编号；由经办人负责的留空。',
        example: '己',
      },
      'measure-deadline': { what: '该项措施另有时限的填写，不晚于事项的时限。', example: '2021-06-11' },
      cause: { what: '问题产生的原因，可不填。', example: '账目多年未核对' },
      goal: { what: '整改要达到的目标，可不填。', example: '账实相符' },
      priority: { what: '从下拉列表中选择，可不填。', example: '高' },
      tags: { what: '便于查找的短词，几个的用顿号分开，最多 10 个；可不填。', example: '固定资产、台账' },
      source: { what: '写明问题的文件，可不填。', example: '巡察反馈意见' },
      page: { what: '在该文件中的页码；填页码的须填来源文件。可不填。', example: '3' },
    },
    roster: {
      id: { what: '小写字母开头，只含小写字母、数字和连字符，不能重复。', example: 'p02' },
      name: { what: '本人姓名。同名的，在整改事项中写人员编号。', example: '乙' },
      address: { what: '收通知的邮箱。', example: 'p02@example.org' },
      section: { what: '所在科室，可不填。', example: '局领导' },
      superior: { what: '审核超期时报给谁，写姓名或人员编号；不填的报主要负责人。', example: '甲' },
      deputies: {
        what: '可以代其办理的人，写姓名或人员编号，几个人用顿号分开；代办的用自己的名义。可不填。',
        example: '戊、己',
      },
      office: {
        what: '从下拉列表中选择。主要负责人和档案员各一人，整改办和派驻纪检组至少各一人；配合科室联系人代表所在科室（须填科室）接收通知，每个科室一人；其他人留空。',
        example: '整改办',
      },
      keys: {
        what: '本人运行 rectify keygen --as 人员编号 得到的公钥，可把输出的几行粘贴到一个单元格里（先双击单元格再粘贴）。身份方式为 signed 的，经办人、责任领导、验收人、主要负责人和整改办都须填写。',
        example: 'kid: 43个字符, x: 43个字符, from: 2021-05-06',
      },
    },
    fact: {
      round: { what: '轮次编号，小写字母、数字和连字符，不能与以往的重复。', example: '2021-03' },
      title: { what: '本轮整改的名称。', example: '2021年巡察整改' },
      body: { what: '被巡察单位的全称。', example: '某某局' },
      bodyId: {
        what: '小写字母、数字和连字符，本单位各轮次都用同一个代号；运维人员按它登记整改办、主要负责人和派驻纪检组的公钥。',
        example: 'some-bureau',
      },
      feedback: { what: '巡察组反馈的日期。', example: '2021-04-29' },
      concentratedUntil: { what: '集中整改期的最后一天。', example: '2021-08-31' },
      fonds: { what: '大写字母和数字，用于编制档号。', example: 'Z109' },
      year: { what: '归档年度。', example: '2021' },
      organisation: { what: '大写字母，用于编制档号。', example: 'JGDW' },
      retention: { what: '从下拉列表中选择，不填的为 30年。', example: '30年' },
      identity: {
        what: 'signed 只接受签名指令，须填公钥；claimed 也接受自称的身份，并永久注明未经证明。不填的为 signed。',
        example: 'signed',
      },
    },
  },
};

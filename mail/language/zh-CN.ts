import { CHINESE_REPORT } from './report/zh-CN';
import { CHINESE_ROUND } from './round/zh-CN';
import type { Counts, Deed, MailWords } from './words';

const parts = ({ act, watch, know }: Counts, said: [string, string, string]) =>
  [act > 0 && said[0], watch > 0 && said[1], know > 0 && said[2]].filter((text) => text !== false);

const manyItems: MailWords['subject']['many'] = (counts, earliest) => {
  const { act, watch, know } = counts;
  const first = act > 0 ? '项整改事项需要处理' : watch > 0 ? '项整改事项请您关注' : '项整改事项供您知悉';
  const others = act > 0 && watch > 0 ? `，另 ${watch} 项请您关注` : '';
  return `${act || watch || know} ${first}${others}${earliest ? `，最早时限 ${earliest}` : ''}`;
};

const confirmation = ({ what, when, key, principal, deputy }: Deed): string => {
  const who = deputy === undefined ? `您${principal === undefined ? '' : `代${principal}`}` : `${deputy}代您`;
  const by = key === undefined ? '未经签名' : `签名密钥 ${key}…`;
  const doubt = deputy === undefined ? '如非您本人所为' : '如您对此不知情';
  const rest = key === undefined ? '' : '，并请其作废该公钥（rectify revoke-key）';
  return `${when}，${who}作出决定：${what}（${by}）。${doubt}，请立即告知整改办和派驻纪检组（巡察办）${rest}。`;
};

/** 邮件里的话. */
export const CHINESE: MailWords = {
  title: '整改事项办理通知',
  subject: {
    drill: '【演练】',
    tag: (label) => `【${label}】`,
    one: (item, due) => `${item}${due ? `，时限 ${due}` : ''}`,
    many: manyItems,
  },
  banner: (drill) => `演练“${drill}”：日期为演练时间，不是真实的整改要求。`,
  greeting: (name) => `${name}，您好：`,
  summary: (day, { act, watch, know }) =>
    `截至${day}，${parts({ act, watch, know }, [
      `请您办理 ${act} 项`,
      `提醒您关注 ${watch} 项`,
      `供您知悉 ${know} 项`,
    ]).join('，')}。`,
  group: { act: '请您办理', watch: '提醒', know: '供知悉' },
  heading: (group, lines) => `${group}（${lines} 条）`,
  compact: (lines) => `其余 ${lines} 条简列如下：`,
  label: {
    deadline: '整改时限',
    reviewDeadline: '审核时限',
    checkIn: '下次报告',
    asked: '申请延期至',
    status: '状态',
    missing: '尚缺',
    measures: '整改措施',
    evidence: '佐证材料',
    checkIns: '坚持情况',
    now: '下一步',
    measure: '整改措施',
  },
  labelled: (label, value) => `${label}：${value}`,
  statusLine: (status, awaited) => (awaited === undefined ? status : `${status} · 由${awaited}办理`),
  you: (role) => `您（${role}）`,
  somebody: (role, name, section) => `${role}${name ?? ''}${section ? `（${section}）` : ''}`,
  rung: {
    reminder: '整改时限临近，请合理安排进度。',
    warning: '整改时限将到，请检查各项措施和佐证材料是否齐备。',
    'review-due': '审核时限将到，尚未作出决定。',
    'check-in-due': '本期坚持情况的报告日期临近。',
    'check-in-missed': '本期坚持情况报告日期已过，尚未报告。',
    'check-in-escalated': '坚持情况长时间未报告，已报整改办和主要负责人。',
    unacknowledged: '事项已经交办，至今未签收。',
    imminent: '整改时限即将届满，尚未申请销号。',
    'review-overdue': '审核时限已过，尚未作出决定。',
    'review-escalated': '审核超期仍未作出决定，已报审核人的上级。',
    overdue: '整改时限已过，尚未申请销号。',
    'urging-letter': '系统建议发出督办函，由您决定是否签发。',
    talk: '系统建议约谈有关责任人，由您决定是否签发约谈通知。',
    accountability: '系统建议研究问责事宜，由您决定是否签发问责建议。',
  },
  proposed: {
    'urging-letter': '系统建议发出督办函，已报有权签发的人员决定，供您知悉。',
    talk: '系统建议约谈有关责任人，已报有权签发的人员决定，供您知悉。',
    accountability: '系统建议研究问责事宜，已报有权签发的人员决定，供您知悉。',
  },
  fact: {
    assigned: ({ handler, section }) => `事项已交办${section}，由${handler}经办。`,
    reopened: ({ by, handler }) => `${by ?? '回头看'}发现问题反弹，事项重新整改，由${handler}经办。`,
    restored: ({ by, handler }) =>
      `本事项的流程此前在服务器上中断，${by ?? '整改办'}已恢复办理，由${handler}经办。事项重新开始：此前的进展、佐证和审批不再计入，须重新办理；佐证文件仍在库中，将原文件重新提交即可。`,
    'closure-requested': ({ by, handler }) => `${by ?? handler}已申请销号，报责任领导审核。`,
    'closure-withdrawn': ({ by, handler }) => `${by ?? handler}已撤回销号申请，继续整改。`,
    'extension-requested': ({ by, handler, date }) => `${by ?? handler}申请延期${date ? `至${date}` : ''}。`,
    'extension-granted': ({ by, date }) => `${by ?? '审批人'}同意延期${date ? `至${date}` : ''}。`,
    'extension-refused': ({ by, date }) =>
      `${by ?? '审批人'}不同意延期${date ? `至${date}` : ''}，时限不变。`,
    approved: ({ by }) => `${by ?? '责任领导'}审核同意，转验收人验收。`,
    'approval-voided': ({ by, handler }) =>
      `${by ?? handler}在审核同意之后又提交了佐证材料，原审核意见失效，须由责任领导重新审核。`,
    asked: ({ by }) => `${by ?? '审核人'}在审核中要求补充材料或说明，事项没有退回。`,
    returned: ({ by }) => `${by ?? '审核人'}已退回，要求补充整改。`,
    accepted: ({ by }) => `${by ?? '验收人'}验收通过，事项已销号。`,
    'stage-accepted': ({ by, date }) =>
      `${by ?? '验收人'}阶段验收通过，转入长期坚持${date ? `，至${date}` : ''}，其间按期报告坚持情况。`,
    'checked-in': ({ by, handler }) => `${by ?? handler}已报告本期坚持情况。`,
    'sustaining-ended': ({ date }) => `坚持期${date ? `至${date}` : ''}已满，须作最终验收。`,
    withdrawn: ({ by }) => `${by ?? '主要负责人'}决定不予列入或并案，本事项不再单独办理。`,
    'import-undone': ({ by }) => `${by ?? '整改办'}撤销了整轮导入，本事项一并撤销，无须再办理。`,
    'undo-refused': () =>
      '整轮导入已撤销，但本事项此间已有办理，维持原状。请单独决定：不予列入（rectify withdraw），或继续办理。',
    reassigned: ({ by, successor }) =>
      successor !== undefined
        ? `${by ?? '整改办'}已将本事项改派${successor}。`
        : `${by ?? '整改办'}已将本事项改派，请按交接说明接续办理。`,
    amended: ({ by }) => `${by ?? '整改办'}调整了整改方案，本事项的变更见下，请按新的要求办理。`,
    'deadline-set': ({ by, date }) => `${by ?? '整改办'}设定了整改时限${date ? `：${date}` : ''}。`,
    urged: ({ by }) => `${by ?? '整改办'}催办。`,
    commented: ({ by }) => `${by ?? '有人'}留言。`,
    resent: ({ rung }) => `按要求重发此前的${rung ? `“${rung}”` : ''}通知。`,
    'proposal-issued': ({ by, rung }) => `${by ?? '整改办'}已签发${rung ?? '督办函'}。`,
    'calendar-changed': ({ date }) =>
      date ? `节假日安排变动，审核时限改为${date}。` : '节假日安排已公布，此前暂定的日期已经确定。',
    archived: () => '事项材料已归档。',
    undeliverable: () => '本事项有一封邮件被收件服务器拒收，未能送达。',
    'measures-assigned': ({ handler, section }) =>
      `您是本事项下列措施的责任人。事项由${section}${handler}经办：请落实措施，报告进展、提交佐证，由经办人确认完成。`,
    assisting: ({ handler, section }) => `本事项由${section}${handler}经办，您的科室是配合科室，请予配合。`,
    'measure-reported': ({ by }) => `${by ?? '措施责任人'}报告了措施的进展；措施落实后，请确认完成。`,
    'helper-replaced': ({ by, successor }) =>
      `${by ?? '整改办'}已将有关措施或配合科室的联系改由${successor ?? '他人'}负责。`,
    'you-decided': ({ decided }) => (decided ? confirmation(decided) : '您就本事项作出了决定。'),
  },
  written: {
    assigned: '交办说明',
    reopened: '重开原因',
    restored: '恢复原因',
    'closure-requested': '销号说明',
    'closure-withdrawn': '撤回原因',
    'extension-requested': '延期原因',
    'extension-granted': '审批意见',
    'extension-refused': '审批意见',
    approved: '审核意见',
    'approval-voided': '说明',
    asked: '要求',
    returned: '退回意见',
    accepted: '验收意见',
    'stage-accepted': '验收意见',
    'checked-in': '坚持情况',
    'sustaining-ended': '说明',
    withdrawn: '原因',
    'import-undone': '撤销原因',
    'undo-refused': '说明',
    reassigned: '交接说明',
    'deadline-set': '说明',
    amended: '调整原因',
    urged: '催办意见',
    commented: '留言',
    resent: '说明',
    'proposal-issued': '文号',
    'calendar-changed': '说明',
    archived: '档号',
    undeliverable: '收件人及原因',
    'you-decided': '决定内容',
    'measures-assigned': '说明',
    assisting: '说明',
    'measure-reported': '进展',
    'helper-replaced': '交接说明',
  },
  judged: {
    measures: ({ all, complete, recovered }) =>
      `共 ${all} 项，${complete === all ? '均已完成' : `已完成 ${complete} 项`}${recovered ? `，追缴 ${recovered} 元` : ''}`,
    measure: ({ no, text, complete, recovered, regulation }) =>
      `${no}. ${text}（${[
        complete ? '已完成' : '未完成',
        ...(recovered ? [`追缴 ${recovered} 元`] : []),
        ...(regulation ? [`形成《${regulation}》`] : []),
      ].join('，')}）`,
    evidence: ({ all, size }) => (all === 0 ? '尚无' : `共 ${all} 份，${size}`),
    file: ({ no, measure, title, size, kind }) =>
      `第 ${no} 份《${title}》（措施 ${measure}，${kind}，${size}）`,
    kind: {
      pdf: 'PDF',
      ofd: 'OFD',
      office: 'Office 文档',
      wps: 'WPS 文档',
      openDocument: 'ODF 文档',
      image: '图片',
      text: '文本',
      audio: '音频',
      video: '视频',
      archive: '压缩包',
      mail: '邮件',
      other: '其他',
    },
    more: (lines, command) => `其余 ${lines} 项请运行 ${command} 查看`,
    checkIns: (times) => `坚持期内已报告 ${times} 次`,
  },
  measure: {
    rung: {
      'measure-reminder': '该项措施的时限临近，请合理安排进度。',
      'measure-due': '该项措施今日或近日到期，尚未完成。',
      'measure-overdue': '该项措施的时限已过，尚未完成。',
    },
    one: (no, text, date) => `${no}. ${text}${date === undefined ? '' : `，时限 ${date}`}`,
    sections: (names) => names.join('、'),
  },
  todo: {
    act: {
      assigned: '请签收，并组织整改。',
      'in-progress': '请落实整改措施、补齐佐证材料，完成后申请销号。',
      returned: '请按退回意见补充整改、补齐佐证材料，重新申请销号。',
      'leader-review': '请查看佐证材料，作出审核决定：同意，或退回补充整改。',
      acceptance: '请查看佐证材料，作出验收决定：通过，或退回补充整改。',
      sustained: '请坚持整改成果，按期报告坚持情况。',
    },
    remind: (who) => `请提醒${who}按时办理。`,
    urge: (who) => `请督促${who}尽快办理。`,
    propose: '请查看事项情况后作出决定。',
    extension: '请查看延期申请，作出决定：同意，或不同意。',
    answer: '请补充佐证材料，或留言答复。',
    measures: '请落实措施：责任人报告进展、提交佐证，经办人确认完成。',
    undeliverable: '请核对收件人的邮箱地址，并用其他方式告知本人。',
  },
  cut: (command) => `……（后文从略，全文请运行 ${command}）`,
  calendar: { summary: (number, problem) => `整改时限：${number} ${problem}`, drill: '【演练】' },
  round: CHINESE_ROUND,
  report: CHINESE_REPORT,
  footer: {
    why: '您在以下整改工作中承担职责，或有事项需要您知悉，因此收到本邮件。',
    rounds: (titles) => `整改工作：${titles.join('、')}`,
    provisional: '标有“暂定”的日期取决于尚未公布的节假日安排，公布后将重新计算。',
    inbox: (command) => `查看全部待办，请运行 ${command}`,
    evidence: '以下为各事项办理记录当时的校验值，请留存本邮件，以备日后核对记录是否被改动：',
    head: (item, entries, hash) => `${item} 共 ${entries} 条 ${hash}`,
    automatic: '本邮件由系统自动发送，请勿直接回复。',
  },
};

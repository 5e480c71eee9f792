import type { MailWords } from '../words/mails';

const OUTCOME = { sent: '已送达', refused: '被拒收', dropped: '暂停发送期间作废' } as const;

export const MAILS: MailWords = {
  schedule: {
    head: { slot: '时间', person: '收件人', subject: '事由', outcome: '结果' },
    said: (notices) => `已发（${notices} 条）`,
    toCome: (notices) => `将发（${notices} 条，情况有变即重新安排）`,
    noReceipt: '尚无回执',
    noStore: '（本机没有存储，看不到回执）',
    asFound: '结果取自存储中的回执；回执的封签只有 worker 能核对。',
    receipt: (outcome, address, response) => `${OUTCOME[outcome]} ${address} · ${response}`,
  },
  resend: { sent: '已发给此人的邮件', head: { slot: '时间', subject: '事由', id: '编号' } },
  rehearse: {
    title: (round, from, until) => `${round}：如 ${from} 交办，至 ${until} 无人办理，会发出以下邮件`,
    head: { day: '日期', time: '时刻', person: '收件人', subject: '主题' },
    dayOff: (date) => `${date} 不是工作日，交办邮件在下一个工作日发出。`,
    total: (mails, people, until) => `至${until}共 ${mails} 封，${people} 人。`,
  },
};

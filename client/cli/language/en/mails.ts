import type { MailWords } from '../words/mails';

const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;

const OUTCOME = { sent: 'delivered', refused: 'refused', dropped: 'dropped while on hold' } as const;

export const MAILS: MailWords = {
  schedule: {
    head: { slot: 'Time', person: 'To', subject: 'About', outcome: 'Outcome' },
    said: (notices) => `Sent (${notices})`,
    toCome: (notices) => `To come (${notices}, planned again whenever something changes)`,
    noReceipt: 'no receipt yet',
    noStore: '(no store on this machine, so no receipts)',
    asFound: 'Outcomes are taken from the receipts in the store; only workers can check their seals.',
    receipt: (outcome, address, response) => `${OUTCOME[outcome]} ${address} · ${response}`,
  },
  resend: { sent: 'Sent to this person', head: { slot: 'Time', subject: 'About', id: 'Id' } },
  rehearse: {
    title: (round, from, until) => `${round}: mails if assigned on ${from} and nobody acted until ${until}`,
    head: { day: 'Day', time: 'Time', person: 'To', subject: 'Subject' },
    dayOff: (date) => `${date} is not a working day; its mails go out on the next one.`,
    total: (mails, people, until) =>
      `${count(mails, 'mail', 'mails')} to ${count(people, 'person', 'people')} until ${until}.`,
  },
};

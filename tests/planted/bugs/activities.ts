import type { Bug } from '../bug';

export const ACTIVITIES: readonly Bug[] = [
  {
    name: 'mail-said-twice',
    file: 'activities/mail/send-mail.ts',
    was: '(a < b ? a : b), order.slot)',
    is: '(a > b ? a : b), order.slot)',
    breaks: 'After a crash what an earlier mail has said is said again by the next.',
  },
  {
    name: 'unsealed-receipt-backdated',
    file: 'activities/receipts/receipts.ts',
    was: 'Math.max(found.slot, found.at) < unsealedUntil',
    is: 'Math.min(found.slot, found.at) < unsealedUntil',
    breaks: 'Whoever can write into the store silences a mail by a receipt of an old form with an old date.',
  },
  {
    name: 'command-lost-in-an-outage',
    file: 'activities/mailboxes.ts',
    was: 'if (!(error instanceof WorkflowNotFoundError)) throw error;',
    is: 'if (error instanceof WorkflowNotFoundError) throw error;',
    breaks: 'A command of the round never reaches its items where the server is away for a moment.',
  },
  {
    name: 'localhost-of-others',
    file: 'activities/mail/smtp-url.ts',
    was: "return host === 'localhost';",
    is: "return host.startsWith('localhost');",
    breaks: 'Mail to localhost.example.org goes without TLS, for everybody on the way to read.',
  },
];

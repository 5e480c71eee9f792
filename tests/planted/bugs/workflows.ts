import type { Bug } from '../bug';

export const WORKFLOWS: readonly Bug[] = [
  {
    name: 'births-untold',
    file: 'workflows/inspection-round/errands.ts',
    was: '    told = until;',
    is: '    told = started.length;',
    breaks: 'Of a large round some people never hear of their items: those started while others were told.',
  },
  {
    name: 'timer-too-late',
    file: 'workflows/alarm.ts',
    was: 'filter((one) => one < at)',
    is: 'filter((one) => one > at)',
    breaks: 'An item that was to wake in a month and is now due tomorrow sleeps on.',
  },
  {
    name: 'post-dropped-at-the-end-of-a-run',
    file: 'workflows/mailbox/workflow.ts',
    was: 'if (arrivals.areJudged) await continueAsNew<typeof mailbox>(next);',
    is: 'await continueAsNew<typeof mailbox>(next);',
    breaks: 'A notice that arrives in the moment in which a mailbox continues as new is never mailed.',
  },
  {
    name: 'told-anew-each-run',
    file: 'workflows/rectification-item/workflow.ts',
    was: 'itemGoingOn(input, life.remember(), telling.told)',
    is: 'itemGoingOn(input, life.remember(), 0)',
    breaks:
      'After each run an item takes over all its evidence again and names everything that ever happened.',
  },
  {
    name: 'refused-mail-untold',
    file: 'workflows/mailbox/workflow.ts',
    was: "if (outcome.outcome === 'refused') await tellItems(mail, to, outcome);",
    is: "if (outcome.outcome === 'refused' && mail.rounds) await tellItems(mail, to, outcome);",
    breaks:
      'An address that the mail server refuses for good is told to nobody: the item goes on in silence.',
  },
];

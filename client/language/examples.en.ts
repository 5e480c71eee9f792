import type { VerbName } from '../verbs';
import type { Examples } from './examples';

/** Examples of every verb: one that lacks them does not compile, one that is wrong fails in examples.test.ts. */
export const ENGLISH_EXAMPLES: Record<VerbName, Examples> = {
  inbox: ['rectify inbox --as p05', 'rectify inbox --as p05 --round 2021-03'],
  ack: ['rectify ack 1.2 --as p05', 'rectify ack 1.2 1.3 2.1 --as p05 # takes three items on'],
  progress: [
    'rectify progress 1.2 "counted, being checked" --as p05',
    'rectify progress 1.2 "the list is signed" --complete 1 --as p05 # measure 1 is complete',
  ],
  evidence: ['rectify evidence 1.2 list.pdf --measure 1 --title "List of phones" --date 2021-06-11 --as p05'],
  'request-closure': ['rectify request-closure 1.2 "all measures are complete" --as p05'],
  keygen: ['rectify keygen --as p05', 'rectify keygen --as p05 --key new-key.json # into another file'],
  whoami: ['rectify whoami --as p05', 'rectify whoami --as p05 --round 2021-03 --json'],
  approve: [
    'rectify approve 1.2 --as p02 # shows the evidence, then asks',
    'rectify approve 1.2 --opinion "agreed" --as p06 --deputy-for p02 # p06 for p02',
  ],
  return: [
    'rectify return 1.2 --opinion incomplete --missing "the signed record of the check" --deadline 2021-07-15 --as p02',
  ],
  accept: ['rectify accept 1.2 --as p11', 'rectify accept 1.2 --yes --as p11 # does not ask'],
  init: ['rectify init plan', 'rectify init trial --example # the round of 2021, with a key for everybody'],
  import: ['rectify import plan.yaml --dry-run # shows what was understood', 'rectify import plan.yaml'],
  rehearse: [
    'rectify rehearse plan.yaml',
    'rectify rehearse plan.yaml --person p05 --mail --until 2021-06-30 # the mails of p05 in full',
  ],
  list: [
    'rectify list --overdue',
    'rectify list --status in-progress --section 办公室',
    'rectify list --handler p05 --json # for programs',
  ],
  show: ['rectify show 1.2', 'rectify show 2021-03/1.2'],
  schedule: ['rectify schedule 1.2'],
  verify: ['rectify verify bag', 'rectify verify bag-1 bag-2 --json'],
  demo: ['rectify demo', 'rectify demo --keep # stays up when the drill is over'],
  dev: ['rectify dev'],
  doctor: ['rectify doctor'],
  completion: ['rectify completion bash', 'source <(rectify completion zsh) # in ~/.zshrc, after compinit'],
};

import type { ExampleWords } from '../words/examples';

export const EXAMPLES: ExampleWords = {
  inbox: ['rectify inbox --as p05', 'rectify inbox --as p05 --round 2021-03'],
  ack: ['rectify ack 1.2 --as p05', 'rectify ack 1.2 1.3 2.1 --as p05 # three items at once'],
  progress: [
    'rectify progress 1.2 "counted, now being checked" --as p05',
    'rectify progress 1.2 "the list is signed" --complete 1 --as p05 # measure 1 is complete',
    'rectify progress 1.2 "half of the phones are counted" --measure 1 --as p06 # by its owner',
    'rectify progress 1.2 repaid --complete 1 --recovered 4080.50 --regulation "Rules for official cars" --as p05',
  ],
  evidence: [
    'rectify evidence 1.2 list.pdf --measure 1 --title "List of phones" --date 2021-06-11 --as p05',
    'rectify evidence 1.2 list.pdf --replaces 1 --as p05 # a new version; for the numbers see rectify show 1.2',
    'rectify evidence open 1.2 3 # opens no. 3',
    'rectify evidence save 1.2 --all --to meeting # all of it, with a list',
  ],
  'withdraw-evidence': ['rectify withdraw-evidence 1.2 1 "a page is missing" --as p05'],
  'record-result': [
    'rectify record-result 1.2 --kind money-collected --figure 4080.50 --measure 2 --evidence 3 --vouched-by p02 --as p05',
    'rectify record-result 1.2 --kind rules-made --figure 2 --vouched-by p02 --as p05',
  ],
  'correct-result': [
    'rectify correct-result 1.2 1 "one payment was left out" --figure 4630.50 --as p05',
    'rectify correct-result 1.2 2 "recorded twice" --figure 0 --as p05 # withdraws it',
  ],
  'request-closure': ['rectify request-closure 1.2 "all measures are complete" --as p05'],
  keygen: [
    'rectify keygen --as p05',
    'rectify keygen --as p05 --key new-key.json # into another file',
    'rectify keygen --as p05 --renew # a new key that the old one has signed',
  ],
  whoami: ['rectify whoami --as p05', 'rectify whoami --as p05 --round 2021-03 --json'],
  approve: [
    'rectify approve 1.2 --as p02 # shows the evidence, then asks',
    'rectify approve 1.2 1.3 2.1 --as p02 # one after the other; the passphrase is typed once',
    'rectify approve 1.2 --opinion "agreed" --as p06 --deputy-for p02 # p06 acts for p02',
  ],
  return: [
    'rectify return 1.2 --opinion incomplete --missing "the signed record of the check" --deadline 2021-07-15 --as p02',
  ],
  accept: ['rectify accept 1.2 --as p11', 'rectify accept 1.2 --yes --as p11 # without asking'],
  keys: [
    'rectify keys collect keys plan.yaml --dry-run # whose key is here, and who has sent none',
    'rectify keys collect keys plan.yaml # enters them in the plan',
    'rectify keys collect keys plan.yaml --replace p05 # p05 has a new key',
  ],
  init: ['rectify init plan', 'rectify init trial --example # the round of 2021, with a key for everybody'],
  import: [
    'rectify import plan.yaml --dry-run # shows how the plan was read',
    'rectify import plan.yaml --as p13 # then rectify countersign, by the head or oversight',
    'rectify import plan.yaml --as p13 --countersign-as p01 # signs for both at once',
  ],
  rehearse: [
    'rectify rehearse plan.yaml',
    'rectify rehearse plan.yaml --person p05 --mail --until 2021-06-30 # the mails to p05 in full',
  ],
  list: [
    'rectify list --overdue',
    'rectify list --status in-progress --section 办公室',
    'rectify list --priority high --tag accounts',
    'rectify list --handler p05 --json # for programs',
  ],
  ledger: [
    'rectify ledger # into the current folder',
    'rectify ledger -o ledger.csv',
    'rectify ledger --round 2021-03 --json',
  ],
  show: ['rectify show 1.2', 'rectify show 2021-03/1.2'],
  schedule: ['rectify schedule 1.2'],
  board: ['rectify board', 'rectify board -o meeting.html --round 2021-03 --lang zh-CN'],
  report: ['rectify report # the last seven days', 'rectify report --month --round 2021-03 --json'],
  notice: [
    'rectify notice # into 整改情况通报-<round>-<date>.docx',
    'rectify notice -o notice.docx --round 2021-03',
  ],
  letter: [
    'rectify letter 3.2 # an urging letter, the number left blank',
    'rectify letter 3.2 --number 整改办〔2021〕3号 --until 2021-08-10 -o letter.docx',
    'rectify letter 3.2 --rung talk --until 2021-08-12',
  ],
  verify: ['rectify verify bag', 'rectify verify bag-1 bag-2 --json'],
  demo: ['rectify demo', 'rectify demo --keep # keeps running after the drill'],
  dev: ['rectify dev'],
  provision: [
    'rectify provision # adds what is missing; may be run again',
    'rectify provision --retention 90 --wait 120',
  ],
  mail: [
    'rectify mail held # what would go out',
    'rectify mail held p05.some-bureau/20210506T003000Z # what it says',
    'rectify mail release --all',
    'rectify mail drop p05.some-bureau/20210506T003000Z --reason "sent before the restore"',
  ],
  'seal-keys': [
    'rectify seal-keys /etc/rectify/seal-keys # again: changes the key that seals',
    'rectify seal-keys --once /etc/rectify/seal-keys # only if there is none',
  ],
  'payload-keys': [
    'rectify payload-keys /etc/rectify/payload-keys # again: changes the key that encrypts',
    'rectify payload-keys --once /etc/rectify/payload-keys # only if there is none',
  ],
  'codec-server': [
    'rectify codec-server # with PAYLOAD_KEYS_FILE and CODEC_TOKEN_FILE set',
    'rectify codec-server --origin https://temporal.example.org --port 8234',
  ],
  trust: [
    'rectify trust /etc/rectify/trust.yaml plan.yaml # pins office, head and oversight, and prints the fingerprints',
  ],
  doctor: ['rectify doctor'],
  repair: ['rectify repair ledger --round 2021-03'],
  completion: ['rectify completion bash', 'source <(rectify completion zsh) # in ~/.zshrc, after compinit'],
  'withdraw-closure': ['rectify withdraw-closure 1.2 "one record is still missing" --as p05'],
  'request-extension': [
    'rectify request-extension 1.2 --until 2021-07-15 --reason "approval is still pending" --progress "mostly done" --as p05',
  ],
  'check-in': ['rectify check-in 1.3 "the rules are followed; spot checks found no gaps" --as p09'],
  ask: ['rectify ask 1.2 "where is the third phone?" --as p02'],
  'accept-stage': [
    'rectify accept-stage 1.3 --until 2022-06-30 --as p11 # sustained from then on, with a check-in every quarter',
  ],
  'grant-extension': ['rectify grant-extension 1.2 --as p02 # shows the request, then asks'],
  'refuse-extension': ['rectify refuse-extension 1.2 --opinion "please finish on time" --as p02'],
  countersign: [
    'rectify countersign 2021-03 --as p01 # asks, after showing what is opened',
    'rectify countersign 2021-03 --person p05 --as p01 # the new key of p05',
  ],
  withdraw: [
    'rectify withdraw 5.4 --reason "same matter" --into 5.1 --as p01 # merges it into 5.1',
    'rectify withdraw 5.4 --reason "not our duty" --as p01',
    'rectify withdraw 5.4 5.5 6.1 --reason "imported twice" --as p01 # one after the other',
  ],
  urge: ['rectify urge 1.2 --as p13', 'rectify urge 1.2 "please acknowledge it today" --as p13'],
  amend: [
    'rectify amend 1.2 --deadline 2021-07-31 --reason "the tender takes longer" --number 整改办〔2021〕5号 --as p13',
    'rectify amend 1.2 --drop-measure "2:done by item 1.3" --add-measure "rule-making:adopt a rule" --reason "plan revised" --as p13',
    'rectify amend plan.yaml --reason "plan revised after the meeting" --as p13 # a changed file of the plan',
  ],
  reassign: [
    'rectify reassign 1.2 --side handler --to p06 --note "the files are in the second drawer" --as p13',
  ],
  'set-deadline': [
    'rectify set-deadline 1.3 --deadline 2021-08-31 --reason "decided at the meeting" --as p13',
  ],
  resend: ['rectify resend 1.2 --to p05 --as p13 # the last notice to p05'],
  proposals: ['rectify proposals # what is waiting to be issued or dropped'],
  issue: ['rectify issue 3.2 --rung urging-letter --number 2021-3 --as p13'],
  drop: ['rectify drop 3.2 --rung talk --reason "already spoken to in person" --as p01'],
  round: ['rectify round', 'rectify round --json'],
  'register-people': ['rectify register-people people.yaml --reason "new head of section" --as p13'],
  'replace-person': ['rectify replace-person --from p05 --to p06 --note "moved to another post" --as p13'],
  'replace-key': [
    'rectify replace-key p05 key.yaml --as p13 # of rectify keygen --renew, or a first key: at once; any other waits for rectify countersign',
  ],
  'revoke-key': ['rectify revoke-key p05 11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo --reason lost --as p13'],
  'new-calendar': [
    'rectify new-calendar --as p13 # from the published holiday schedules',
    'rectify new-calendar more-days.yaml --as p13',
  ],
  restore: ['rectify restore 1.2 --reason "terminated by mistake" --as p13'],
  'new-policy': ['rectify new-policy policy.yaml --as p13'],
  'file-document': [
    'rectify file-document feedback.pdf --kind feedback --title "inspection feedback" --date 2021-04-29 --as p13',
    'rectify file-document letter.pdf --kind letter --title "urging letter" --number 2021-3 --item 3.2 --as p13',
  ],
  'publish-notice': [
    'rectify publish-notice notice.docx --title "progress notice" --as p13 # shows the figures of the ledger first',
  ],
  'undo-import': [
    'rectify undo-import --round 2021-03 --reason "the wrong plan was imported" --as p13 # waits for the head to countersign',
  ],
  'close-round': ['rectify close-round --note "all items are archived" --as p01'],
  attest: ['rectify attest --as p14 # shows what has been done since the last time, then asks'],
  comment: ['rectify comment 1.2 "discussed by phone" --as p14'],
  reopen: ['rectify reopen 1.2 --reason "the problem has come back" --deadline 2021-12-31 --as p14'],
};

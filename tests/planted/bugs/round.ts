import type { Bug } from '../bug';

export const ROUND: readonly Bug[] = [
  {
    name: 'closed-before-archived',
    file: 'domain/round/filing.ts',
    was: 'rows.filter(({ archive }) => archive === undefined)',
    is: "rows.filter(({ archive, status }) => archive === undefined && status !== 'closed')",
    breaks: 'A round is closed while items that were accepted are not in the archive yet.',
  },
  {
    name: 'two-letters-one-number',
    file: 'domain/round/filing.ts',
    was: 'a.item === b.item && a.as !== b.as && a.as',
    is: 'a.item === b.item && a.as',
    breaks: 'Two letters about one item are issued under the same number.',
  },
  {
    name: 'own-key-countersigned',
    file: 'domain/round/second/two-signed.ts',
    was: 'person === command.person && person !== command.by',
    is: 'person === command.person && person === command.by',
    breaks: 'The head gives the second signature under a new key of their own.',
  },
  {
    name: 'opening-of-long-ago',
    file: 'domain/round/opening/judge.ts',
    was: 'Math.abs(Date.parse(statement.at) - startedAt) > FRESH',
    is: 'Date.parse(statement.at) - startedAt > FRESH',
    breaks: 'Signatures under an opening of last year open the round today.',
  },
  {
    name: 'pinned-in-another-office',
    file: 'domain/round/opening/trust.ts',
    was: 'pin.kid === kid && pin.person === person && pin.office === role',
    is: 'pin.kid === kid && (pin.person === person || pin.office === role)',
    breaks: 'A key that is pinned for the office opens a round as that of the head.',
  },
  {
    name: 'key-of-a-thief-stands',
    file: 'domain/round/keys/proposals.ts',
    was: 'one.key.kid !== event.kid && !isSignedBy(event.kid, one)',
    is: 'one.key.kid !== event.kid || !isSignedBy(event.kid, one)',
    breaks: 'A new key that waits does not fall when it is revoked, nor when the key that signed it is.',
  },
  {
    name: 'ledger-lost-between-runs',
    file: 'domain/round/life.ts',
    was: 'return { ...this.memory, rows: this.ledger.rows };',
    is: 'return this.memory;',
    breaks: 'When a round continues as new its ledger is again what it was at the start of the run.',
  },
];

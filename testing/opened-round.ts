import type { Instant } from '../domain/calendar/zone';
import { bindingTo } from '../domain/item/binding';
import type { CommandType } from '../domain/item/command';
import { checkOpeningSigned } from '../domain/round/opening/signers';
import { openingParties } from '../domain/round/two-offices';
import { OpeningTree } from '../domain/round/opening/content';
import { aCommand } from './item';
import { keyNamed } from './keys';
import { aStatement, signedBy } from './opening';
import type { FIRST } from './round';
import { SignedRound } from './signed-round';
import { PEOPLE } from './world';

/** A round that takes signed commands only, and that the office and the head have opened. */
export class OpenedRound extends SignedRound {
  constructor(keyless: readonly string[] = []) {
    super(keyless, (content) => {
      const inNamespace = { namespace: 'default', nonce: 'n'.repeat(22) };
      const { genesis } = new OpeningTree({ ...content, ...inNamespace });
      const signatures = signedBy([PEOPLE.office, PEOPLE.head], aStatement({ genesis }));
      const found = checkOpeningSigned(signatures, openingParties(content.head.roster));
      if ('fault' in found) throw new Error(found.fault);
      return {
        ...inNamespace,
        genesis,
        signatures: signatures.map(({ jws }) => jws),
        signers: found.signers,
      };
    });
  }

  /** Somebody decides an item, and signs it. */
  decide(number: typeof FIRST, type: CommandType, now: Instant, more: object = {}): void {
    const life = this.item(number);
    const bound = bindingTo(this.life.opened?.genesis, life.log);
    const command = aCommand(life, type, now, { ...bound, ...more });
    const jws = keyNamed(command.by).sign(command);
    const answer = life.carryOut(command, now, { identity: 'signed', jws });
    if ('refusal' in answer) throw new Error(`${type} was refused: ${JSON.stringify(answer.refusal)}`);
  }
}

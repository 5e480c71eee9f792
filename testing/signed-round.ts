import type { Instant } from '../domain/calendar/zone';
import { type Binding, bindingTo } from '../domain/item/binding';
import type { Refusal } from '../domain/refusal';
import { ProposeKey, type RoundCommand, type RoundCommandType } from '../domain/round/command';
import type { SecondAnswer } from '../domain/round/life';
import { BODY } from './opening';
import { type NamedKey, keyNamed } from './keys';
import { aRoundCommand, WholeRound } from './round';
import { PEOPLE, POLICY, ROSTER } from './world';

/** Those who have a key of their own name in a signed round. */
const WITH_KEYS: readonly string[] = [PEOPLE.handler, PEOPLE.head, PEOPLE.office, PEOPLE.oversight];

/** A round that takes signed commands only. */
export class SignedRound extends WholeRound {
  /** `keyless`: those of them who have none; `opened`: two people have signed its opening, so that commands are bound to it. */
  constructor(keyless: readonly string[] = [], opened?: ConstructorParameters<typeof WholeRound>[2]) {
    super(
      {
        bodyId: BODY,
        policy: { ...POLICY, identity: 'signed' },
        roster: {
          ...ROSTER,
          people: ROSTER.people.map((one) =>
            WITH_KEYS.includes(one.id) && !keyless.includes(one.id)
              ? { ...one, keys: keyNamed(one.id).ring }
              : one,
          ),
        },
      },
      undefined,
      opened,
    );
  }

  /** What a command says that is bound to the round as it is. */
  get binding(): Binding {
    return bindingTo(this.life.opened?.genesis, this.life.opened ? this.life.log : []);
  }

  /** Gives a command, signed by its author, as a round takes it for the first time; its refusal, if it is refused. */
  order(type: RoundCommandType, now: Instant, more: object = {}): Refusal | undefined {
    this.settle(now);
    const command = aRoundCommand(type, now, { ...this.binding, ...more });
    const refusal = this.life.objection(command, now);
    if (refusal) return refusal;
    this.life.carryOut(command, now, { identity: 'signed', jws: keyNamed(command.by).sign(command) });
    this.settle(now);
    return undefined;
  }

  /** The office proposes a new key for somebody, which `second` may sign then. */
  propose(key: NamedKey, now: Instant, person = PEOPLE.handler, more: object = {}): ProposeKey {
    this.settle(now);
    const command = this.proposeUnheard(key, now, person, more);
    this.settle(now);
    return command;
  }

  /** The same, while the items have not yet heard what the round had for them. */
  proposeUnheard(key: NamedKey, now: Instant, person = PEOPLE.handler, more: object = {}): ProposeKey {
    const { kid, x } = key;
    const fields = { person, key: { kid, x }, ...this.binding, ...more };
    const command = ProposeKey.parse(aRoundCommand('propose-key', now, fields));
    const jws = keyNamed(command.by).sign(command);
    const refusal = this.life.objection(command, now);
    if (refusal) throw new Error(JSON.stringify(refusal));
    this.life.carryOut(command, now, { identity: 'signed', jws });
    return command;
  }

  /** The office asks for a second signature under a command, which `second` may sign then. */
  ask(type: RoundCommandType, now: Instant, more: object = {}): RoundCommand {
    this.settle(now);
    const command = aRoundCommand(type, now, { ...this.binding, ...more });
    const refusal = this.life.objection(command, now);
    if (refusal) throw new Error(JSON.stringify(refusal));
    this.life.carryOut(command, now, { identity: 'signed', jws: keyNamed(command.by).sign(command) });
    this.settle(now);
    return command;
  }

  second(command: object, by: string, now: Instant): SecondAnswer | { refusal: Refusal } {
    const answer = this.life.countersign(keyNamed(by).sign(command), now);
    this.settle(now);
    return answer;
  }

  /** What time alone does, heard by the items. */
  pass(now: Instant): void {
    this.life.passTime(now);
    this.settle(now);
  }
}

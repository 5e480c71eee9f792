import { CommanderError } from 'commander';
import type { PersonId } from '../../../base/ids';
import type { PlanFault } from '../../../domain/plan/fault';
import type { Refusal } from '../../../domain/refusal';
import { BadSetting, PayloadUnreadable } from '../../../codec/errors';
import { oneLine } from '../../../base/safe-text';
import { StoreFault } from '../../../store/fault';
import { storeWords } from '../../../store/language';
import { Ended, Forbidden, NotBegun, type Principal, Refused, Unreachable } from '../../api/errors';
import type { Cli } from '../context';
import { sentenceFor } from '../language/sentences';
import type { AddressSource, OwnTrouble } from '../language/words/trouble';
import { Interrupted } from '../terminal/interrupted';
import { reasonOf } from '../../../base/reason';
import { sayMisuse } from './misuse';
import { EXIT, EXIT_OF, type ExitCode, Trouble, type TroubleDetail } from './trouble';

/** How the program ends when a verb fails: the exit code, and what to say, line by line. */
export type Failure = {
  exit: ExitCode;
  /**
   * Names the failure for programs: one of the refusals or troubles, `Misuse`, `Interrupted`, `Unreachable`, `Ended`,
   * `Forbidden`, `StoreFault`, `PayloadUnreadable`, `BadSetting` or `Fault`.
   */
  type: string;
  lines: string[];
  refusal?: Refusal;
  /** For whom the person could have given the refused command. */
  deputyFor?: PersonId[];
  faults?: (PlanFault & { message: string })[];
};

/** Loaded only when needed: most runs succeed, and help must be quick. */
const domainWords = async ({ language }: Cli) => (await import('../../../domain/language')).words(language);

const ofRefusal = async (
  refusal: Refusal,
  cli: Cli,
  exit: ExitCode,
  principals: readonly Principal[] = [],
): Promise<Failure> => {
  const { refusal: sentence } = await domainWords(cli);
  const failure = { exit, type: refusal.type, lines: [sentence(refusal)], refusal };
  if (principals.length === 0) return failure;
  const hint = cli.say.trouble.asDeputy(principals);
  return { ...failure, lines: [...failure.lines, hint], deputyFor: principals.map(({ id }) => id) };
};

/** What the people of a document's roster are called. */
const namesIn = (detail: TroubleDetail): readonly string[] =>
  'people' in detail && detail.type === 'faulty' ? detail.people : [];

const ofTrouble = async (detail: TroubleDetail, cli: Cli): Promise<Failure> => {
  const exit = EXIT_OF[detail.type];
  if (detail.type === 'bad-command')
    return ofRefusal({ type: 'InvalidCommand', faults: detail.faults }, cli, exit);
  const lines = [sentenceFor<OwnTrouble>(cli.say.trouble.of, detail)];
  if (!('faults' in detail)) return { exit, type: detail.type, lines };
  const { describeFault } = await import('../../../domain/plan/describe-fault');
  const { faultLines } = await import('../../../domain/plan/fault-lines');
  const faults = detail.faults.map((fault) => ({ ...fault, message: describeFault(fault, cli.language) }));
  return {
    exit,
    type: detail.type,
    lines: [...lines, ...faultLines(faults, cli.language, namesIn(detail)).map((line) => `  ${line}`)],
    faults,
  };
};

const DEFAULT_ADDRESS = /^(localhost|127\.0\.0\.1):7233$/;

const sourceOf = (address: string, { terminal }: Cli): AddressSource => {
  if (terminal.environment.TEMPORAL_ADDRESS) return 'environment';
  return DEFAULT_ADDRESS.test(address) ? 'default' : 'profile';
};

/** The one place that knows how every error ends the program. */
export const failureOf = async (error: unknown, cli: Cli): Promise<Failure> => {
  if (error instanceof Trouble) return ofTrouble(error.detail, cli);
  if (error instanceof CommanderError)
    return { exit: EXIT.usage, type: 'Misuse', lines: [sayMisuse(error, cli.say.trouble.misuse)] };
  // Who has pressed Ctrl-C knows what has happened.
  if (error instanceof Interrupted) return { exit: EXIT.interrupted, type: 'Interrupted', lines: [] };
  if (error instanceof Refused) return ofRefusal(error.refusal, cli, EXIT.refused, error.principals);
  if (error instanceof Unreachable) {
    const { address } = error;
    const sentence = cli.say.trouble.unreachable(address, sourceOf(address, cli));
    return { exit: EXIT.unreachable, type: 'Unreachable', lines: [sentence] };
  }
  if (error instanceof Forbidden) {
    const { address, denied } = error;
    const { forbidden, stranger } = cli.say.trouble;
    const sentence = denied ? forbidden(address, denied) : stranger(address);
    return { exit: EXIT.refused, type: 'Forbidden', lines: [sentence] };
  }
  if (error instanceof BadSetting) {
    const { setting, fault, file, code } = error;
    const sentence = cli.say.trouble.badSetting[fault](setting, file, code);
    return { exit: EXIT.usage, type: error.name, lines: [sentence] };
  }
  if (error instanceof PayloadUnreadable) {
    const { fault, keyId, name } = error;
    return { exit: EXIT.fault, type: name, lines: [cli.say.trouble.unreadablePayload[fault](keyId)] };
  }
  if (error instanceof Ended) {
    const { end } = await domainWords(cli);
    return { exit: EXIT.fault, type: 'Ended', lines: [cli.say.trouble.ended(error, end[error.how])] };
  }
  if (error instanceof NotBegun)
    return { exit: EXIT.unreachable, type: 'NotBegun', lines: [cli.say.trouble.notBegun(error.id)] };
  if (error instanceof StoreFault) {
    const exit = error.kind === 'unreachable' ? EXIT.unreachable : EXIT.fault;
    return { exit, type: error.name, lines: [storeWords(cli.language).fault(error)] };
  }
  return { exit: EXIT.fault, type: 'Fault', lines: [cli.say.trouble.fault(oneLine(reasonOf(error)))] };
};

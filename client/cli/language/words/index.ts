import type { AmendWords } from './amend';
import type { ArgumentWords } from './argument';
import type { CardWords } from './card';
import type { CommandWords } from './command';
import type { CommonWords } from './common';
import type { DemoWords } from './demo';
import type { EvidenceWords } from './evidence';
import type { ExampleWords } from './examples';
import type { HelpWords } from './help';
import type { IntakeWords } from './intake';
import type { KeysWords } from './keys';
import type { ListWords } from './list';
import type { MachineWords } from './machine';
import type { MailWords } from './mails';
import type { OpeningWords } from './opening';
import type { OptionWords } from './option';
import type { PaperWords } from './papers';
import type { PlanWords } from './plan';
import type { RoundWords } from './round';
import type { TroubleWords } from './trouble';
import type { UndoWords } from './undo';
import type { VerifyWords } from './verify';

/**
 * Everything that the CLI says by itself, by what it is about; each area has a file of its name here and in the folder
 * of each language. A text that a language lacks does not compile.
 */
export interface CliWords {
  help: HelpWords;
  examples: ExampleWords;
  argument: ArgumentWords;
  option: OptionWords;
  trouble: TroubleWords;
  common: CommonWords;
  card: CardWords;
  evidence: EvidenceWords;
  list: ListWords;
  mails: MailWords;
  command: CommandWords;
  round: RoundWords;
  amend: AmendWords;
  undo: UndoWords;
  opening: OpeningWords;
  papers: PaperWords;
  plan: PlanWords;
  intake: IntakeWords;
  keys: KeysWords;
  machine: MachineWords;
  verify: VerifyWords;
  demo: DemoWords;
}

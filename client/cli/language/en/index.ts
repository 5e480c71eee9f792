import type { CliWords } from '../words';
import { AMEND } from './amend';
import { UNDO } from './undo';
import { ARGUMENT } from './argument';
import { CARD } from './card';
import { COMMAND } from './command';
import { COMMON } from './common';
import { DEMO } from './demo';
import { EVIDENCE } from './evidence';
import { EXAMPLES } from './examples';
import { HELP } from './help';
import { INTAKE } from './intake';
import { KEYS } from './keys';
import { LIST } from './list';
import { MACHINE } from './machine';
import { MAILS } from './mails';
import { OPENING } from './opening';
import { OPTION } from './option';
import { PAPERS } from './papers';
import { PLAN } from './plan';
import { ROUND } from './round';
import { TROUBLE } from './trouble';
import { VERIFY } from './verify';

/** English, for operators and readers from abroad. */
export const english: CliWords = {
  help: HELP,
  examples: EXAMPLES,
  evidence: EVIDENCE,
  argument: ARGUMENT,
  option: OPTION,
  trouble: TROUBLE,
  common: COMMON,
  card: CARD,
  list: LIST,
  mails: MAILS,
  command: COMMAND,
  round: ROUND,
  amend: AMEND,
  undo: UNDO,
  opening: OPENING,
  papers: PAPERS,
  plan: PLAN,
  intake: INTAKE,
  keys: KEYS,
  machine: MACHINE,
  verify: VERIFY,
  demo: DEMO,
};

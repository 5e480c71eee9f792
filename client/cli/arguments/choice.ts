import { Argument, Option } from 'commander';
import { nearest } from '../../../base/nearest';
import { Trouble } from '../trouble/trouble';

/** Codes, each with the word for it in the person's language; the code itself where there is none. */
export type Choices<T extends string> = { codes: readonly T[]; said?: Readonly<Record<T, string>> };

/** The code that was given, or whose word was. Throws `Trouble` `bad-choice` with the one that was likely meant. */
export const chosen = <T extends string>(given: string, { codes, said }: Choices<T>, option: string): T => {
  const wordOf = (code: T): string => said?.[code] ?? code;
  const found = codes.find((code) => code === given || wordOf(code) === given);
  if (found !== undefined) return found;
  const meant = nearest(given, [...codes, ...codes.map(wordOf)]);
  const choices = codes.map((code) => (wordOf(code) === code ? code : `${wordOf(code)} (${code})`));
  throw new Trouble({ type: 'bad-choice', option, given, choices, ...(meant !== undefined && { meant }) });
};

/** An option that takes one of a few codes, or the word for it. It knows them, so that a shell can complete them. */
export class ChoiceOption<T extends string> extends Option {
  constructor(
    flags: string,
    description: string,
    readonly choicesSaid: Choices<T>,
  ) {
    super(flags, description);
    this.argParser((given) => chosen(given, choicesSaid, this.long ?? flags));
    this.argChoices = [...choicesSaid.codes];
  }
}

/** An argument that takes one of a few codes. */
export const choiceArgument = (name: string, description: string, codes: readonly string[]): Argument => {
  const argument = new Argument(name, description).argParser((given) => chosen(given, { codes }, name));
  argument.argChoices = [...codes];
  return argument;
};

import type { OfficialPaper, Part } from '../documents/paper';

/** What a paper says in one of its parts, paragraph by paragraph. */
export const textsOf = ({ paragraphs }: OfficialPaper, part: Part): string[] =>
  paragraphs.filter((one) => one.part === part).map(({ text, runOn = '' }) => text + runOn);

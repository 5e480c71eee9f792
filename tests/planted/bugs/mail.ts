import type { Bug } from '../bug';

export const MAIL: readonly Bug[] = [
  {
    name: 'copy-asked-to-decide',
    file: 'mail/group.ts',
    was: "if (isProposal(line)) return isCopy(line) ? 'know' : 'act';",
    is: "if (isProposal(line)) return isCopy(line) ? 'act' : 'know';",
    breaks: 'Who only gets a copy is asked to decide about a person, and who decides is not.',
  },
  {
    name: 'quote-not-escaped',
    file: 'base/markup.ts',
    was: 'text.replace(/[&<>"\']/g,',
    is: "text.replace(/[&<>']/g,",
    breaks: 'A text of a person ends an attribute of a page and begins another.',
  },
  {
    name: 'line-break-in-an-opinion',
    file: 'mail/safe-digest.ts',
    was: '...(text !== undefined && { text: oneLine(text) }),\n    ...(missing',
    is: '...(text !== undefined && { text }),\n    ...(missing',
    breaks: 'An opinion puts lines of its own into the mail, commands to type among them.',
  },
];

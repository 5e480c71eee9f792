import type { EvidenceWords } from '../words/evidence';

const files = (count: number) => `${count} ${count === 1 ? 'file' : 'files'}`;

export const EVIDENCE: EvidenceWords = {
  group: 'Evidence that was submitted',
  open: 'open a file of evidence, once its hash has been checked',
  save: 'save a file of evidence, or all, once their hashes have been checked',
  opens:
    'Only what cannot run anything is opened, judged by its content and never by its name: PDF, OFD, docx, xlsx and pptx without macros or outside content, pictures, audio, video and plain text. Anything else is saved to a folder instead, with the reason.',
  opened: (title) => `Opened a read-only copy of "${title}"`,
  noScreen: (path) =>
    `There is no screen here, or no program to open it. The file is ${path}; it is removed after a day, so use save to keep it.`,
  notOpened: {
    'may-run': (path) => `Files of this kind can run programs, so it was not opened but saved as ${path}.`,
    unknown: (path) => `The kind of this file is unknown, so it was not opened but saved as ${path}.`,
    active: (path) =>
      `This file contains macros, scripts, embedded objects or outside content, so it was not opened but saved as ${path}.`,
  },
  saved: (path) => `Saved as ${path}`,
  savedAll: (count, folder) => `Saved ${files(count)} of evidence and a list in ${folder}`,
  folder: (item) => `${item} evidence`,
  which: (count) => `Which file (1-${count}, Enter to go back): `,
  fault: {
    missing: (no, title) => `Evidence no. ${no}, "${title}", is not in the store.`,
    damaged: (no, title) =>
      `Evidence no. ${no}, "${title}", is no longer what was submitted (its SHA-512 differs); nothing was written.`,
  },
  unopened: (count) =>
    `${files(count)} of evidence cannot be opened. Your decision names the hash of all of them: have the rectification office look into it first.`,
  away: (why) =>
    `${why} The evidence cannot be opened. Your decision names the hash of all of it: have this looked into first.`,
  list: {
    name: 'evidence',
    heading: (count) => `Evidence (${files(count)})`,
    hash: (hash) => `Evidence manifest, SHA-256: ${hash}`,
    entry: (no, title) => `No. ${no}: "${title}"`,
    facts: ({ measure, day, size, by }) => `measure ${measure} · dated ${day} · ${size} · submitted by ${by}`,
    file: (name) => `File: ${name}`,
  },
};

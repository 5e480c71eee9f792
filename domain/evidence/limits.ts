import { z } from 'zod';

/** Kinds of files as people call them, with the media types that make each up: what an office hands in. */
export const FILE_KINDS = {
  pdf: ['application/pdf'],
  ofd: ['application/ofd'],
  office: [
    'application/msword',
    'application/vnd.ms-word*',
    'application/vnd.ms-excel*',
    'application/vnd.ms-powerpoint*',
    'application/vnd.openxmlformats-officedocument.*',
    'application/rtf',
  ],
  wps: ['application/wps-office.*'],
  openDocument: ['application/vnd.oasis.opendocument.*'],
  image: ['image/*'],
  text: ['text/*', 'application/json', 'application/xml'],
  audio: ['audio/*'],
  video: ['video/*', 'application/vnd.ms-asf', 'application/ogg'],
  archive: ['application/zip', 'application/x-7z-compressed', 'application/x-rar-compressed'],
  mail: ['message/rfc822', 'application/vnd.ms-outlook'],
} as const satisfies Record<string, readonly string[]>;
export type FileKind = keyof typeof FILE_KINDS;

/** A media type, all that begin alike (`image/*`, `application/vnd.ms-excel*`), or `*` on both sides for any. */
const MediaTypes = z.string().regex(/^(\*\/\*|[a-z0-9.+-]+\/(\*|[a-z0-9.+-]+\*?))$/);

/** What a policy takes as evidence; by default files of up to 4 GiB of the kinds above. */
export const EvidenceLimits = z.strictObject({
  /** Of one file, in octets. */
  mostBytes: z
    .number()
    .int()
    .positive()
    .default(4 * 1024 ** 3),
  mediaTypes: z
    .array(MediaTypes)
    .min(1)
    .max(200)
    .default(Object.values<readonly string[]>(FILE_KINDS).flat()),
});
export type EvidenceLimits = z.infer<typeof EvidenceLimits>;

/** Takes anything. */
export const NO_LIMITS: EvidenceLimits = { mostBytes: Number.MAX_SAFE_INTEGER, mediaTypes: ['*/*'] };

const covers = (pattern: string, mediaType: string): boolean => {
  if (pattern === '*/*') return true;
  return pattern.endsWith('*') ? mediaType.startsWith(pattern.slice(0, -1)) : mediaType === pattern;
};

export const takesType = ({ mediaTypes }: EvidenceLimits, mediaType: string): boolean =>
  mediaTypes.some((pattern) => covers(pattern, mediaType));

/** The kind that a file of a media type is of, if it is one that people have a word for. */
export const kindOf = (mediaType: string): FileKind | undefined =>
  (Object.keys(FILE_KINDS) as FileKind[]).find((kind) =>
    FILE_KINDS[kind].some((pattern) => covers(pattern, mediaType)),
  );

/** Media types in the words of people: the kinds that are there in full, and what is left over. */
export const kindsIn = (mediaTypes: readonly string[]): { kinds: FileKind[]; others: string[] } => {
  const kinds = (Object.keys(FILE_KINDS) as FileKind[]).filter((kind) =>
    FILE_KINDS[kind].every((pattern) => mediaTypes.includes(pattern)),
  );
  const told: readonly string[] = kinds.flatMap((kind) => FILE_KINDS[kind]);
  return { kinds, others: mediaTypes.filter((pattern) => !told.includes(pattern)) };
};

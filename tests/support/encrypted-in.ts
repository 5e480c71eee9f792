import { type History, historyToJSON } from '@temporalio/common/lib/proto-utils';

/** What the server itself must read: attributes to search by, and what the SDK notes of local activities and patches. */
const READABLE = /^(searchAttributes|indexedFields|header|data|patch-data|core-patch)$/;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

const encodingOf = ({ metadata }: Record<string, unknown>): string | undefined => {
  const encoding = isObject(metadata) && metadata.encoding;
  return typeof encoding === 'string' ? Buffer.from(encoding, 'base64').toString() : undefined;
};

/** The places of all payloads in a part of a history, as `path encoding`. */
const payloadsIn = (part: unknown, path: string): string[] => {
  if (!isObject(part)) return [];
  const encoding = encodingOf(part);
  if (encoding !== undefined) return [`${path} ${encoding}`];
  return Object.entries(part).flatMap(([name, inner]) =>
    READABLE.test(name) && name !== 'data' ? [] : payloadsIn(inner, `${path}.${name}`),
  );
};

/** Where in a history payloads stand that are encrypted, and such that are not. */
export const encryptedIn = (history: History): { encrypted: string[]; plain: string[] } => {
  const { events } = JSON.parse(historyToJSON(history)) as { events: unknown[] };
  const all = events.flatMap((event) => payloadsIn(event, ''));
  // The core wraps what a local activity has given, and says beside it which one that was.
  const ours = all.filter((place) => !/markerRecordedEventAttributes\.details\.\S*data\./.test(place));
  const isEncrypted = (place: string) => place.endsWith(' binary/encrypted');
  return {
    encrypted: ours.filter(isEncrypted),
    plain: ours.filter((place) => !isEncrypted(place)),
  };
};

/** All that a history says, readable as far as it is not encrypted. */
export const textOf = (history: History): Buffer => {
  const json = historyToJSON(history);
  const data = Array.from(json.matchAll(/"data":\s*"([^"]*)"/g), ([, one = '']) =>
    Buffer.from(one, 'base64'),
  );
  return Buffer.concat([Buffer.from(json), ...data]);
};

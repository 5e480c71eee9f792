import { EvidenceLimits, FILE_KINDS, takesType } from '../domain/evidence/limits';
import { extensionOf } from './extensions';

const POLICY = EvidenceLimits.parse({});

/** One format for each pattern of the default policy, as it is handed in. */
const KNOWN: readonly [pattern: string, mediaType: string, extension: string][] = [
  ['application/vnd.ms-excel*', 'application/vnd.ms-excel', 'xls'],
  ['application/vnd.ms-powerpoint*', 'application/vnd.ms-powerpoint', 'ppt'],
  [
    'application/vnd.openxmlformats-officedocument.*',
    'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    'pptx',
  ],
  ['application/wps-office.*', 'application/wps-office.wps', 'wps'],
  ['application/vnd.oasis.opendocument.*', 'application/vnd.oasis.opendocument.text', 'odt'],
  ['image/*', 'image/heic', 'heic'],
  ['text/*', 'text/csv', 'csv'],
  ['audio/*', 'audio/mpeg', 'mp3'],
  ['video/*', 'video/vnd.avi', 'avi'],
];

test.each(KNOWN)('of %s, %s lies in the bag as .%s', (pattern, mediaType, extension) => {
  expect(POLICY.mediaTypes).toContain(pattern);
  expect(takesType(POLICY, mediaType)).toBe(true);
  expect(extensionOf(mediaType)).toBe(extension);
});

test('every media type that the default policy names in full has an extension of its own, in ASCII', () => {
  const named = Object.values<readonly string[]>(FILE_KINDS).flat();
  for (const mediaType of named.filter((one) => !one.endsWith('*'))) {
    expect(extensionOf(mediaType)).toMatch(/^[a-z0-9]{2,4}$/);
    expect([mediaType, extensionOf(mediaType)]).not.toEqual([mediaType, 'bin']);
  }
});

test.each([
  'text/html',
  'image/svg+xml',
  'text/javascript',
  'application/vnd.ms-word.document.macroenabled.12',
  'application/octet-stream',
  'constructor',
])('%s gets no extension that would have it opened', (mediaType) => {
  expect(extensionOf(mediaType)).toBe('bin');
});

import { EvidenceLimits, FILE_KINDS, kindsIn, NO_LIMITS, takesType } from './limits';

const DEFAULTS = EvidenceLimits.parse({});

describe('where the policy says nothing, evidence may be', () => {
  test('a file of 2 GB and more', () => {
    expect(DEFAULTS.mostBytes).toBe(4_294_967_296);
  });

  test.each([
    'application/pdf',
    'application/ofd',
    'application/msword',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'application/vnd.ms-excel.sheet.macroenabled.12',
    'application/wps-office.et',
    'image/jpeg',
    'text/csv',
    'audio/mpeg',
    'video/mp4',
    'application/zip',
    'application/x-7z-compressed',
    'application/x-rar-compressed',
    'message/rfc822',
  ])('%s', (mediaType) => {
    expect(takesType(DEFAULTS, mediaType)).toBe(true);
  });

  test.each([
    'application/octet-stream',
    'application/x-msdownload',
    'application/x-elf',
    'application/x-mach-binary',
    'application/vnd.android.package-archive',
    'application/java-archive',
    'application/x-cfb',
    'application/pdfx',
    'x-image/png',
  ])('but not %s', (mediaType) => {
    expect(takesType(DEFAULTS, mediaType)).toBe(false);
  });
});

test('a policy that says only one thing keeps the default of the other', () => {
  expect(EvidenceLimits.parse({ mostBytes: 1 }).mediaTypes).toEqual(DEFAULTS.mediaTypes);
  expect(EvidenceLimits.parse({ mediaTypes: ['image/*'] }).mostBytes).toBe(DEFAULTS.mostBytes);
});

test.each(['PDF', 'application/PDF', 'image', '*', '*/pdf', 'image/p*g', 'image/**', ''])(
  'no media type is %p',
  (pattern) => {
    expect(EvidenceLimits.safeParse({ mediaTypes: [pattern] }).success).toBe(false);
  },
);

test('without limits everything is taken', () => {
  expect(EvidenceLimits.parse(NO_LIMITS)).toEqual(NO_LIMITS);
  expect(takesType(NO_LIMITS, 'application/octet-stream')).toBe(true);
});

test('media types are told by kinds, and one by one where a kind is not there in full', () => {
  expect(kindsIn(DEFAULTS.mediaTypes)).toEqual({ kinds: Object.keys(FILE_KINDS), others: [] });
  expect(kindsIn(['image/*', 'video/*', 'application/x-special'])).toEqual({
    kinds: ['image'],
    others: ['video/*', 'application/x-special'],
  });
});

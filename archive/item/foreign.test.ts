import fc from 'fast-check';
import { z } from 'zod';
import { decode, LARGEST, parseAs } from './foreign';

const problemOf = (read: ReturnType<typeof parseAs>) => 'malformed' in read && read.malformed;
const Anything: z.ZodType = z.unknown();

describe('a text from outside', () => {
  test('is read as what JSON says, with what the schema does not know', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 8, noUnicodeString: false }), (value) => {
        const text = JSON.stringify({ known: 1, more: value });
        const read = parseAs(z.looseObject({ known: z.number() }), text);
        expect(read).toEqual({ value: JSON.parse(text) as unknown });
      }),
    );
  });

  test('is never more than a fault, whatever it is', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(problemOf(parseAs(z.looseObject({ never: z.literal('there') }), text))).toMatchObject({
          problem: expect.stringMatching(/^(not-json|wrong-form)$/) as string,
        });
      }),
    );
  });

  test.each([['["]'], ['{"a":1}{"a":2}'], [''], ['\uFEFF{}']])('%j is not JSON', (text) => {
    expect(problemOf(parseAs(Anything, text))).toEqual({ problem: 'not-json' });
  });

  test.each([
    ['nested deeply', '['.repeat(100_000) + ']'.repeat(100_000)],
    ['with a number beyond all bounds', '{"a":[1e999]}'],
  ])('%s is out of bounds', (_, text) => {
    expect(problemOf(parseAs(Anything, text))).toEqual({ problem: 'out-of-bounds' });
  });

  test('of the wrong form says where', () => {
    const list = z.looseObject({ files: z.array(z.looseObject({ size: z.number() })) });
    const text = '{"files":[{"size":1},{"size":"2"}]}';
    expect(problemOf(parseAs(list, text))).toEqual({ problem: 'wrong-form', at: 'files.1.size' });
  });
});

describe('a file from outside', () => {
  test('is text in UTF-8', () => {
    expect(decode(new TextEncoder().encode('整改'))).toEqual({ value: '整改' });
    expect(decode(Uint8Array.of(0xff))).toEqual({ malformed: { problem: 'not-utf-8' } });
  });

  test('has its bounds', () => {
    expect(decode(new Uint8Array(LARGEST))).toHaveProperty('value');
    expect(decode(new Uint8Array(LARGEST + 1))).toEqual({ malformed: { problem: 'too-large' } });
  });
});

import { ApplicationFailure, DefaultFailureConverter, defaultPayloadConverter } from '@temporalio/common';
import { encodeErrorToFailure } from '@temporalio/common/lib/internal-non-workflow';
import { temporal } from '@temporalio/proto';
import fc from 'fast-check';
import { EncryptionCodec } from '../codec/encryption';
import { briefFailures, shorten } from './brief-failures';

const { Failure } = temporal.api.failure.v1;

/** What the server keeps of a failure that is tried again; see `truncateRetryableActivityFailure` of its mutable state. */
const KEPT_BYTES = 4096;

const encrypted = {
  payloadConverter: defaultPayloadConverter,
  failureConverter: new DefaultFailureConverter({ encodeCommonAttributes: true }),
  payloadCodecs: [new EncryptionCodec([{ id: 'k'.repeat(32), secret: new Uint8Array(32) }], 'default')],
};

const sizeOf = async (error: unknown): Promise<number> =>
  Failure.encode(await encodeErrorToFailure(encrypted, error)).finish().length;

/** An error with its causes, the outermost of which goes to the server under a type of its own. */
const chainOf = ([message = '', ...others]: readonly string[]): Error => {
  const cause = others.reduceRight<Error | undefined>(
    (inner, text) => new Error(text, { cause: inner }),
    undefined,
  );
  return ApplicationFailure.create({ message, type: 'MailHeld', ...(cause && { cause }) });
};

const texts = fc.array(fc.string({ unit: 'grapheme', maxLength: 3000 }), { minLength: 1, maxLength: 9 });

test('a failure stays as small as the server keeps it, however long it is and however many causes it has', () =>
  fc.assert(
    fc.asyncProperty(texts, async (messages) => {
      const error = chainOf(messages);
      shorten(error);
      expect(await sizeOf(error)).toBeLessThan(KEPT_BYTES);
    }),
  ));

test('it says the same in fewer words: what people read to its end, and where each error comes from', () => {
  const said = '存储无法连接，恢复后自动继续。The store cannot be reached; this goes on by itself. '.repeat(
    5,
  );
  const error = chainOf([said, '字'.repeat(200), 'deepest']);
  shorten(error);
  expect(error.message).toBe(said);
  expect(error.stack).toMatch(/^ApplicationFailure: 存储无法连接[^\n]*…\n +at /);
  expect(error.cause).toMatchObject({ message: `${'字'.repeat(83)}…`, cause: { message: 'deepest' } });
});

test('what is no error is left alone', () => {
  expect(() => {
    shorten('a text');
  }).not.toThrow();
});

test('one that cannot be changed goes as it is', async () => {
  const error = new DOMException('as it is', 'AbortError');
  const { inbound } = briefFailures({} as never);
  const failing = () => Promise.reject(error);
  await expect(inbound?.execute?.({ args: [], headers: {} }, failing)).rejects.toBe(error);
});

import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { Payload, PayloadCodec } from '@temporalio/common';
import { temporal } from '@temporalio/proto';
import type { SecretKey, SecretKeys } from '../base/key-lines';
import { PayloadUnreadable } from './errors';

const { Payload: Whole } = temporal.api.common.v1;

/** As Temporal's own samples name it, so that tools know it for what it is. */
const ENCRYPTED = 'binary/encrypted';
const KEY_ID = 'encryption-key-id';

const CIPHER = 'aes-256-gcm';
const [NONCE_BYTES, TAG_BYTES] = [12, 16];

const textOf = (bytes: Uint8Array | null | undefined): string =>
  bytes ? Buffer.from(bytes).toString('utf8') : '';

const bytesOf = (text: string): Uint8Array => Buffer.from(text, 'utf8');

/** What is bound to the content without being secret: nothing that was encrypted here opens elsewhere, or as something else. */
const boundTo = (keyId: string, namespace: string): Uint8Array =>
  bytesOf(JSON.stringify(['rectify payload 1', keyId, namespace]));

export const isEncrypted = ({ metadata }: Payload): boolean => textOf(metadata?.encoding) === ENCRYPTED;

/** Whoever reaches the server writes what they like in place of an id: only what can be one is repeated in a message. */
const sayable = (id: string): string => (/^[a-z0-9-]{1,32}$/.test(id) ? id : '?');

/**
 * Encrypts what a namespace is given, by AES-256-GCM (NIST SP 800-38D) with a random nonce, and opens it again. Without
 * keys it encrypts nothing. What is plain is read as it is: it was there before the keys.
 */
export class EncryptionCodec implements PayloadCodec {
  constructor(
    private readonly keys: SecretKeys | readonly [],
    private readonly namespace: string,
  ) {}

  encode(payloads: Payload[]): Promise<Payload[]> {
    const [key] = this.keys;
    return Promise.resolve(key ? payloads.map((payload) => this.encrypted(payload, key)) : payloads);
  }

  /** @throws PayloadUnreadable */
  decode(payloads: Payload[]): Promise<Payload[]> {
    return new Promise((resolve) => {
      resolve(payloads.map((payload) => this.open(payload)));
    });
  }

  private encrypted(payload: Payload, { id, secret }: SecretKey): Payload {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(CIPHER, secret, nonce).setAAD(boundTo(id, this.namespace));
    const content = cipher.update(Whole.encode(payload).finish());
    const data = Buffer.concat([nonce, content, cipher.final(), cipher.getAuthTag()]);
    return { metadata: { encoding: bytesOf(ENCRYPTED), [KEY_ID]: bytesOf(id) }, data };
  }

  /** The payload within; one that is plain is returned as it is. @throws PayloadUnreadable */
  open(payload: Payload): Payload {
    if (!isEncrypted(payload)) return payload;
    const id = textOf(payload.metadata?.[KEY_ID]);
    const key = this.keys.find((one) => one.id === id);
    if (!key) throw new PayloadUnreadable('no-key', sayable(id));
    const data = payload.data ?? new Uint8Array();
    const end = data.length - TAG_BYTES;
    try {
      const decipher = createDecipheriv(CIPHER, key.secret, data.subarray(0, NONCE_BYTES), {
        authTagLength: TAG_BYTES,
      })
        .setAAD(boundTo(id, this.namespace))
        .setAuthTag(data.subarray(end));
      const content = decipher.update(data.subarray(NONCE_BYTES, end));
      return Whole.decode(Buffer.concat([content, decipher.final()]));
    } catch {
      throw new PayloadUnreadable('damaged', id);
    }
  }
}

/**
 * As a worker opens payloads: one that it cannot open reaches the one command or query that it belongs to, as something
 * in an unknown encoding. An error here would fail the whole task, so that anybody could hold up an item for good by
 * sending it something that nobody can open.
 */
export class WorkerCodec extends EncryptionCodec {
  override open(payload: Payload): Payload {
    try {
      return super.open(payload);
    } catch (error) {
      if (!(error instanceof PayloadUnreadable)) throw error;
      return { ...payload, metadata: { ...payload.metadata, encoding: bytesOf(error.message) } };
    }
  }
}

import type { ClientOptions } from '@temporalio/client';
import { EncryptionCodec } from '../../codec/encryption';
import { payloadKeysIn } from '../../codec/keys';
import type { Environment } from './settings';

/**
 * What a client puts everything through that it gives to a namespace, and takes from it: encrypted where the environment
 * has PAYLOAD_KEYS. @throws BadSetting
 */
export const converterIn = (
  environment: Environment,
  namespace: string,
): NonNullable<ClientOptions['dataConverter']> => ({
  payloadCodecs: [new EncryptionCodec(payloadKeysIn(environment) ?? [], namespace)],
});

export { KEY_FILE_FAULTS, KeyFileError, type KeyFileFault } from './errors';
export { publicHalfOf, readKeyFile, writeKeyFile } from './key-file';
export { generateKey, sign, type SigningKey } from './signing-key';

export { KEY_FILE_FAULTS, KeyFileError, type KeyFileFault } from './errors';
export { readKeyFile, writeKeyFile } from './key-file';
export { generateKey, sign, type SigningKey } from './signing-key';

import { faultKind, StoreFault } from './fault';
import { STORE_FAULTS } from './fault-kind';
import { LinkedFolder } from './file/linked';

const ofSystem = (code: string): Error => Object.assign(new Error(`${code}: said the system`), { code });
const ofS3 = (name: string, httpStatusCode: number): Error =>
  Object.assign(new Error('said S3'), { name, $metadata: { httpStatusCode } });

describe('a fault of the store', () => {
  test.each([
    [ofSystem('ENOSPC'), 'full'],
    [ofSystem('EDQUOT'), 'full'],
    [ofSystem('EROFS'), 'read-only'],
    [ofSystem('EACCES'), 'denied'],
    [ofSystem('ENOENT'), 'gone'],
    [ofSystem('ECONNREFUSED'), 'unreachable'],
    [ofSystem('ESTALE'), 'unreachable'],
    [ofSystem('EIO'), 'broken'],
    [ofS3('NoSuchBucket', 404), 'gone'],
    [ofS3('NotFound', 404), 'gone'],
    [ofS3('SignatureDoesNotMatch', 403), 'denied'],
    [ofS3('Unknown', 403), 'denied'],
    [ofS3('ConditionalRequestConflict', 409), 'busy'],
    [ofS3('SlowDown', 503), 'busy'],
    [ofS3('InternalError', 500), 'busy'],
    [ofS3('Unknown', 507), 'full'],
    [Object.assign(new Error('slow'), { name: 'TimeoutError' }), 'unreachable'],
    [new Error('wrapper for Error: connect ECONNREFUSED 127.0.0.1:9000'), 'unreachable'],
    [new LinkedFolder('/srv/store/mail'), 'linked'],
    [new Error('anything'), 'broken'],
    ['no error at all', 'broken'],
  ])('%p is one of %s', (error, kind) => {
    expect(faultKind(error)).toBe(kind);
    expect(STORE_FAULTS).toContain(kind);
  });

  test('says in every language which store, what is wrong and what to do, and keeps what the system said', () => {
    const cause = ofSystem('ENOSPC');
    const fault = new StoreFault('file:///srv/store', cause);
    expect(fault.message).toBe(
      '存储 file:///srv/store 空间已满或超出配额，请腾出空间（ENOSPC: said the system）。恢复后自动继续。 ' +
        'The store file:///srv/store is full or over its quota; free some space (ENOSPC: said the system). ' +
        'Work resumes by itself once this is fixed.',
    );
    expect(fault).toMatchObject({ name: 'StoreFault', kind: 'full', code: 'ENOSPC', cause });
  });
});

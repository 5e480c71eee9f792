import { StoreUrlError } from './errors';
import { isStoreUrl, parseStoreUrl } from './url';

describe('the URL of a store', () => {
  test.each([
    ['file:///srv/a%20b', { kind: 'file', path: '/srv/a b' }],
    ['s3://bucket', { kind: 's3', bucket: 'bucket', prefix: '' }],
    ['s3://bucket/', { kind: 's3', bucket: 'bucket', prefix: '' }],
    ['s3://my.bucket-1/office/2021/', { kind: 's3', bucket: 'my.bucket-1', prefix: 'office/2021' }],
  ])('%p names a place', (url, place) => {
    expect(parseStoreUrl(url)).toEqual(place);
    expect(isStoreUrl(url)).toBe(true);
  });

  test.each([
    ['https://example.org/store', '"https:" is not supported'],
    ['/var/lib/rectify', 'file:///path'],
    ['file:store', 'file:///path'],
    ['file://host/share', 'file:///path'],
    ['file:///tmp/a?b', 'file:///path'],
    ['', 'file:///path'],
    ['s3://', 'is not a valid bucket name'],
    ['s3:///prefix', 'is not a valid bucket name'],
    ['s3://Bucket_1/prefix', 'is not a valid bucket name'],
    ['s3://bucket/a//b', 'prefix'],
    ['s3://bucket/.hidden', 'prefix'],
    ['s3://bucket/%E6%95%B4', 'prefix'],
    ['s3://bucket/%zz', 'prefix'],
    ['s3://key:secret@bucket/a', 'must not contain credentials'],
    ['s3://bucket:9000/a', 'without a port, query or fragment'],
    ['s3://bucket/a?region=b', 'without a port, query or fragment'],
  ])('%p is refused with a sentence', (url, reason) => {
    expect(() => parseStoreUrl(url)).toThrow(StoreUrlError);
    expect(() => parseStoreUrl(url)).toThrow(reason);
    expect(isStoreUrl(url)).toBe(false);
  });

  test('shows no password when it is refused', () => {
    expect(() => parseStoreUrl('s3://key:secret@bucket/a')).not.toThrow('secret');
  });
});

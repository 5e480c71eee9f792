import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { scratchFolder } from '../../../testing/store';
import { mediaTypeOf } from './media-type';

/** A stored (uncompressed) ZIP archive; checksums are those of a reader who does not look. */
const zipOf = (files: Readonly<Record<string, string>>): Buffer =>
  Buffer.concat(
    Object.entries(files).map(([name, text]) => {
      const head = Buffer.alloc(30);
      head.writeUInt32LE(0x04034b50, 0);
      head.writeUInt16LE(20, 4);
      head.writeUInt32LE(text.length, 18);
      head.writeUInt32LE(text.length, 22);
      head.writeUInt16LE(name.length, 26);
      return Buffer.concat([head, Buffer.from(name), Buffer.from(text)]);
    }),
  );

const ofKind = (kind: string): string =>
  `<Types><Override ContentType="application/vnd.openxmlformats-officedocument.${kind}.main+xml"/></Types>`;
const DOCX = zipOf({ '[Content_Types].xml': ofKind('wordprocessingml.document') });
const XLSX = zipOf({ '[Content_Types].xml': ofKind('spreadsheetml.sheet') });
const PDF = Buffer.from('%PDF-1.7\n');
const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489', 'hex');
const JPEG = Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex');
const CFB = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(504)]);
const GBK = Buffer.from('d5fbb8c4cca8d5cb0d0a', 'hex');

const OFFICE = 'application/vnd.openxmlformats-officedocument';

const typeOf = async (name: string, content: Uint8Array | string): Promise<string> => {
  const path = join(await scratchFolder(), name);
  await writeFile(path, content);
  return mediaTypeOf(path);
};

describe('the media type of a file', () => {
  test.each([
    ['a.PDF', PDF, 'application/pdf'],
    ['照片.jpg', JPEG, 'image/jpeg'],
    ['方案.docx', DOCX, `${OFFICE}.wordprocessingml.document`],
    ['台账.xlsx', XLSX, `${OFFICE}.spreadsheetml.sheet`],
    ['扫描件', PNG, 'image/png'],
    ['照片.pdf', PNG, 'image/png'],
    ['清单.txt', PDF, 'application/pdf'],
    ['台账.docx', XLSX, `${OFFICE}.spreadsheetml.sheet`],
    ['方案.docx', zipOf({ 'a.exe': 'MZ' }), 'application/zip'],
  ])('of %s is that of its content', async (name, content, type) => {
    expect(await typeOf(name, content)).toBe(type);
  });

  test.each([
    ['旧方案.doc', CFB, 'application/msword'],
    ['旧台账.xls', CFB, 'application/vnd.ms-excel'],
    ['方案.wps', CFB, 'application/wps-office.wps'],
    ['台账.ET', CFB, 'application/wps-office.et'],
    ['汇报.dps', CFB, 'application/wps-office.dps'],
    ['安装.msi', CFB, 'application/x-cfb'],
    ['旧台账.pdf', CFB, 'application/x-cfb'],
    ['公文.ofd', zipOf({ 'OFD.xml': '<ofd/>' }), 'application/ofd'],
    ['图.svg', '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>', 'image/svg+xml'],
  ])('of %s is that of its name among those of its container', async (name, content, type) => {
    expect(await typeOf(name, content)).toBe(type);
  });

  test.each([
    ['note.txt', '整改', 'text/plain'],
    ['台账.csv', '序号,问题', 'text/csv'],
    ['item.json', '{}', 'application/json'],
    ['旧文本.txt', GBK, 'text/plain'],
    ['宽.txt', Buffer.from('\ufeff整改', 'utf16le'), 'text/plain'],
    ['noextension', '整改', 'text/plain'],
    ['strange.zzz9', '整改', 'text/plain'],
    ['假.pdf', '这不是 PDF', 'text/plain'],
    ['假.jpg', GBK, 'text/plain'],
  ])('of the text %s is the kind of text that its name says', async (name, content, type) => {
    expect(await typeOf(name, content)).toBe(type);
  });

  test.each(['数据.txt', '数据.pdf', '数据'])(
    'of bytes that nobody knows, as in %s, is none',
    async (name) => {
      expect(await typeOf(name, Buffer.from([0, 1, 2, 3, 0x1f, 0x80, 0xff, 0]))).toBe(
        'application/octet-stream',
      );
    },
  );
});

import { ItemNumber } from '../../../base/ids';
import { fileNameOf } from './file-name';

const nameOf = (title: string, extension = 'pdf', no = 3): string =>
  fileNameOf(ItemNumber.parse('1.2'), { no, title }, extension);

test.each([
  ['清点清单', '1.2-03 清点清单.pdf'],
  ['清单.PDF', '1.2-03 清单.pdf'],
  ['清单.exe', '1.2-03 清单.exe.pdf'],
  ['../../etc/passwd', '1.2-03 .._.._etc_passwd.pdf'],
  ['a\\b:c*d?e"f<g>h|i,j', '1.2-03 a_b_c_d_e_f_g_h_i_j.pdf'],
  ['单\u202efdp.exe', '1.2-03 单fdp.exe.pdf'],
  ['一\n二\u0000三', '1.2-03 一 二 三.pdf'],
  ['CON', '1.2-03 CON.pdf'],
  ['尾. . ', '1.2-03 尾.pdf'],
  [' ', '1.2-03.pdf'],
])('a file with the title %j is called %s', (title, name) => {
  expect(nameOf(title)).toBe(name);
});

test('no name is longer than a file system takes, nor ends within a character', () => {
  const name = nameOf('𠮷清'.repeat(100));
  expect(Buffer.byteLength(name)).toBeLessThan(255);
  expect(name).not.toMatch(/\p{Cs}/u);
});

test('no two files of an item have one name', () => {
  expect(nameOf('清单', 'pdf', 1)).not.toBe(nameOf('清单', 'pdf', 2));
});

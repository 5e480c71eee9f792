import { MailAddress } from './roster';

const isTaken = (address: string): boolean => MailAddress.safeParse(address).success;

test.each([
  'p05@example.org',
  'p.05+a@mail.example.org',
  'p05@xn--fiq228c.example.org',
  'p05@example.xn--fiqs8s',
])('the address %s is accepted', (address) => {
  expect(isTaken(address)).toBe(true);
});

test.each([
  'p05',
  'p05@example',
  'p05@.org',
  '.p05@example.org',
  'p..05@example.org',
  'p05@example.org\nBcc: all@example.org',
  '<p05@example.org>',
  'p05@example.org, p06@example.org',
  'p05@例子.中国',
  'p05@example.1',
  `${'a'.repeat(250)}@example.org`,
])('%j is no address', (address) => {
  expect(isTaken(address)).toBe(false);
});

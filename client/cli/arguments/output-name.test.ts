import type { Trouble } from '../trouble/trouble';
import { namedAs } from './output-name';

test.each([
  ['docx', '通报.docx'],
  ['docx', 'a.b/通报.DOCX'],
  ['html', '看板.html'],
  ['html', '看板.htm'],
  ['html', undefined],
] as const)('a %s may be called %s', (kind, name) => {
  expect(namedAs(kind, name)).toBe(name);
});

test.each([
  ['docx', '通报.pdf'],
  ['docx', '通报.doc'],
  ['docx', 'a.docx/通报'],
  ['html', '看板'],
  ['html', '看板.docx'],
] as const)('a %s is never called %s', (kind, name) => {
  const detail = { type: 'bad-value', option: '-o', given: name, expected: kind };
  expect(() => namedAs(kind, name)).toThrow(expect.objectContaining({ detail }) as Trouble);
});

import { readdirSync } from 'node:fs';
import { jsonOf } from '../../testing/json-of';
import { docText, inRepository } from '../../testing/repository';
import { filesOf } from './files';

describe('the schemas in docs/json', () => {
  const files = filesOf(inRepository());

  it('are all that lies there', () => {
    expect(readdirSync(inRepository('docs', 'json')).sort()).toEqual([...files.keys()].sort());
  });

  it.each([...files])('are those of the code; `npm run json` prints %s', (name, text) => {
    const parsed = (file: string): unknown => (name.endsWith('.json') ? JSON.parse(file) : file);
    expect(parsed(docText(`json/${name}`))).toEqual(parsed(text));
  });
});

describe('what a test reads of a verb is held to its schema', () => {
  const task = { check: 'node', ok: true };
  const doctor = (value: object) => jsonOf(['doctor'], JSON.stringify(value));

  it('as it is', () => {
    const value = { ok: true, checks: [{ name: 'node', ok: true, found: '22.1.0' }] };
    expect(doctor(value)).toEqual(value);
  });

  it.each([
    ['a field that is missing', { checks: [] }],
    ['a field of another type', { ok: 'yes', checks: [] }],
    ['a field that nobody has told of', { ok: true, checks: [], more: 1 }],
    ['one deep inside', { ok: true, checks: [{ name: 'node', ok: true, more: 1 }] }],
    ['an unknown name', { ok: true, checks: [{ name: 'moon', ok: true }] }],
    ['all of it', task],
  ])('so that it fails over %s', (_, value) => {
    expect(() => doctor(value)).toThrow('docs/json/doctor.schema.json');
  });

  it('and so is a failure', () => {
    const error = { exit: 2, type: 'bad-item', message: '…' };
    expect(jsonOf(['show'], JSON.stringify({ error }))).toEqual({ error });
    expect(() => jsonOf(['show'], JSON.stringify({ error: { ...error, exit: 9 } }))).toThrow(
      'error.schema.json',
    );
  });
});

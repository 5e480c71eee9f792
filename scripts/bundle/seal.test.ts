import { z } from 'zod';
import seal from './seal.cjs';

const write = (target: object): void => {
  Object.assign(target, { a: 2 });
};

describe('what a sealed module exports', () => {
  test.each([
    ['an object', () => ({ it: {} })],
    ['an object in a list in an object', () => ({ it: { b: [{}] } })],
    ['an object without a prototype', () => ({ it: Object.create(null) as object })],
  ])('cannot be changed: %s', (_, exported) => {
    const { it: sealed } = seal(exported());
    const inner = 'b' in sealed ? (sealed.b as object[])[0] : sealed;
    expect(() => {
      write(inner ?? {});
    }).toThrow(TypeError);
  });

  it('cannot be replaced or added to', () => {
    const exported = seal<Record<string, unknown>>({ a: 1 });
    expect(() => {
      write(exported);
    }).toThrow(TypeError);
    expect(() => {
      exported.more = 1;
    }).toThrow(TypeError);
  });

  it('works as before if it is a schema, a class or a function', () => {
    class Box {
      holds = 1;
    }
    const { schema, box, add } = seal({ schema: z.object({ a: z.number() }), box: new Box(), add: () => 2 });
    expect(schema.safeParse({ a: 1 }).success).toBe(true);
    box.holds = add();
    expect(box.holds).toBe(2);
  });
});

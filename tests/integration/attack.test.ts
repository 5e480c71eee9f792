import { ATTEMPTS } from '../attack/attempts';
import { Target } from '../attack/target';

let target: Target;
beforeAll(async () => {
  target = await Target.create();
});
afterAll(() => target.close());

test.each(ATTEMPTS.map((attempt) => [attempt.has, attempt.name, attempt] as const))(
  'somebody who has %s does not succeed with %s',
  async (_has, _name, { play }) => {
    await play(target);
  },
);

import { attempt, give } from '../../testing/item';
import { aBirth, at, PEOPLE } from '../../testing/world';
import { ItemLife } from './life';

const ASKED = at('2021-05-06', '10:00');
const AFTER_REMINDER = at('2021-06-11', '10:00');

/** A handler who has taken the item on, and the notice of their first reminder. */
const reminded = () => {
  const life = new ItemLife(aBirth());
  give(life, 'acknowledge', ASKED);
  life.takePosts(ASKED, 'item/2021-03/1.2');
  const notice = life.schedule(ASKED).toCome.find(({ id }) => id.includes('@reminder/'))?.id ?? '';
  return { life, again: { to: PEOPLE.handler, notice } };
};

test('a reminder that went out while the item slept can be sent again', () => {
  const { life, again } = reminded();
  expect(attempt(life, 'resend', AFTER_REMINDER, again)).toMatchObject({ type: 'resend' });
});

test('a reminder that is still to come cannot', () => {
  const { life, again } = reminded();
  expect(attempt(life, 'resend', ASKED, again)).toMatchObject({ refusal: { type: 'UnknownNotice' } });
});

import { ItemLife } from '../item/life';
import { newsOfBirth } from '../item/news-of-birth';
import { WholeRound } from '../../testing/round';
import { birthsIn, inCommon } from './births';

const [first, ...others] = new WholeRound().life.births();
if (!first) throw new Error('the round has items');
const births = [first, ...others] as const;

test('what a round tells of births is, to the letter, what each item would tell by itself', () => {
  const inStead = birthsIn(inCommon(births));
  expect(inStead).toHaveLength(births.length);
  for (const [index, birth] of births.entries()) {
    const told = inStead[index];
    const life = new ItemLife(birth);
    const own = { posts: life.takePosts(birth.assignedAt, 'w'), row: life.takeRow() };
    expect(told && newsOfBirth(new ItemLife(told), 'w')).toEqual({ posts: own.posts, rows: [own.row] });
    expect(own.posts.length).toBeGreaterThan(1);
  }
});

test('an item whose birth has been told tells nothing more of it', () => {
  const life = new ItemLife(first);
  newsOfBirth(life, 'w');
  expect(life.takePosts(first.assignedAt, 'w')).toEqual([]);
  expect(life.takeRow()).toBeUndefined();
});

test('what all have in common is said once: two births take little more than one', () => {
  const sizeOf = (count: 1 | 2): number =>
    JSON.stringify(inCommon(count === 1 ? [first] : [first, ...others.slice(0, 1)])).length;
  expect(sizeOf(2)).toBeLessThan(1.5 * sizeOf(1));
});

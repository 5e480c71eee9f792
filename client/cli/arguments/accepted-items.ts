import { Trouble } from '../trouble/trouble';

const ONE = /^(\d{1,2})\.(\d{1,3})(?:-(?:(\d{1,2})\.)?(\d{1,3}))?$/;

const numbersOf = (given: string): string[] => {
  const [, category, from, toCategory = category, to = from] = ONE.exec(given) ?? [];
  const [first, last] = [Number(from), Number(to)];
  if (category === undefined || toCategory !== category || !(first <= last))
    throw new Trouble({ type: 'bad-item', given });
  return Array.from({ length: last - first + 1 }, (_, index) => `${Number(category)}.${first + index}`);
};

/**
 * Items that somebody named one by one or as a run: `1.3`, `1.3,2.1`, `2.1-2.5`.
 * @throws Trouble `bad-item`
 */
export const acceptedItems = (given: string | undefined): ReadonlySet<string> =>
  new Set(
    (given ?? '')
      .split(/[,，、;；\s]+/)
      .filter((part) => part !== '')
      .flatMap(numbersOf),
  );

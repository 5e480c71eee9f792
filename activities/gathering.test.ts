import { failureOf } from '../testing/store';
import { gathering } from './gathering';

type Parcel = { to: string; what: number };

const desk = (refusing?: string) => {
  const handed: [string, number[]][] = [];
  const send = gathering<Parcel>(
    ({ to }) => to,
    (place, all) => {
      handed.push([place, all.map(({ what }) => what)]);
      return place === refusing ? Promise.reject(new Error(`${place} takes nothing`)) : Promise.resolve();
    },
    5,
  );
  return { handed, send };
};

test('what is bound for the same place is handed over at once, in its order', async () => {
  const { handed, send } = desk();
  const parcels = ['甲', '乙', '甲', '甲', '乙'].map((to, what) => ({ to, what }));
  await Promise.all(parcels.map(send));
  expect(handed).toEqual([
    ['甲', [0, 2, 3]],
    ['乙', [1, 4]],
  ]);
});

test('what comes later goes by itself', async () => {
  const { handed, send } = desk();
  await send({ to: '甲', what: 1 });
  await send({ to: '甲', what: 2 });
  expect(handed).toEqual([
    ['甲', [1]],
    ['甲', [2]],
  ]);
});

test('a place that fails fails for its own alone', async () => {
  const { send } = desk('乙');
  const [one, other] = [send({ to: '甲', what: 1 }), send({ to: '乙', what: 2 })];
  expect(await failureOf(other)).toMatchObject({ message: '乙 takes nothing' });
  await expect(one).resolves.toBeUndefined();
});

test('very many are handed over in several parts, each of them once', async () => {
  const { handed, send } = desk();
  const parcels = Array.from({ length: 250 }, (_, what) => ({ to: '甲', what }));
  await Promise.all(parcels.map(send));
  expect(handed.length).toBeGreaterThan(1);
  expect(handed.flatMap(([, all]) => all).sort((a, b) => a - b)).toEqual(parcels.map(({ what }) => what));
});

import { give } from './give';

/** Gives an order whose steps are written down as they are taken. */
const giving = async (how: { refused?: boolean; agreed?: boolean; stores?: boolean }) => {
  const steps: string[] = [];
  const order = {
    saying: 'first',
    ...(how.stores && {
      final: () => {
        steps.push('stored');
        return Promise.resolve('stored');
      },
    }),
  };
  const given = await give(order, {
    looked: (saying) => {
      steps.push(`looked at ${saying}`);
      if (how.refused) throw new RangeError('refused');
      return { saying, at: '2021-05-06T09:00:00.000Z' };
    },
    signer: () => {
      steps.push('asked for the passphrase');
      return Promise.resolve(undefined);
    },
    ...(how.agreed !== undefined && {
      may: () => {
        steps.push('asked for consent');
        return Promise.resolve(how.agreed === true);
      },
    }),
    send: ({ saying }) => {
      steps.push(`sent ${saying}`);
      return Promise.resolve('done');
    },
  }).catch((error: unknown) => error);
  return { steps, given };
};

test('what would be refused costs nobody a passphrase, an answer or a file', async () => {
  const { steps, given } = await giving({ refused: true, agreed: true, stores: true });
  expect(steps).toEqual(['looked at first']);
  expect(given).toBeInstanceOf(RangeError);
});

test('what is not agreed to is neither stored nor sent', async () => {
  const { steps, given } = await giving({ agreed: false, stores: true });
  expect(steps).toEqual(['looked at first', 'asked for the passphrase', 'asked for consent']);
  expect(given).toBeUndefined();
});

test('a file is stored last, and its command looked at once more before it is sent', async () => {
  const { steps, given } = await giving({ agreed: true, stores: true });
  expect(steps.slice(2)).toEqual(['asked for consent', 'stored', 'looked at stored', 'sent stored']);
  expect(given).toMatchObject({ command: { saying: 'stored' }, answer: 'done' });
});

test('a command is given when it is sent, not when its author was first asked', async () => {
  const before = Date.now();
  const { given } = await giving({ agreed: true });
  const { command } = given as { command: { at: string } };
  expect(Date.parse(command.at)).toBeGreaterThanOrEqual(before);
});

test('what can be told at once is sent as it was looked at', async () => {
  const { steps } = await giving({});
  expect(steps).toEqual(['looked at first', 'asked for the passphrase', 'sent first']);
});

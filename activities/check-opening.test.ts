import { ApplicationFailure } from '@temporalio/common';
import { anOrder, signedBy, TRUST } from '../testing/opening';
import { failureOf } from '../testing/store';
import { PEOPLE } from '../testing/world';
import { createOpeningActivities, type TrustSource, TrustUnreadable } from './check-opening';

const { office, head, handler } = PEOPLE;

/** An activity that asks for the pinned keys by `pins`. */
const checking = (pins: TrustSource['pins'], more: Partial<TrustSource> = {}) => {
  const asked = jest.fn(pins);
  return { asked, ...createOpeningActivities({ allowsClaimed: false, ...more, pins: asked }) };
};

const unreadable = (file?: string) => checking(() => Promise.reject(new TrustUnreadable(file, 'ENOENT')));

test('the pinned keys are asked for at each check, so that a change counts at once', async () => {
  let pins = {};
  const { asked, checkOpening } = checking(() => Promise.resolve(pins));
  expect(await checkOpening(anOrder())).toMatchObject({ outcome: 'refused', fault: 'body-not-pinned' });
  ({ pins } = TRUST);
  expect(await checkOpening(anOrder())).toMatchObject({ outcome: 'opened' });
  pins = {};
  expect(await checkOpening(anOrder())).toMatchObject({ outcome: 'refused', fault: 'body-not-pinned' });
  expect(asked).toHaveBeenCalledTimes(3);
});

test.each([
  ['no file is named', undefined, 'TRUST_FILE'],
  ['the file cannot be read', '/etc/rectify/trust.yaml', '/etc/rectify/trust.yaml'],
])(
  'where %s the round waits: the check is tried again, and says why in both languages',
  async (_, file, said) => {
    const failure = await failureOf(unreadable(file).checkOpening(anOrder()));
    expect(failure).toBeInstanceOf(ApplicationFailure);
    expect(failure).toMatchObject({ type: 'TrustUnreadable', nonRetryable: false });
    const { message } = failure as ApplicationFailure;
    expect(message).toMatch(/轮次.*round/s);
    expect(message).toContain(said);
  },
);

test('another fault of the source is not taken for pinned keys that cannot be read', async () => {
  const fault = new TypeError('of the program');
  expect(await failureOf(checking(() => Promise.reject(fault)).checkOpening(anOrder()))).toBe(fault);
});

test.each([
  ['signed by somebody without an office', anOrder({ signatures: signedBy([handler, head]) }), 'unknown-key'],
  ['signed by nobody', anOrder({ signatures: [] }), 'unsigned'],
  ['claimed', anOrder({ identity: 'claimed' }), 'claimed-not-allowed'],
  ['of an older version', anOrder({ genesis: undefined }), 'no-opening'],
])('what is %s is refused, although the pinned keys cannot be read', async (_, order, fault) => {
  const { asked, checkOpening } = unreadable();
  expect(await checkOpening(order)).toMatchObject({ outcome: 'refused', fault });
  expect(asked).not.toHaveBeenCalled();
});

test('what the operator lets pass needs no pinned keys', async () => {
  const { checkOpening, asked } = checking(() => Promise.resolve({}), { allowsClaimed: true });
  expect(await checkOpening(anOrder({ identity: 'claimed' }))).toEqual({ outcome: 'opened', signers: [] });
  expect(asked).not.toHaveBeenCalled();
});

test('with one signature, too, the keys that are pinned decide', async () => {
  const one = anOrder({ signatures: signedBy([office]) });
  expect(await checking(() => Promise.resolve(TRUST.pins)).checkOpening(one)).toMatchObject({
    outcome: 'waiting',
  });
  expect(await failureOf(unreadable().checkOpening(one))).toMatchObject({ type: 'TrustUnreadable' });
});

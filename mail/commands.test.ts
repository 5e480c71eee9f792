import type { Status } from '../domain/item/states';
import { aBrief, aDigest } from '../testing/digest';
import { commandsFor } from './commands';

describe('the commands to type', () => {
  it.each<[Status, string[]]>([
    ['assigned', ['ack']],
    ['in-progress', ['progress', 'evidence', 'request-closure']],
    ['returned', ['progress', 'evidence', 'request-closure']],
    ['leader-review', ['approve', 'return']],
    ['acceptance', ['return', 'accept']],
    ['closed', []],
  ])('are in the state %s: %j', (status, verbs) => {
    expect(commandsFor(aBrief('1.2', { status }), aDigest([]).to)).toEqual(
      verbs.map((verb) => `rectify ${verb} 2021-03/1.2 --as yi`),
    );
  });
});

import type { End } from '../../domain/item/lost';
import type { Refusal } from '../../domain/refusal';
import type { AttributeFault } from '../../workflows/namespace';
import type { Person } from '../../domain/round/roster';
import type { PersonConflict } from '../../domain/round/same-people';

/** Somebody for whom another may act. */
export type Principal = Pick<Person, 'id' | 'name'>;

/** The item or round refused; nothing has changed. `principals`: for whom the same person could have done it. */
export class Refused extends Error {
  override readonly name = 'Refused';
  constructor(
    readonly refusal: Refusal,
    readonly principals: readonly Principal[] = [],
  ) {
    super(refusal.type);
  }
}

/** There is no such round or item, neither running nor ended. */
export class NotFound extends Error {
  override readonly name = 'NotFound';
  constructor(
    readonly what: 'round' | 'item',
    readonly id: string,
  ) {
    super(`${what} ${id}`);
  }
}

/** The workflow of an item or a round was ended on the server before its time; nothing has changed. An operator can take it up again. */
export class Ended extends Error {
  override readonly name = 'Ended';
  constructor(
    readonly what: 'round' | 'item',
    readonly id: string,
    readonly how: End,
  ) {
    super(`${what} ${id} ${how}`);
  }
}

/** An item of a large round that has only just been started: it can be asked in a moment. */
export class NotBegun extends Error {
  override readonly name = 'NotBegun';
  constructor(readonly id: string) {
    super(id);
  }
}

/** No Temporal server answered. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
  constructor(
    readonly address: string,
    override readonly cause: unknown,
  ) {
    super(address);
  }
}

/** The server does not allow the call to whoever has this certificate or API key; nothing has changed. */
export class Forbidden extends Error {
  override readonly name = 'Forbidden';
  constructor(
    readonly address: string,
    /** What may be done with another role; absent where the server takes the client for nobody it knows. */
    readonly denied: Denied | undefined,
    override readonly cause: unknown,
  ) {
    super(address);
  }
}

/** `role` and `method`: where the proxy of deploy/proxy/ has said them. */
export type Denied = { role?: string; method?: string };

/** A round of this id exists already, with another plan. `next`: its import was undone, and this id is for the next. */
export class RoundExists extends Error {
  override readonly name = 'RoundExists';
  constructor(
    readonly round: string,
    readonly next?: string,
  ) {
    super(round);
  }
}

/** The namespace lacks search attributes, or has them with another type: nothing can run there. */
export class NamespaceUnready extends Error {
  override readonly name = 'NamespaceUnready';
  constructor(
    readonly namespace: string,
    readonly faults: readonly AttributeFault[],
  ) {
    super(namespace);
  }
}

/** People of a plan are others, by the same ids, in open rounds of the body: they would share a mailbox. */
export class PeopleConflict extends Error {
  override readonly name = 'PeopleConflict';
  constructor(readonly conflicts: readonly PersonConflict[]) {
    super(conflicts.map(({ id, round }) => `${id} ${round}`).join());
  }
}

/** An item has left the server, and the store has no bag of it. */
export class NoRecord extends Error {
  override readonly name = 'NoRecord';
  constructor(readonly bag: string) {
    super(bag);
  }
}

/** An item has been asked to report anew a moment ago. `again`: when it may be, in epoch milliseconds. */
export class ReportedLately extends Error {
  override readonly name = 'ReportedLately';
  constructor(readonly again: number) {
    super(new Date(again).toISOString());
  }
}

/** The worker that has the workflow is of a version that does not know what it is asked. */
export class UnknownToBuild extends Error {
  override readonly name = 'UnknownToBuild';
}

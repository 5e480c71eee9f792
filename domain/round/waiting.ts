import type { CivilDate } from '../calendar/civil';
import type { PersonId } from '../../base/ids';
import { awaitedOf } from '../item/waiting';
import { isAtWork, isOpen, type Status } from '../item/states';
import type { Proposal } from '../ladder/rung';
import { decidersOf } from './deciders';
import type { InForce } from './in-force';
import type { Roster } from './roster';
import { dueIn, type LedgerRow } from './row';
import type { Task } from './task';

/** One thing that a row waits for. `due`: by when; `person`: any one of several holders of an office. */
export type Waiting = {
  person: PersonId;
  task: Task;
  due?: CivilDate;
  rung?: Proposal;
  /** Of a measure, its number. */
  measure?: number;
};

const TASK_IN: Partial<Record<Status, Task>> = {
  assigned: 'acknowledge',
  'in-progress': 'rectify',
  returned: 'supplement',
  'leader-review': 'approve',
  acceptance: 'accept',
  sustained: 'check-in',
};

const dueOn = (due: CivilDate | undefined) => (due === undefined ? {} : { due });

/** Whose turn it is. A sustained item without another check-in before its end waits for nobody. */
const turn = (row: LedgerRow): Waiting[] => {
  const person = awaitedOf(row);
  const task = TASK_IN[row.status];
  const due = dueIn(row);
  if (person === undefined || task === undefined || (task === 'check-in' && due === undefined)) return [];
  return [{ person, task, ...dueOn(due) }];
};

/** An extension is of use only if it is decided before the current deadline. */
const extension = ({ extension: asked, people, deadline }: LedgerRow, roster: Roster): Waiting[] => {
  if (!asked) return [];
  const person = asked.decider === 'head' ? roster.head : people.leader;
  return [{ person, task: 'decide-extension', ...dueOn(deadline) }];
};

/** Owners work on their measures while the section does. */
const measures = ({ status, owned = [] }: LedgerRow): Waiting[] =>
  isAtWork(status)
    ? owned.map(({ no, owner, deadline }) => ({
        person: owner,
        task: 'measure',
        measure: no,
        ...dueOn(deadline),
      }))
    : [];

/** What decides who is waited for. */
type Asked = Pick<InForce, 'roster' | 'policy'>;

const proposals = ({ proposals: all }: LedgerRow, asked: Asked): Waiting[] =>
  all
    .filter(({ outcome }) => outcome === undefined)
    .flatMap(({ rung, day }) =>
      decidersOf(rung, asked).map((person): Waiting => ({
        person,
        task: 'decide-proposal',
        due: day,
        rung,
      })),
    );

/** Who is waited for by an item, and for what. */
export const waitingIn = (row: LedgerRow, asked: Asked): Waiting[] =>
  isOpen(row.status)
    ? [...turn(row), ...measures(row), ...extension(row, asked.roster), ...proposals(row, asked)]
    : [];

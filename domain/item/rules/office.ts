import { instant } from '../../calendar/zone';
import { numberOf } from '../../../base/ids';
import { awaitedOf } from '../waiting';
import { reassign } from './reassign';
import { happens, notAhead, refuse, type Rules } from './rule';

const HOUR = 3_600_000;

/** What the office, the head, and everybody who may comment, do to an item. */
export const OFFICE: Rules<'withdraw' | 'reassign' | 'set-deadline' | 'urge' | 'resend' | 'comment'> = {
  withdraw: ({ command, state }) => {
    const { reason, into } = command;
    if (into === numberOf(state.item)) return refuse({ type: 'IntoItself', number: into });
    return happens({ type: 'withdrawn', reason, ...(into !== undefined && { into }) });
  },

  reassign,

  'set-deadline': ({ command, state, today }) => {
    const { deadline, reason } = command;
    if (state.deadline !== undefined) return refuse({ type: 'DeadlineStands', deadline: state.deadline });
    const passed = notAhead(deadline, today);
    if (passed) return refuse(passed);
    return happens({ type: 'deadline-set', deadline, reason });
  },

  urge: ({ command, state, context, now }) => {
    const to = awaitedOf(state);
    const { by, text } = command;
    if (to === undefined || to === by) return refuse({ type: 'OwnCase', command: 'urge', by });
    const next = state.urgedAt && instant(state.urgedAt + context.policy.urge.hours * HOUR);
    if (next !== undefined && state.urgedAt !== undefined && now < next)
      return refuse({ type: 'UrgedRecently', at: state.urgedAt, next });
    return happens({ type: 'urged', to, ...(text !== undefined && { text }) });
  },

  resend: ({ command: { to, notice }, hasTold }) =>
    hasTold && !hasTold(to, notice)
      ? refuse({ type: 'UnknownNotice', to, notice })
      : happens({ type: 'resent', to, notice }),

  comment: ({ command }) => happens({ type: 'commented', text: command.text }),
};

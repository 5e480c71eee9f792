import { textVerb } from './text-verb';

export const register = textVerb(
  (say) => say.life.argument.reason,
  (reason) => ({ type: 'withdraw-closure', reason }),
);

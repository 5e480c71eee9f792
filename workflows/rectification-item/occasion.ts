import { capped } from '../../base/safe-text';
import type { ItemLife } from '../../domain/item/life';
import type { Author, LogEntry } from '../../domain/item/log';
import { helpingIn } from '../../domain/item/helping';
import { HELPERS, type Role, SIDES } from '../../domain/item/side';
import { words } from '../../domain/language';
import { holdersOf, OFFICES } from '../../domain/round/offices';

const zh = words('zh-CN');

/** Longest summary, in UTF-16 units of three octets at most: the server refuses one of more than 400 octets, of which encryption takes up to 120. */
const LENGTH = 80;

/** The role in which somebody has acted; undefined where they have none any more. */
const roleOf = ({ by, onBehalfOf }: Author, { state, context }: ItemLife): Role | undefined => {
  const person = onBehalfOf ?? by;
  return (
    SIDES.find((side) => state.people[side] === person) ??
    OFFICES.find((office) => holdersOf(office, context.roster).includes(person)) ??
    HELPERS.find((helper) => helpingIn(state, context)[helper].includes(person))
  );
};

const named = ({ author, event }: LogEntry, life: ItemLife): string => {
  if (event.type === 'rung-reached') return `${zh.rung[event.rung]} ${event.rung}`;
  const command = author && life.answered(author.command);
  const role = author && roleOf(author, life);
  const what = command ? `${zh.command[command.type]} ${command.type}` : event.type;
  return role ? `${what} · ${zh.role[role]} ${role}` : what;
};

/** What has happened since an entry of the log, in words for the Temporal UI; each thing once, the beginning of many. */
export const occasion = (life: ItemLife, since: number): string =>
  capped([...new Set(life.log.slice(since).map((entry) => named(entry, life)))].join('、'), LENGTH);

import { StoreNameError } from './errors';

/** What no part of a name may have: it must mean the same on every disk, in every bucket and BagIt tool. */
const FAULTS: readonly (readonly [RegExp, string])[] = [
  [/^$/, 'it is empty or has an empty part'],
  [/[^\x20-\x7e]/, 'it contains characters other than printable ASCII'],
  [/["*:<>?\\|]/, 'it contains one of " * : < > ? \\ |, which some file systems do not allow'],
  [/%/, 'it contains a %, which BagIt tools read differently'],
  [/^[. ]/, 'a part begins with a dot or a space'],
  [/[. ]$/, 'a part ends with a dot or a space'],
];

const faultOf = (name: string): string | undefined =>
  name
    .split('/')
    .flatMap((part) => FAULTS.filter(([pattern]) => pattern.test(part)).map(([, reason]) => reason))[0];

/** True for a relative, `/`-separated name of portable ASCII, e.g. `mail/zhang@2021-03/20210506T003000Z~2.json`. */
export const isName = (name: string): boolean => faultOf(name) === undefined;

/** The file that shows that a store is there, and its content; no name of the store leads to it. */
export const SIGN = '.rectify-store';
export const SIGN_TEXT = '{"schemaVersion":1}\n';

/** Throws `StoreNameError` unless the name is one; such a name cannot lead out of the store. */
export const checkName = (name: string): void => {
  const fault = faultOf(name);
  if (fault !== undefined) throw new StoreNameError(name, fault);
};

/** True for a path that leads out of a folder, which is never opened. */
export const leadsOut = (path: string): boolean =>
  path.split('/').some((part) => ['', '.', '..'].includes(part));

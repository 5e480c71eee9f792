import { parse } from 'yaml';
import { TrustedKeys } from './trust';

/** The keys that a text in YAML or JSON pins; an empty one pins none. */
export const readTrust = (text: string): { trusted: TrustedKeys } | { faults: string[] } => {
  try {
    const value: unknown = parse(text, { maxAliasCount: 0 });
    const { data, error } = TrustedKeys.safeParse(value ?? {});
    if (data) return { trusted: data };
    return { faults: error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) };
  } catch (error) {
    return { faults: [(error as Error).message] };
  }
};

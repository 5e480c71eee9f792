/** A schema that checks and changes nothing: no defaults, no transforms. */
type Checking<T> = { safeParse: (value: unknown) => { success: true; data: T } | { success: false } };

/**
 * What another version wrote, as it stands: fields that this version does not know are kept, at every depth, so that whoever
 * knows them finds them. Undefined where it cannot be read.
 */
export const asWritten = <T>(schema: Checking<T>, value: unknown): T | undefined =>
  schema.safeParse(value).success ? (value as T) : undefined;

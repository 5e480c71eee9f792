/** What a room may see (names of rooms), whether it is pure, and whether it may know Temporal. */
export const ROOMS: Readonly<Record<string, { sees: readonly string[]; pure?: true; temporal?: true }>>;

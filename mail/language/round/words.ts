import type { RoundFactKind } from '../../../domain/ladder/round-notice';

/** Who caused a fact of a round; whom it is about, where that is not the reader; when it takes effect or lapses. */
export type RoundDoers = {
  by: string | undefined;
  person: string | undefined;
  at: string | undefined;
  /** The command that takes two. */
  what?: string | undefined;
};

/** What a mail says of a round itself. */
export interface RoundWords {
  group: string;
  /** Of a mail that speaks of no item. */
  summary: (day: string, lines: number) => string;
  tag: Record<RoundFactKind, string>;
  said: Record<RoundFactKind, (doers: RoundDoers) => string>;
  label: Record<'kid' | 'former' | 'since' | 'force' | 'until' | 'sentTo', string>;
  /** The heading of what was written, or of what has changed. */
  written: Record<RoundFactKind, string>;
  /** Told at an address that is no longer the person's. */
  sentToFormer: string;
  todo: {
    /** For the person whose key or address it is. */
    concerned: string;
    /** For who may revoke a key, and for who may also countersign. */
    revoke: string;
    countersign: string;
    opening: string;
    /** For who may countersign a command, for whose command has lapsed, and for who decides what an item could not take. */
    second: string;
    again: string;
    conflict: string;
    import: string;
    blocked: string;
    register: string;
    undeliverable: string;
  };
}

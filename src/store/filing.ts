// What every store agrees on when words are filed and when they are taken back.

/** The talk revision of a record whose words were erased: later than any, so that nothing filed late brings them back. */
export const ERASED = Number.MAX_SAFE_INTEGER;

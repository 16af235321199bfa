/**
 * A partial of the same type, merged by one rule: objects merge, lists and scalars replace, `null` removes
 * (RFC 7386, JSON merge patch).
 */
export type Override<T> = T extends readonly unknown[]
  ? T
  : T extends object
    ? { [K in keyof T]?: Override<T[K]> | null }
    : T;

/** Every key of every member of a union: component names, whichever kind of component they were inferred from. */
export type KeysOf<T> = T extends unknown ? keyof T : never;

import type { Ground } from './ground.ts';

/** Something that a drill breaks, and how it takes that back. */
export interface Disturbance {
  begin(): Promise<void>;
  end(): Promise<void>;
}

/** Breaks something, and remembers how to take it back, should the drill end before it does. */
export async function disturb(
  { state }: Pick<Ground, 'state'>,
  what: string,
  { begin, end }: Disturbance,
): Promise<void> {
  state.undo.set(what, end);
  await begin();
}

/** Takes back what {@link disturb} broke; nothing where that has happened already. */
export async function undo({ state }: Pick<Ground, 'state'>, what: string): Promise<void> {
  const end = state.undo.get(what);
  state.undo.delete(what);
  await end?.();
}

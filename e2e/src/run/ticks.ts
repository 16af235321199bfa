import type { Changes } from './wait.ts';

/** For what can only be asked: a reason to look again every so many milliseconds. */
export function ticks(milliseconds: number): Changes {
  return {
    onChange(listener) {
      const timer = setInterval(listener, milliseconds);
      return () => clearInterval(timer);
    },
  };
}

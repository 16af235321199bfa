import type { Operator } from '../lab/lab.ts';
import type { Child } from '../run/supervisor.ts';

/** A process that can be taken away and started again. `start` resolves with it when it works. */
export function operatorOf(first: Child, start: () => Promise<Child>): Operator & { readonly log: string } {
  let child: Child | undefined = first;
  return {
    log: first.log,
    async kill() {
      const killed = child;
      child = undefined;
      await killed?.kill();
    },
    async start() {
      child ??= await start();
    },
  };
}

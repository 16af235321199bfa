import { cleanUp } from './clean-up.ts';
import { signalGroup } from './process-group.ts';
import { connectSupervisor } from './supervisor-connection.ts';
import type { Question, SupervisorArguments, Undo } from './supervisor-messages.ts';
import type { Child, Supervisor } from './supervisor.ts';

/** Starts the supervisor of one rehearsal. @throws Infrastructure when it cannot be started. */
export async function startSupervisor(rehearsal: SupervisorArguments): Promise<Supervisor> {
  const children = new Map<number, Child>();
  const ends = new Map<number, { readonly how: Promise<string>; tell(how: string): void }>();
  const undo: Undo[] = [];
  const paths = new Set([rehearsal.folder]);
  const loss = Promise.withResolvers<Child>();
  let keeping = false;
  let closing: Promise<readonly string[]> | undefined;

  // A process can end before the answer that it has started was read.
  const endOf = (pid: number): { readonly how: Promise<string>; tell(how: string): void } => {
    const known = ends.get(pid);
    if (known !== undefined) return known;
    const { promise, resolve } = Promise.withResolvers<string>();
    const end = { how: promise, tell: resolve };
    ends.set(pid, end);
    return end;
  };
  const onEnd = (pid: number, how: string): void => endOf(pid).tell(how);

  const connection = await connectSupervisor(rehearsal, onEnd);

  // What the supervisor would have done, had it not been killed itself.
  const inItsPlace = async (): Promise<readonly string[]> => {
    for (const { pid } of children.values()) {
      signalGroup(pid, 'SIGKILL');
      onEnd(pid, 'ended with its supervisor');
    }
    const left: string[] = [];
    await cleanUp({ rehearsal: rehearsal.id, undo, paths: [...paths] }, (text) => left.push(text));
    return left;
  };
  const afterEnd = connection.gone.then(({ clean }) => (clean || keeping ? [] : inItsPlace()));

  return {
    async start(request) {
      const { pid, log } = await connection.ask({ ask: 'start', process: request });
      if (pid === undefined || log === undefined) throw new Error('the supervisor named no process');
      const { how } = endOf(pid);
      let meant = false;
      // When it has ended, its number may be another one's.
      const ask = async (question: Question): Promise<void> => {
        if (children.get(pid) === child) await connection.ask(question);
      };
      const child: Child = {
        name: request.name,
        pid,
        log,
        ended: how,
        async signal(signal) {
          await ask({ ask: 'signal', pid, signal });
        },
        async kill() {
          meant = true;
          await ask({ ask: 'signal', pid, signal: 'SIGKILL' });
          await how;
        },
        async stop() {
          meant = true;
          await ask({ ask: 'stop', pid });
        },
      };
      const leaveAtItsEnd = async (): Promise<void> => {
        await how;
        children.delete(pid);
        ends.delete(pid);
        if (!meant && closing === undefined) loss.resolve(child);
      };
      children.set(pid, child);
      void leaveAtItsEnd();
      return child;
    },
    async undo(command, environment = {}) {
      undo.push({ command, environment });
      await connection.ask({ ask: 'undo', undo: { command, environment } });
    },
    async forget(command) {
      const known = undo.findLastIndex((entry) => entry.command.join('\0') === command.join('\0'));
      if (known >= 0) undo.splice(known, 1);
      await connection.ask({ ask: 'forget', command });
    },
    async remove(path) {
      paths.add(path);
      await connection.ask({ ask: 'remove', path });
    },
    running: () => [...children.values()],
    loss: loss.promise,
    close() {
      if (keeping) return Promise.resolve([]);
      closing ??= connection.ask({ ask: 'close' }).then(
        async ({ left = [] }) => [...left, ...(await afterEnd)],
        // It is gone already.
        () => afterEnd,
      );
      return closing;
    },
    async keep() {
      const { pid } = await connection.ask({ ask: 'keep' });
      keeping = true;
      connection.letGo();
      return `kill ${pid}`;
    },
  };
}

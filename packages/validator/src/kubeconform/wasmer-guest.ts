import type { Guest } from './guest.ts';
import { warmUpModule } from './warm-up-module.ts';

const workspace = '/workspace';

/**
 * Starts a WASI module as a long-lived guest of `@wasmer/sdk`, without network and without the host's files or
 * environment. Files go to `/workspace`, where the SDK writes them quickest.
 */
export async function startWasmerGuest(module: Uint8Array): Promise<Guest> {
  // Loaded late: the SDK is 5 MB, and a run whose results are all known needs none of it.
  const { Wasmer } = await import('@wasmer/sdk/node');
  const wasmer = new Wasmer({ cache: false });
  try {
    const packageOf = (guest: Uint8Array) =>
      wasmer.packages.create({ modules: { guest }, commands: { guest: { module: 'guest' } } });
    await packageOf(warmUpModule());
    const program = await packageOf(module);
    const sandbox = await wasmer.sandboxes.create({ packages: [program] });
    await sandbox.fs.mkdir(`${workspace}/schemas`, { recursive: true });
    // Go asks PWD for its working directory: WASI has none. Garbage is collected less often than usual: objects come and
    // go, and what stays (the compiled schemas) is small.
    const command = sandbox.command(program, [], { env: { PWD: workspace, GOGC: '400' } });
    const process = await command.spawn({ stdin: 'pipe', stdout: 'pipe', stderr: 'capture' });
    const { stdin, stdout } = process;
    if (stdin === null || stdout === null) throw new Error('the guest has no stdin or stdout');
    const lines = stdout.lines();
    return {
      writeFile: (path, text) => sandbox.fs.writeText(`${workspace}/${path}`, text),
      write: (text) => stdin.write(text),
      nextLine: async () => {
        const line = await lines.next();
        return line.done === true ? undefined : line.value;
      },
      ending: async () => {
        const { exitCode, stderr } = await process.wait({ check: false });
        const [reason = ''] = stderr.text().trim().split('\n');
        return `ended with code ${exitCode}${reason === '' ? '' : ` and said "${reason}"`}`;
      },
      kill: () => process.kill(),
      close: async () => {
        await stdin.close().catch(() => undefined);
        await process.wait({ check: false });
        await sandbox.close();
        await wasmer.close();
      },
    };
  } catch (error) {
    await wasmer.close();
    throw error;
  }
}

import { spawn } from 'node:child_process';
import module, { createRequire } from 'node:module';
import { constants, homedir } from 'node:os';
import { dirname, join } from 'node:path';

/** Runs `work` on a Node that strips types (22.18 or newer): this one, or the one that npm installed for the purpose. */
export async function run(work) {
  if (!stripsTypes()) return again();
  endWithOther();
  // Compiled code is kept between runs; a cache that cannot be written is only slower.
  module.enableCompileCache?.(join(cacheFolder(), 'compiled-code'));
  process.exitCode = await work();
}

function stripsTypes() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  return major >= 24 || (major === 23 && minor >= 6) || (major === 22 && minor >= 18);
}

/** A Node that started this one as {@link again} does, and is killed, can forward nothing: the channel to it closes. */
function endWithOther() {
  process.channel?.unref();
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
}

function again() {
  const node = installedNode();
  if (node === undefined) {
    process.stderr.write(
      `Seatrial runs on Node 22.18 or newer and this is ${process.version}: install Node 24 and run it again.\n`,
    );
    process.exitCode = 3;
    return;
  }
  const child = spawn(node, process.argv.slice(1), { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });
  const forward = (signal) => child.kill(signal);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, forward);
  child.on('error', (error) => {
    process.stderr.write(`${node} cannot be started (${error.code}): run npm install again.\n`);
    process.exitCode = 3;
  });
  child.on('exit', (code, signal) => {
    process.exitCode = signal === null ? code : 128 + constants.signals[signal];
  });
}

function installedNode() {
  try {
    const manifest = createRequire(import.meta.url).resolve(
      `node-${process.platform}-${process.arch}/package.json`,
    );
    return join(dirname(manifest), 'bin', 'node');
  } catch {
    return undefined;
  }
}

/** As in src/cache/cache-folder.ts, which this Node may not be able to read. */
function cacheFolder() {
  const { SEATRIAL_CACHE: own, XDG_CACHE_HOME: shared } = process.env;
  return own || join(shared?.startsWith('/') ? shared : join(homedir(), '.cache'), 'seatrial');
}

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { preparedGuest } from '../support/cache.ts';
import { plainGuest } from '../support/plain-guest.ts';

const silenceMs = 20_000;

/** Runs 2,000 documents through a guest in a process of its own, which does not outlive the test. */
async function run2000(guest: string): Promise<unknown> {
  const script = fileURLToPath(new URL('../support/run-guest.ts', import.meta.url));
  const child = spawn(process.execPath, ['--no-warnings', script, guest, '2000', String(silenceMs)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const [output] = await Promise.all([text(child.stdout), once(child, 'exit')]);
    return JSON.parse(output);
  } finally {
    child.kill('SIGKILL');
  }
}

// @wasmer/sdk 0.16 never returns from poll_oneoff with a timeout of zero, which Go asks for around a garbage collection.
test('2,000 documents go through the guest that is built with the cure', { timeout: 120_000 }, async () => {
  expect(await run2000(preparedGuest())).toEqual({ valid: 2000 });
});

test(
  'the same 2,000 documents hang the guest that is built without it, and the engine says so',
  { timeout: 180_000 },
  async () => {
    const failure =
      'EngineFailure: The kubeconform guest said nothing for 20 s with 2000 objects waiting, and was stopped.';
    expect(await run2000(plainGuest())).toEqual({ failure });
  },
);

import { spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { processesOf } from '../../src/run/process-group.ts';
import { leftoversOf } from '../run/leftovers.ts';
import { leftInEngine } from './left-in-engine.ts';

const program = fileURLToPath(new URL('./kind-lab-program.ts', import.meta.url));

test('nothing is left of kind clusters whose rehearsal is killed, whenever that is', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'kind-kill-test-'));
  for (let round = 0; round < 4; round += 1) {
    const rehearsal = spawn(process.execPath, [program], {
      env: { ...process.env, TMPDIR: folder },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    // A cluster is there after twenty seconds, Argo CD after a minute.
    await sleep(randomInt(1000, 60_000));
    const ids = readdirSync(folder).map((name) => name.replace('seatrial-', ''));
    rehearsal.kill('SIGKILL');
    await once(rehearsal, 'exit');

    expect(await leftoversOf(folder, 120)).toEqual([]);
    for (const id of ids) expect([...(await processesOf(id)), ...(await leftInEngine(id))]).toEqual([]);
  }
  rmSync(folder, { recursive: true });
});

import { setTimeout as sleep } from 'node:timers/promises';
import { progressTo } from '../../src/report/progress.ts';

// A rehearsal told on the terminal that this process has.
const progress = progressTo(process.stderr, { terminal: process.stderr.isTTY });
const zero = performance.now();
const at = (): number => performance.now() - zero;
progress.tell({ kind: 'stage', at: at(), title: 'Syncs' });
progress.tell({ kind: 'claim', at: at(), claim: 'syncs/a', state: 'begun' });
for (let id = 1; id <= 20; id += 1)
  progress.tell({
    kind: 'wait',
    at: at(),
    id,
    awaited: `wait ${id} ${'of many words '.repeat(9)}`,
    state: 'begun',
  });
await sleep(800);
progress.tell({ kind: 'claim', at: at(), claim: 'syncs/a', state: 'ended', outcome: 'proven' });
await sleep(200);
progress.end();
process.stderr.write('after\n');

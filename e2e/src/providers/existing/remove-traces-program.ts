/**
 * `remove-traces-program.ts FILE`: takes away from clusters what a rehearsal has put there; FILE holds {@link Traces}. A
 * process of its own, so that the supervisor runs it also when the rehearsal was killed. Says what is left, and ends with 1
 * then.
 */
import { readFile } from 'node:fs/promises';
import { openKubernetes } from '../../kubernetes/open-kubernetes.ts';
import { startClock } from '../../run/clock.ts';
import { removeApplications, removeTraces } from './remove-traces.ts';
import type { Traces } from './traces.ts';

const { account, clusters } = JSON.parse(await readFile(process.argv[2] ?? '', 'utf8')) as Traces;
const run = { clock: startClock(), progress: { tell: () => {} }, patience: 1 };
const opened = await Promise.all(
  clusters.map(async (traces) => ({
    traces,
    kubernetes: await openKubernetes(traces.name, traces.access, run),
  })),
);
try {
  const names = await Promise.all(
    opened.map(({ kubernetes, traces }) => removeApplications(kubernetes, traces)),
  );
  const applications = new Set(names.flat());
  await Promise.all(
    opened.map(async ({ kubernetes, traces }) => {
      const left = await removeTraces(kubernetes, traces, { account, applications });
      if (left.length === 0) return;
      process.exitCode = 1;
      process.stdout.write(`${traces.access.context} still has ${left.join(', ')}\n`);
    }),
  );
} finally {
  for (const { kubernetes } of opened) kubernetes.close();
}

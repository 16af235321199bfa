import type { ResolvedFleet } from '@seatrial/compiler';
import { Disproof, Timeout } from '../../run/outcome-errors.ts';
import { wait, type Look } from '../../run/wait.ts';
import type { Notes, Trial } from '../../trial/trial.ts';
import { wayOf, type Way } from './host-way.ts';

/** Seconds for pods to become ready and a host to answer, before the run's patience. */
const withinSeconds = 30;
const answerMilliseconds = 5000;

/** Follows a host from its Ingress to ready pods; where packets flow, a client asks it, too. */
export async function proveHost(
  trial: Trial,
  { placement: name, host, smokePath }: ResolvedFleet['documents']['hosts'][number],
  notes: Notes,
): Promise<void> {
  const placement = trial.placement(name);
  const cluster = trial.cluster(placement.cluster);
  let last: Way = { broken: 'nothing was seen' };
  try {
    last = await wait(trial.run, {
      awaited: `${host} leads to ready pods on ${placement.cluster}`,
      within: withinSeconds,
      async look(): Promise<Look<Way>> {
        last = await wayOf(cluster.kubernetes, placement, host);
        return 'broken' in last ? { met: false, seen: last.broken } : { met: true, value: last };
      },
    });
  } catch (error) {
    if (!(error instanceof Timeout) || !('broken' in last)) throw error;
    throw new Disproof(`${host} leads nowhere: ${last.broken}`, { cause: error });
  }
  if ('broken' in last) return;
  const { ingress, address, service, ready } = last;
  notes.saw(
    `${host} → Ingress ${ingress} at ${address} → Service ${service} → ${String(ready)} ready ${ready === 1 ? 'endpoint' : 'endpoints'}`,
  );
  notes.measure('ready endpoints', ready, 'objects');
  if (cluster.http === undefined) {
    notes.saw('no packets flow on this plane: the way is seen in objects, no client asked');
    return;
  }
  const begun = trial.run.clock.now();
  const status = await wait(trial.run, {
    awaited: `GET ${host}${smokePath} is answered`,
    within: withinSeconds,
    async look() {
      const answered = await cluster.http?.(host, smokePath, answerMilliseconds);
      return answered !== undefined && answered < 500
        ? { met: true, value: answered }
        : { met: false, seen: answered === undefined ? 'nobody answers' : `HTTP ${String(answered)}` };
    },
  });
  if (status >= 400) throw new Disproof(`GET ${host}${smokePath} is answered with ${String(status)}`);
  notes.saw(`GET ${host}${smokePath} → ${String(status)}`);
  notes.measure('answered after', Math.round(trial.run.clock.now() - begun), 'ms');
}

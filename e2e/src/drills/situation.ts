import { decide, type Situation } from './decide.ts';
import { lossAllowed, type Ground } from './ground.ts';
import { standbyFacts } from './standby-facts.ts';
import type { TakeoverPlan } from './takeover-plan.ts';

/** Looks at everything that the decision hangs on, and takes it. Empty: go. */
export async function decideOn(
  ground: Ground,
  { from, to, before, floor }: Pick<TakeoverPlan, 'from' | 'to' | 'before' | 'floor'>,
  { planned }: { readonly planned: boolean },
): Promise<string[]> {
  const { trial, data, state } = ground;
  const standby = await standbyFacts(ground, to, before.to, floor);
  return decide({
    from,
    to,
    planned,
    latched: state.latched,
    peerLost: ground.detector(from).presence.state === 'lost',
    claimants: [from, to].filter((cluster) => claims(ground, cluster)),
    standby,
    lag: data.behind(to, trial.run.clock.now()).milliseconds,
    lossAllowed,
  } satisfies Situation);
}

/** A cluster claims to be active when it answers for a host that only the active one has, or that clients are sent to it for. */
function claims({ hosts, entry, serving }: Ground, cluster: string): boolean {
  return hosts.some(
    ({ host, followsRole }) => (followsRole || entry.sends(host, cluster)) && serving.answers(cluster, host),
  );
}

import { wait } from '../../run/wait.ts';
import { field, textAt } from '../../trial/field.ts';
import { dataRules } from '../replicated-counter.ts';
import { missingPods, missingSecrets } from '../standby-facts.ts';
import type { Ground } from '../ground.ts';
import type { TakeoverPlan } from '../takeover-plan.ts';

/** One way in which a standby is not fit to take over. */
export interface Break {
  readonly what: string;
  /** Part of the reason that the decision has to give. */
  readonly reason: string;
  begin(): Promise<void>;
  end(): Promise<void>;
}

/** Every way to break the standby that its lab allows. */
export function breaksOf(ground: Ground, plan: TakeoverPlan): Break[] {
  const { gatekeeper, externalSecrets } = ground.trial.cluster(plan.to);
  const withSecrets = plan.before.to.some(({ objects }) =>
    objects.some(({ object }) => object.kind === 'ExternalSecret'),
  );
  return [
    tooFewPods(ground, plan),
    oldData(ground, plan),
    ...(gatekeeper === undefined
      ? []
      : [
          {
            what: `the policy webhook of ${plan.to} is down`,
            reason: 'is not in force',
            begin: () => gatekeeper.kill(),
            end: () => gatekeeper.start(),
          },
        ]),
    ...(externalSecrets === undefined || !withSecrets ? [] : [lostSecret(ground, plan)]),
    silentApi(ground, plan),
  ];
}

/** No node takes pods any more, and those of one workload are gone. */
function tooFewPods({ trial }: Ground, { to, floor }: TakeoverPlan): Break {
  const { kubernetes } = trial.cluster(to);
  const cordon = async (unschedulable: boolean): Promise<void> => {
    const nodes = await kubernetes.list({ apiVersion: 'v1', kind: 'Node' });
    await Promise.all(
      nodes.map(({ metadata: { name } }) =>
        kubernetes.patch({ apiVersion: 'v1', kind: 'Node', name }, { spec: { unschedulable } }),
      ),
    );
  };
  return {
    what: `${to} is out of room, and the pods of a workload are gone`,
    reason: 'ready pods',
    async begin() {
      await cordon(true);
      const [first] = floor;
      if (first === undefined) throw new Error(`${to} has no workload that could lose its pods`);
      const { namespace } = first;
      const selector = field(await kubernetes.get(first), 'spec', 'selector', 'matchLabels') ?? {};
      const labels = Object.entries(selector)
        .map(([key, value]) => `${key}=${String(value)}`)
        .join(',');
      const pods = await kubernetes.list({ apiVersion: 'v1', kind: 'Pod' }, { namespace, labels });
      await Promise.all(
        pods.map(({ metadata: { name } }) =>
          kubernetes.delete({ apiVersion: 'v1', kind: 'Pod', namespace, name }),
        ),
      );
      await wait(trial.run, {
        awaited: `${first.name} on ${to} has lost its pods`,
        within: 60,
        look: async () =>
          (await missingPods(kubernetes, [first])).length > 0
            ? { met: true, value: undefined }
            : { met: false, seen: 'it has all of them' },
      });
    },
    end: () => cordon(false),
  };
}

function oldData({ trial, data }: Ground, { to }: TakeoverPlan): Break {
  const { clock } = trial.run;
  return {
    what: `the data of ${to} no longer arrive`,
    reason: 'ms behind',
    async begin() {
      data.stall(true, clock.now());
      await wait(trial.run, {
        awaited: `the data of ${to} are older than a failover may lose`,
        within: 30,
        look: () => {
          const { milliseconds } = data.behind(to, clock.now());
          return milliseconds > dataRules.lossAllowed
            ? { met: true, value: undefined }
            : { met: false, seen: `${Math.round(milliseconds)} ms behind` };
        },
      });
    },
    end: async () => data.stall(false, clock.now()),
  };
}

function lostSecret({ trial }: Ground, { to, before }: TakeoverPlan): Break {
  const { kubernetes, externalSecrets } = trial.cluster(to);
  return {
    what: `a Secret of ${to} is gone, and External Secrets is down`,
    reason: 'Secret',
    async begin() {
      await externalSecrets?.kill();
      const external = before.to
        .flatMap(({ objects }) => objects.map(({ object }) => object))
        .find(({ kind }) => kind === 'ExternalSecret');
      if (external === undefined) throw new Error(`${to} has no ExternalSecret`);
      const { name, namespace = 'default' } = external.metadata;
      const secret = textAt(external, 'spec', 'target', 'name') ?? name;
      await kubernetes.delete({ apiVersion: 'v1', kind: 'Secret', namespace, name: secret });
    },
    async end() {
      await externalSecrets?.start();
      await wait(trial.run, {
        awaited: `${to} has its secrets again`,
        within: 60,
        async look() {
          const missing = await missingSecrets(kubernetes, before.to);
          return missing.length === 0
            ? { met: true, value: undefined }
            : { met: false, seen: missing.join('; ') };
        },
      });
    },
  };
}

function silentApi({ trial }: Ground, { to }: TakeoverPlan): Break {
  const { apiServer } = trial.cluster(to);
  return {
    what: `the API server of ${to} hangs`,
    reason: 'is not ready',
    begin: () => apiServer.freeze(),
    end: () => apiServer.thaw(),
  };
}

import type { KubernetesObject } from '@seatrial/compiler';
import { applicationRef } from '../proofs/engine/start-sync.ts';
import { refreshAnnotation } from '../trial/refresh.ts';
import { hasWish } from '../trial/wishes-heard.ts';
import { Infrastructure } from '../run/outcome-errors.ts';
import { wait } from '../run/wait.ts';
import { textAt } from '../trial/field.ts';
import type { Trial } from '../trial/trial.ts';

const skip = 'argocd.argoproj.io/skip-reconcile';

/**
 * Stops every Argo CD from touching a cluster, or lets it again: an annotation on the Secret of the cluster, because one
 * on a generated Application is removed by its ApplicationSet. An Argo CD that runs on the cluster itself has no such
 * Secret: its controller is stopped. Source: Argo CD, docs/operator-manual/cluster-management.md (3.4).
 */
export async function holdArgoCd(trial: Trial, cluster: string, hold: boolean): Promise<void> {
  const names = trial.published.fleet.placements
    .filter((placement) => placement.cluster === cluster)
    .map(({ name }) => name);
  const argoCds = new Set(names.map((name) => trial.argoCdOf(name)));
  await Promise.all(
    [...argoCds].map(async ({ cluster: own, namespace, kubernetes, controller }) => {
      if (own === cluster) return hold ? controller.kill() : controller.start();
      const secrets = await kubernetes.list(
        { apiVersion: 'v1', kind: 'Secret' },
        { namespace, labels: 'argocd.argoproj.io/secret-type=cluster' },
      );
      const secret = secrets.find((one) => nameOf(one) === cluster);
      if (secret === undefined) throw new Infrastructure(`the Argo CD of ${own} has no Secret of ${cluster}`);
      await kubernetes.patch(
        { apiVersion: 'v1', kind: 'Secret', namespace, name: secret.metadata.name },
        { metadata: { annotations: { [skip]: hold ? 'true' : null } } },
      );
    }),
  );
  if (!hold) await lookAgain(trial, names);
}

/**
 * Argo CD drops what happens to an Application while it is held, also the wish to look at it, and learns that the hold is
 * over by a watch of its own: so the wish is taken back and uttered again until it is heard.
 * Source: Argo CD 3.4.2, controller/appcontroller.go (canProcessApp).
 */
async function lookAgain(trial: Trial, names: readonly string[]): Promise<void> {
  const { clock } = trial.run;
  let asked = Number.NEGATIVE_INFINITY;
  await wait(trial.run, {
    awaited: `Argo CD looks again at ${names.join(', ')}`,
    within: 60,
    async look() {
      const unheard = names.filter((name) => hasWish(trial.application(name)) || asked < 0);
      if (unheard.length === 0) return { met: true, value: undefined };
      if (clock.now() - asked > 1000) {
        asked = clock.now();
        await Promise.all(unheard.map((name) => takeBack(trial, name)));
        await trial.refresh({ applications: unheard });
      }
      return { met: false, seen: `it has not looked at ${unheard.join(', ')}` };
    },
  });
}

async function takeBack(trial: Trial, name: string): Promise<void> {
  const { kubernetes, namespace } = trial.argoCdOf(name);
  await kubernetes.patch(applicationRef(namespace, name), {
    metadata: { annotations: { [refreshAnnotation]: null } },
  });
}

function nameOf(secret: KubernetesObject): string {
  return Buffer.from(textAt(secret, 'data', 'name') ?? '', 'base64').toString();
}

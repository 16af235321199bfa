import type { Trial } from '../trial/trial.ts';

const skip = 'argocd.argoproj.io/skip-reconcile';

/**
 * Takes the rules out of Gatekeeper's webhook on every cluster, with Argo CD told to leave that Application alone, as
 * somebody in a hurry does it. Argo CD puts the rules back when it looks again.
 */
export async function passWebhookBy(trial: Trial): Promise<() => Promise<void>> {
  const passed = trial.published.fleet.placements.flatMap((placement) => {
    const webhook = [
      ...placement.objects.map(({ object }) => object),
      ...placement.charts.flatMap(({ objects }) => objects ?? []),
    ].find(({ kind }) => kind === 'ValidatingWebhookConfiguration');
    return webhook === undefined || trial.cluster(placement.cluster).gatekeeper === undefined
      ? []
      : [{ placement, webhook }];
  });
  if (passed.length === 0)
    throw new Error(`the fleet ${trial.subject.fleet.name} has no webhook that could be ignored`);
  const annotate = (name: string, value: string | null): Promise<unknown> => {
    const { kubernetes, namespace } = trial.argoCdOf(name);
    const application = { apiVersion: 'argoproj.io/v1alpha1', kind: 'Application', namespace, name };
    return kubernetes.patch(application, { metadata: { annotations: { [skip]: value } } });
  };
  for (const { placement, webhook } of passed) {
    await annotate(placement.name, 'true');
    const { apiVersion, kind, metadata } = webhook;
    const { webhooks } = webhook as unknown as { webhooks: readonly object[] };
    await trial
      .cluster(placement.cluster)
      .kubernetes.patch(
        { apiVersion, kind, name: metadata.name },
        { webhooks: webhooks.map((one) => ({ ...one, rules: [] })) },
      );
  }
  return async () => {
    const names = passed.map(({ placement }) => placement.name);
    await Promise.all(names.map((name) => annotate(name, null)));
    // What it did not hear meanwhile it would hear at its next interval.
    await trial.refresh({ applications: names });
    await trial.settle({ placements: names });
  };
}

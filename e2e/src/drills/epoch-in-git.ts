import type { FleetModel } from '@seatrial/compiler';
import { overrideOnCluster } from '../model-changes/override-on-cluster.ts';
import { isSettings, withApplication } from '../model-changes/with-application.ts';
import { listAt, numberAt, textAt } from '../trial/field.ts';

/** Name of the Job that promotes the data, and of the model's component that it comes from. */
export const promotionHook = 'promote-data';
/** Name of the ConfigMap that says whose the data are. */
const epochRecord = 'data-epoch';

/** Whose the data are from a commit on. */
export interface Epoch {
  /** The application that carries it: the one that owns the public hosts. */
  readonly application: string;
  readonly cluster: string;
  readonly number: number;
  /** What the Job runs: the image of the application itself. */
  readonly image: string;
}

/**
 * The model with an epoch of the data in it: on one cluster, a ConfigMap and a PreSync hook that promotes the data there.
 * The ConfigMap is needed: Argo CD leaves hooks out of its comparison, so a commit that changes a hook alone starts no sync.
 */
export function withEpoch(model: FleetModel, { application, cluster, number, image }: Epoch): FleetModel {
  const carrying = withApplication(model, application, (settings) => ({
    ...settings,
    hooks: {
      ...(isSettings(settings['hooks']) ? settings['hooks'] : {}),
      [promotionHook]: {
        on: 'PreSync',
        // Gone when it has succeeded, so that a cluster that is the standby again keeps nothing of it.
        deletePolicy: 'HookSucceeded',
        image,
        command: ['promote-data'],
        environment: { EPOCH: String(number) },
        activeDeadlineSeconds: 60,
        security: { user: 65_532, group: 65_532, readOnlyRootFilesystem: true },
        resources: { requests: { cpu: '10m', memory: '16Mi' }, limits: { memory: '32Mi' } },
        // Before the application's own hooks: they may want to write.
        wave: -10,
      },
    },
    objects: {
      ...(isSettings(settings['objects']) ? settings['objects'] : {}),
      [epochRecord]: {
        apiVersion: 'v1',
        kind: 'ConfigMap',
        data: { epoch: String(number), writer: cluster },
      },
    },
  }));
  return Object.keys(model.clusters)
    .filter((name) => name !== cluster)
    .reduce(
      (one, name) =>
        overrideOnCluster(one, application, name, {
          hooks: { [promotionHook]: null },
          objects: { [epochRecord]: null },
        }),
      carrying,
    );
}

/** The epoch that a promotion Job is for, once it has succeeded. */
export function promotedBy(job: unknown): number | undefined {
  if (textAt(job, 'metadata', 'name') !== promotionHook) return undefined;
  if ((numberAt(job, 'status', 'succeeded') ?? 0) < 1) return undefined;
  const environment = listAt(job, 'spec', 'template', 'spec', 'containers', 0, 'env');
  const epoch = environment.find((variable) => textAt(variable, 'name') === 'EPOCH');
  return epoch === undefined ? undefined : Number(textAt(epoch, 'value'));
}

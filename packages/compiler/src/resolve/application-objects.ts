import type { LongApplication } from '../model/application.ts';
import type { KubernetesObject } from '../objects/kubernetes-object.ts';
import type { ResolvedObject } from '../resolved/object.ts';
import type { Context, Draft } from './context.ts';
import { externalSecretObjects } from './external-secret.ts';
import { finishDrafts } from './finish.ts';
import { hookObjects } from './hook.ts';
import { applyPatches } from './patches.ts';
import { rawObject } from './raw-object.ts';
import { orderDrafts, type DefinitionOrder } from './waves.ts';
import { workloadObjects } from './workload/workload.ts';

/** Objects of a foreign base by its path in the model. */
export type BaseObjects = Readonly<Record<string, readonly unknown[]>>;

function foreignObjects(component: string, objects: readonly unknown[], context: Context): Draft[] {
  return objects.map((object) => {
    const { metadata } = object as KubernetesObject;
    const wave = context.dialect.waveOf(metadata.annotations ?? {});
    return {
      object: object as KubernetesObject,
      component,
      foreignBase: component,
      path: ['bases', component],
      ...(wave === undefined ? {} : { wave }),
    };
  });
}

/** The final objects of an application in one place, or of its base. */
export function applicationObjects(
  application: LongApplication,
  bases: BaseObjects,
  order: DefinitionOrder,
  context: Context,
): ResolvedObject[] {
  const drafts = [
    ...Object.entries(application.workloads ?? {}).flatMap(([name, workload]) =>
      workloadObjects(name, workload, context),
    ),
    ...Object.entries(application.hooks ?? {}).flatMap(([name, hook]) => hookObjects(name, hook, context)),
    ...Object.entries(application.externalSecrets ?? {}).flatMap(([name, secret]) =>
      externalSecretObjects(name, secret),
    ),
    ...Object.entries(application.objects ?? {}).map(([name, raw]) => rawObject(name, raw, context)),
    ...Object.entries(application.bases ?? {}).flatMap(([name, base]) =>
      foreignObjects(name, bases[base.path] ?? [], context),
    ),
  ];
  const ordered = orderDrafts(drafts, order, context);
  return finishDrafts(applyPatches(ordered, application.patches ?? {}, context), context);
}

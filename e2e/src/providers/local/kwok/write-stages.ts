import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import type { ClusterRequest } from '../../../lab/lab.ts';
import type { Programs } from '../../../run/programs.ts';
import { addressStages } from './address-stages.ts';
import { ownPodConditions, podFails, podNeverReady } from './pod-stages.ts';
import type { Stage } from './stage.ts';
import { volumeStages } from './volume-stages.ts';

/** Of kwok's own, those without chaos; the lease keeps nodes ready. Paths below the folder of its files. */
const kwoksOwn = [
  'node/fast/node-initialize.yaml',
  'node/heartbeat-with-lease/node-heartbeat-with-lease.yaml',
  'pod/fast/pod-ready.yaml',
  'pod/fast/pod-complete.yaml',
  'pod/fast/pod-delete.yaml',
];

/** Writes the stages of a cluster into one file: kwok's program has none of its own. */
export async function writeStages(
  programs: Programs,
  { name, storageClasses }: ClusterRequest,
  path: string,
): Promise<void> {
  const folder = join(programs.files('kwok'), 'kustomize/stage');
  const texts = await Promise.all(kwoksOwn.map((file) => readFile(join(folder, file), 'utf8')));
  const stages = [
    ...texts.map((text) => withOwnConditions(parse(text) as Stage)),
    podNeverReady,
    podFails,
    ...addressStages(name),
    ...volumeStages(storageClasses),
  ];
  await writeFile(path, stages.map((stage) => stringify(stage)).join('---\n'));
}

function withOwnConditions(stage: Stage): Stage {
  const own = ownPodConditions[stage.metadata.name];
  if (own === undefined) return stage;
  const { spec } = stage;
  return {
    ...stage,
    spec: {
      ...spec,
      delay: { durationMilliseconds: own.delay },
      selector: { matchExpressions: [...spec.selector.matchExpressions, own.unless] },
    },
  };
}

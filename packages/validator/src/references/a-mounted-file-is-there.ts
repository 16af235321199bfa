import type { ClusterCheck } from '../check/check.ts';
import { severityOfMissing } from '../check/missing.ts';
import { listAt, recordAt, textAt } from '../json/fields.ts';
import { isRecord } from '../json/is-record.ts';
import { containersOf } from '../rendered/pod-spec.ts';
import { placeOf } from '../rendered/place-of.ts';
import { configurationsOf, type Configurations } from './configuration/configurations.ts';
import { called } from './lookup/identity.ts';
import { podsOf, type Pods } from './lookup/pods-of.ts';
import { listed, suggestion } from './lookup/suggestion.ts';

export const aMountedFileIsThere: ClusterCheck = {
  rule: 'A single file that is mounted out of a ConfigMap or Secret is there',
  explanation: {
    code: 'SEA3403',
    title: 'A mounted file is not in its ConfigMap or Secret',
    meaning:
      'A volume mount takes one file out of a ConfigMap or Secret with subPath, and the volume has no file of that name. ' +
      'The container then finds an empty folder in its place, or does not start.',
    fix: 'Correct subPath: it is a key of the ConfigMap or Secret, or a path of items where the volume has them.',
  },
  run(cluster, say) {
    const configurations = configurationsOf(cluster);
    for (const pods of podsOf(cluster).all) {
      const volumes = new Map(listAt(pods.pod.spec, 'volumes').map((one) => [textAt(one, 'name'), one]));
      for (const { container, pointer } of containersOf(pods.pod)) {
        for (const [index, mount] of listAt(container, 'volumeMounts').entries()) {
          const path = textAt(mount, 'subPath');
          const files = path && filesOf(volumes.get(textAt(mount, 'name')), pods, configurations);
          if (!path || !files) continue;
          if (files.paths.some((file) => file === path || file.startsWith(`${path}/`))) continue;
          say.wrong(placeOf(pods.located, `${pointer}/volumeMounts/${index}/subPath`), {
            severity: severityOfMissing(cluster),
            sentence: `${called(pods.located)} mounts the file ${path} of ${files.of}, which has ${
              files.paths.length === 0 ? 'no file' : `only ${listed(files.paths)}`
            }.`,
            hint: suggestion(path, files.paths, 'Mount a file that there is, or add this one.'),
          });
        }
      }
    }
  },
};

/** The files of a volume; undefined where they are not known, or where they may be missing. */
function filesOf(
  volume: unknown,
  { namespace }: Pods,
  configurations: Configurations,
): { readonly of: string; readonly paths: readonly string[] } | undefined {
  for (const kind of ['ConfigMap', 'Secret'] as const) {
    const source = recordAt(volume, kind === 'Secret' ? 'secret' : 'configMap');
    const name = textAt(source, kind === 'Secret' ? 'secretName' : 'name');
    if (!name || source['optional'] === true) continue;
    const known = configurations.find(kind, namespace, name);
    const items = listAt(source, 'items').filter(isRecord);
    if (known === undefined) return undefined;
    if (items.length > 0)
      return { of: `${kind} ${name}`, paths: items.flatMap((item) => textAt(item, 'path') ?? []) };
    return known.keys && { of: `${kind} ${name}`, paths: known.keys };
  }
  return undefined;
}

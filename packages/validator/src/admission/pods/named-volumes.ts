import type { Field } from '../field.ts';
import { misfit } from '../formats/format.ts';
import { dnsLabel } from '../formats/names.ts';
import { nearestName } from '../../findings/nearest-name.ts';
import { repeated } from '../repeated.ts';
import type { Refuse, Rule } from '../rule.ts';
import { setKeys } from '../set-keys.ts';
import { shown } from '../shown.ts';
import { containersOf } from './containers.ts';

const sources = (
  'awsElasticBlockStore azureDisk azureFile cephfs cinder configMap csi downwardAPI emptyDir ephemeral fc flexVolume flocker ' +
  'gcePersistentDisk gitRepo glusterfs hostPath image iscsi nfs persistentVolumeClaim photonPersistentDisk portworxVolume ' +
  'projected quobyte rbd scaleIO secret storageos vsphereVolume'
).split(' ');

const explanation = {
  code: 'SEA3122',
  title: 'The volumes of a pod and their mounts do not fit together',
  meaning:
    'Each volume of a pod has a name of its own, a DNS label, and exactly one source. A mount names a volume of its pod (or, in a ' +
    'StatefulSet, a volume claim template), and no two mounts of a container have one path.',
  fix: 'Add the volume that the mount names, or correct the name; give each mount another path.',
} as const;

/** Of a pod spec. Source: core validation, `ValidateVolumes`, `ValidateVolumeMounts`, `ValidateVolumeDevices`. */
export const namedVolumes: Rule = {
  explanation,
  check: (pod, refuse) => checkVolumes(pod, [], refuse),
};

/**
 * Of the `spec` of a StatefulSet, whose claim templates are volumes too and replace those of the same name.
 * Source: apps validation, `volumesToAddForTemplates`.
 */
export const namedVolumesOfStatefulSet: Rule = {
  explanation,
  check(spec, refuse) {
    const templates = spec.at('volumeClaimTemplates').items;
    const claims = templates.flatMap((one) => one.at('metadata', 'name').text ?? []);
    for (const claim of templates) checkName(claim.at('metadata', 'name'), refuse);
    checkVolumes(spec.at('template', 'spec'), claims, refuse);
  },
};

function checkVolumes(pod: Field, claims: readonly string[], refuse: Refuse): void {
  const volumes = pod.at('volumes').items;
  for (const volume of volumes) {
    const name = volume.at('name');
    if (name.value === '') refuse(name, 'is empty', 'Give the volume a name.');
    checkName(name, refuse);
    const used = setKeys(volume, sources);
    checkProjected(volume, refuse);
    if (used.length > 1)
      refuse(volume, `has ${used.join(' and ')}; a volume has only one source`, 'Keep one of them.');
  }
  for (const volume of repeated(volumes, (one) => one.at('name').text)) {
    const name = volume.at('name');
    if (claims.includes(name.text ?? '')) continue;
    refuse(name, `is ${shown(name.value)}, as another volume of the pod is named`, 'Give it another name.');
  }
  const names = [...volumes.flatMap((volume) => volume.at('name').text ?? []), ...claims];
  const blocks = volumes.filter(
    (volume) => volume.at('persistentVolumeClaim').isSet || volume.at('ephemeral').isSet,
  );
  const devices = new Set([...blocks.flatMap((volume) => volume.at('name').text ?? []), ...claims]);
  for (const container of containersOf(pod)) {
    checkMounts(container, names, refuse);
    for (const device of container.at('volumeDevices').items) {
      const name = device.at('name');
      if (name.text !== undefined && names.includes(name.text) && !devices.has(name.text))
        refuse(
          name,
          `is ${shown(name.text)}, which is no claim; only a claim can be a block device`,
          'Mount it instead.',
        );
    }
  }
}

/** Source: core validation, `validateProjectionSources`: a file comes from one source. */
function checkProjected(volume: Field, refuse: Refuse): void {
  const paths = volume
    .at('projected', 'sources')
    .items.flatMap((source) =>
      ['secret', 'configMap', 'downwardAPI'].flatMap((kind) =>
        source.at(kind, 'items').items.map((item) => item.at('path')),
      ),
    );
  for (const path of repeated(paths, (one) => one.text))
    refuse(path, `is ${shown(path.value)}, as another file of the volume is called`, 'Use another path.');
}

function checkName(name: Field, refuse: Refuse): void {
  const wrong = name.text === undefined || name.text === '' ? undefined : misfit(dnsLabel, name.text);
  if (wrong !== undefined) refuse(name, wrong.predicate, wrong.hint);
}

function checkMounts(container: Field, volumes: readonly string[], refuse: Refuse): void {
  const [mounts, devices] = [container.at('volumeMounts').items, container.at('volumeDevices').items];
  for (const mount of [...mounts, ...devices]) {
    const name = mount.at('name');
    if (name.text !== undefined && !volumes.includes(name.text)) {
      const nearest = nearestName(name.text, volumes);
      const hint = nearest === undefined ? 'Add the volume to the pod.' : `Did you mean ${shown(nearest)}?`;
      refuse(name, `is ${shown(name.text)}, and the pod has no volume of that name`, hint);
    }
  }
  for (const mount of mounts) {
    const [path, inner, expression] = [mount.at('mountPath'), mount.at('subPath'), mount.at('subPathExpr')];
    if (path.value === '') refuse(path, 'is empty', 'Write where the volume is mounted.');
    if (!inner.isEmpty && !expression.isEmpty)
      refuse(expression, 'is set beside subPath', 'Keep one of the two.');
  }
  for (const mount of repeated(mounts, (one) => one.at('mountPath').text)) {
    const path = mount.at('mountPath');
    refuse(path, `is ${shown(path.value)}, where the container has another mount`, 'Use another path.');
  }
  for (const device of repeated(devices, (one) => one.at('devicePath').text)) {
    const path = device.at('devicePath');
    refuse(path, `is ${shown(path.value)}, where the container has another device`, 'Use another path.');
  }
}

import type { Field } from '../field.ts';
import { annotationKey, qualifiedName } from '../formats/names.ts';
import type { Refuse, Rule } from '../rule.ts';
import { shown } from '../shown.ts';
import { containersOf } from './containers.ts';

const fieldPaths = ['name', 'namespace', 'labels', 'annotations', 'uid'].map((name) => `metadata.${name}`);
const resources = ['cpu', 'memory', 'ephemeral-storage'].flatMap((name) => [
  `limits.${name}`,
  `requests.${name}`,
]);
const ofCpu = new Set(['1m', '1']);
const ofBytes = new Set([
  '1',
  ...['k', 'M', 'G', 'T', 'P', 'E', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'].map((unit) => `1${unit}`),
]);

/**
 * What a pod tells its containers of itself, in environment variables and files.
 * Source: core validation, `validateDownwardAPIVolumeFile`, `validateContainerResourceFieldSelector`.
 */
export const downwardFields: Rule = {
  explanation: {
    code: 'SEA3172',
    title: 'A field that a pod tells its containers cannot be told',
    meaning:
      'A file of a downwardAPI volume holds either one field of the metadata of the pod or one resource of a container that it names. A resource is ' +
      'cpu, memory, ephemeral-storage or huge pages behind "limits." or "requests.", divided by a unit of it.',
    fix: 'Correct the field, the resource or the divisor.',
  },
  check(pod, refuse) {
    for (const container of containersOf(pod))
      for (const variable of container.at('env').items)
        checkResource(variable.at('valueFrom', 'resourceFieldRef'), refuse);
    for (const volume of pod.at('volumes').items) {
      for (const file of volume.at('downwardAPI', 'items').items) checkFile(file, refuse);
      for (const source of volume.at('projected', 'sources').items)
        for (const file of source.at('downwardAPI', 'items').items) checkFile(file, refuse);
    }
  },
};

function checkFile(file: Field, refuse: Refuse): void {
  const [field, resource] = [file.at('fieldRef'), file.at('resourceFieldRef')];
  if (field.isSet === resource.isSet)
    refuse(
      file,
      field.isSet ? 'has fieldRef and resourceFieldRef' : 'has neither fieldRef nor resourceFieldRef',
      'Keep exactly one of the two.',
    );
  const path = field.at('fieldPath');
  if (path.text !== undefined && !isFieldPath(path.text))
    refuse(
      path,
      `is ${shown(path.text)}, which no file can hold`,
      `Use one of ${fieldPaths.join(', ')}, metadata.labels['<key>'] and metadata.annotations['<key>'].`,
    );
  if (!resource.isSet) return;
  const name = resource.at('containerName');
  if (name.isEmpty) refuse(name, 'is missing; a file needs it', 'Name the container.');
  checkResource(resource, refuse);
}

function isFieldPath(text: string): boolean {
  const [, map, key] = /^(metadata\.(?:labels|annotations))\['(.*)'\]$/.exec(text) ?? [];
  if (key === undefined) return fieldPaths.includes(text);
  return (map === 'metadata.labels' ? qualifiedName : annotationKey).accepts(key);
}

function checkResource(reference: Field, refuse: Refuse): void {
  const [resource, divisor] = [reference.at('resource'), reference.at('divisor')];
  const { text } = resource;
  if (text === undefined) return;
  if (!resources.includes(text) && !/^(?:limits|requests)\.hugepages-/.test(text)) {
    refuse(resource, `is ${shown(text)}, which no pod can tell`, `Use one of ${resources.join(', ')}.`);
    return;
  }
  const units = text.endsWith('.cpu') ? ofCpu : ofBytes;
  const unit = String(divisor.value);
  if (divisor.isSet && !['', '0', ...units].includes(unit))
    refuse(divisor, `is ${shown(divisor.value)}; it must be one of ${[...units].join(', ')}`, 'Use a unit.');
}

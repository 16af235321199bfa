import { nanos } from '../formats/quantity.ts';
import type { Rule } from '../rule.ts';
import { shown } from '../shown.ts';

const notSources = new Set(
  (
    'accessModes capacity claimRef mountOptions nodeAffinity persistentVolumeReclaimPolicy storageClassName ' +
    'volumeAttributesClassName volumeMode'
  ).split(' '),
);

/** Of a PersistentVolume. Source: core validation, `ValidatePersistentVolumeSpec`. */
export const volumeSource: Rule = {
  explanation: {
    code: 'SEA3162',
    title: 'A PersistentVolume says too little, or too much',
    meaning:
      'A PersistentVolume has an access mode, a capacity above nothing (storage and nothing else) and exactly one source.',
    fix: 'Add what is missing, and keep one source.',
  },
  check(spec, refuse) {
    const [modes, capacity] = [spec.at('accessModes'), spec.at('capacity')];
    if (modes.isEmpty)
      refuse(modes, 'is missing; a volume has an access mode', 'Add one, such as ReadWriteOnce.');
    if (modes.texts.includes('ReadWriteOncePod') && modes.texts.some((mode) => mode !== 'ReadWriteOncePod'))
      refuse(
        modes,
        'has ReadWriteOncePod beside another access mode',
        'Keep ReadWriteOncePod alone, or remove it.',
      );
    const names = capacity.entries.map(([name]) => name);
    if (names.join() !== 'storage')
      refuse(capacity, 'must have storage and nothing else', 'Write "capacity: {storage: 10Gi}".');
    const size = nanos(capacity.at('storage').value);
    if (size !== undefined && size <= 0n)
      refuse(
        capacity.at('storage'),
        `is ${shown(capacity.at('storage').value)}; it must be above 0`,
        'Correct the quantity.',
      );
    const terms = spec.at('nodeAffinity', 'required', 'nodeSelectorTerms');
    if (spec.at('local').isSet && !spec.at('nodeAffinity', 'required').isSet)
      refuse(spec.at('nodeAffinity'), 'is missing; a local volume is on a node', 'Say which node it is on.');
    if (Array.isArray(terms.value) && terms.isEmpty) refuse(terms, 'is empty', 'Add a term.');
    const sources = spec.entries.flatMap(([key, field]) =>
      field.isSet && !notSources.has(key) ? [key] : [],
    );
    if (sources.length === 0) refuse(spec, 'has no source', 'Say where the volume is, for example with csi.');
    else if (sources.length > 1)
      refuse(spec, `has ${sources.join(' and ')}; a volume has only one source`, 'Keep one of them.');
  },
};

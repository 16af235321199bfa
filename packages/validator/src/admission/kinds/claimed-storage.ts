import { nanos } from '../formats/quantity.ts';
import type { Rule } from '../rule.ts';
import { shown } from '../shown.ts';

/** Source: core validation, `ValidatePersistentVolumeClaimSpec`. */
export const claimedStorage: Rule = {
  explanation: {
    code: 'SEA3150',
    title: 'A claim for a volume says too little',
    meaning:
      'A PersistentVolumeClaim asks for at least one access mode and for more than nothing of storage. ReadWriteOncePod excludes the other ' +
      'access modes.',
    fix: 'Add "accessModes: [ReadWriteOnce]" and "resources: {requests: {storage: 1Gi}}", with the values that you need.',
  },
  check(spec, refuse) {
    const modes = spec.at('accessModes');
    if (modes.isEmpty)
      refuse(modes, 'is missing; a claim needs an access mode', 'Add one, such as ReadWriteOnce.');
    if (modes.texts.includes('ReadWriteOncePod') && modes.texts.some((mode) => mode !== 'ReadWriteOncePod'))
      refuse(
        modes,
        'has ReadWriteOncePod beside another access mode',
        'Keep ReadWriteOncePod alone, or remove it.',
      );
    const storage = spec.at('resources', 'requests', 'storage');
    if (!storage.isSet) {
      refuse(storage, 'is missing; a claim says how much storage it needs', 'Add a quantity such as 10Gi.');
      return;
    }
    const size = nanos(storage.value);
    if (size !== undefined && size <= 0n)
      refuse(storage, `is ${shown(storage.value)}; it must be above 0`, 'Correct the quantity.');
  },
};

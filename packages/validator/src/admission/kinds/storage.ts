import { storageDriver, subdomain } from '../formats/names.ts';
import { at, below, type Placed } from '../rule.ts';
import { exactlyOneOf, oneOf } from '../values/allowed-word.ts';
import { needs } from '../values/present-fields.ts';
import { written } from '../values/well-formed-text.ts';
import { claimSpec } from './claims.ts';
import { provisioned } from './storage-class.ts';
import { volumeSource } from './volume-source.ts';

/** The kinds that are about volumes. */
export const storage: Readonly<Record<string, readonly Placed[]>> = {
  '/PersistentVolumeClaim': [...at('', needs('spec')), ...below('spec', claimSpec)],
  '/PersistentVolume': [
    ...at('', needs('spec')),
    ...at('spec', volumeSource),
    ...at('spec.csi', needs('driver', 'volumeHandle')),
    ...at('spec.csi.driver', written(storageDriver)),
    ...at(
      'spec.accessModes.*',
      exactlyOneOf('ReadWriteOnce', 'ReadOnlyMany', 'ReadWriteMany', 'ReadWriteOncePod'),
    ),
    ...at('spec.persistentVolumeReclaimPolicy', oneOf('Retain', 'Delete', 'Recycle')),
    ...at('spec.volumeMode', exactlyOneOf('Filesystem', 'Block')),
    ...at('spec.storageClassName', written(subdomain)),
  ],
  'storage.k8s.io/StorageClass': [
    ...at('provisioner', provisioned),
    ...at('reclaimPolicy', exactlyOneOf('Delete', 'Retain')),
    ...at('volumeBindingMode', exactlyOneOf('Immediate', 'WaitForFirstConsumer')),
  ],
};

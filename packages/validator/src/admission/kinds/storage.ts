import { qualifiedName, storageDriver, subdomain } from '../formats/names.ts';
import { at, below, type Placed } from '../rule.ts';
import { exactlyOneOf, oneOf } from '../values/allowed-word.ts';
import { straightPath } from '../values/inner-path.ts';
import { needs } from '../values/present-fields.ts';
import { wellFormedNodeRequirements } from '../values/well-formed-selector.ts';
import { exactly, written } from '../values/well-formed-text.ts';
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
    ...at('spec.local', needs('path')),
    ...at('spec.local.path', straightPath),
    ...at('spec.nodeAffinity', needs('required')),
    ...at('spec.nodeAffinity.required.nodeSelectorTerms.*.matchExpressions', wellFormedNodeRequirements),
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
    ...at('reclaimPolicy', oneOf('Delete', 'Retain')),
    ...at('allowedTopologies.*.matchLabelExpressions.*.key', exactly(qualifiedName)),
    ...at('volumeBindingMode', exactlyOneOf('Immediate', 'WaitForFirstConsumer')),
  ],
};

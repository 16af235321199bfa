import { subdomain } from '../formats/names.ts';
import { at, type Placed } from '../rule.ts';
import { exactlyOneOf } from '../values/allowed-word.ts';
import { needs } from '../values/present-fields.ts';
import { wellFormedSelector } from '../values/well-formed-selector.ts';
import { written } from '../values/well-formed-text.ts';
import { claimedStorage } from './claimed-storage.ts';

/** The spec of a PersistentVolumeClaim, also of one in a template. */
export const claimSpec: readonly Placed[] = [
  ...at('', claimedStorage),
  ...at('dataSource', needs('name')),
  ...at('accessModes.*', exactlyOneOf('ReadWriteOnce', 'ReadOnlyMany', 'ReadWriteMany', 'ReadWriteOncePod')),
  ...at('volumeMode', exactlyOneOf('Filesystem', 'Block')),
  ...at('storageClassName', written(subdomain)),
  ...at('selector', wellFormedSelector),
];

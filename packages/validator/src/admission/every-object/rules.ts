import { at, type Placed } from '../rule.ts';
import { completeOwnerReferences } from './complete-owner-references.ts';
import { lastingVersion } from './lasting-version.ts';
import { smallEnough } from './small-enough.ts';
import { uniqueListKeys } from './unique-list-keys.ts';
import { wellFormedAnnotations } from './well-formed-annotations.ts';
import { wellFormedFinalizers } from './well-formed-finalizers.ts';
import { wellFormedLabels } from './well-formed-labels.ts';
import { wellFormedName } from './well-formed-name.ts';

/** What holds for every object, of whatever kind. */
export const everyObject: readonly Placed[] = [
  ...at('', wellFormedName, lastingVersion, wellFormedFinalizers, smallEnough, uniqueListKeys),
  ...at('metadata.labels', wellFormedLabels),
  ...at('metadata.annotations', wellFormedAnnotations),
  ...at('metadata.finalizers', wellFormedFinalizers),
  ...at('metadata.ownerReferences', completeOwnerReferences),
];

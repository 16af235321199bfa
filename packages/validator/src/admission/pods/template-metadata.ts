import { wellFormedAnnotations } from '../every-object/well-formed-annotations.ts';
import { wellFormedLabels } from '../every-object/well-formed-labels.ts';
import { at, type Placed } from '../rule.ts';

/** Labels and annotations that objects get which are made of a template. */
export const templateMetadata: readonly Placed[] = [
  ...at('metadata.labels', wellFormedLabels),
  ...at('metadata.annotations', wellFormedAnnotations),
];

import { dnsLabel } from '../formats/names.ts';
import { at, below, type Placed } from '../rule.ts';
import {
  preferredNodeRequirements,
  wellFormedNodeField,
  wellFormedNodeRequirements,
  wellFormedSelector,
} from '../values/well-formed-selector.ts';
import { exactly } from '../values/well-formed-text.ts';

const podAffinityTerm: readonly Placed[] = [
  ...at('labelSelector', wellFormedSelector),
  ...at('namespaceSelector', wellFormedSelector),
  ...at('namespaces.*', exactly(dnsLabel)),
];

const requiredNodeTerm = [
  ...at('matchExpressions', wellFormedNodeRequirements),
  ...at('matchFields.*', wellFormedNodeField),
];
const preferredNodeTerm = [
  ...at('matchExpressions', preferredNodeRequirements),
  ...at('matchFields.*', wellFormedNodeField),
];
const required = 'requiredDuringSchedulingIgnoredDuringExecution';
const preferred = 'preferredDuringSchedulingIgnoredDuringExecution';

/** Where a pod wants to be, or not. */
export const affinity: readonly Placed[] = [
  ...below(`nodeAffinity.${required}.nodeSelectorTerms.*`, requiredNodeTerm),
  ...below(`nodeAffinity.${preferred}.*.preference`, preferredNodeTerm),
  ...['podAffinity', 'podAntiAffinity'].flatMap((kind) => [
    ...below(`${kind}.${required}.*`, podAffinityTerm),
    ...below(`${kind}.${preferred}.*.podAffinityTerm`, podAffinityTerm),
  ]),
];

/** What holds for the spec of a pod wherever it stands, but for its volumes and host name. */

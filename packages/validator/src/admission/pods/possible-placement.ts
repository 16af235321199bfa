import type { Field } from '../field.ts';
import { qualifiedName } from '../formats/names.ts';
import { repeated } from '../repeated.ts';
import type { Refuse, Rule } from '../rule.ts';
import { shown } from '../shown.ts';

const required = 'requiredDuringSchedulingIgnoredDuringExecution';
const preferred = 'preferredDuringSchedulingIgnoredDuringExecution';

/** Source: core validation, `validatePodAffinityTerm`, `ValidateNodeSelector`, `validateTopologySpreadConstraints`. */
export const possiblePlacement: Rule = {
  explanation: {
    code: 'SEA3128',
    title: 'The affinity or spread of a pod is malformed',
    meaning:
      'An affinity between pods names the label of nodes that it is about (topologyKey), a preference has a weight from 1 to 100, a node ' +
      'affinity has a term, and a spread constraint is there once for each topologyKey and whenUnsatisfiable, with a maxSkew above 0.',
    fix: 'Add what is missing, and correct the number.',
  },
  check(pod, refuse) {
    const affinity = pod.at('affinity');
    for (const kind of ['podAffinity', 'podAntiAffinity']) {
      for (const term of affinity.at(kind, required).items) checkKey(term.at('topologyKey'), refuse);
      for (const weighted of affinity.at(kind, preferred).items) {
        checkWeight(weighted.at('weight'), refuse);
        checkKey(weighted.at('podAffinityTerm', 'topologyKey'), refuse);
      }
    }
    const nodes = affinity.at('nodeAffinity');
    for (const term of nodes.at(preferred).items) checkWeight(term.at('weight'), refuse);
    const terms = nodes.at(required, 'nodeSelectorTerms');
    if (nodes.at(required).isSet && terms.isEmpty)
      refuse(terms, 'has no term', 'Add a term, or remove the affinity.');
    checkSpread(pod.at('topologySpreadConstraints').items, refuse);
  },
};

function checkSpread(constraints: readonly Field[], refuse: Refuse): void {
  for (const constraint of constraints) {
    const [skew, domains] = [constraint.at('maxSkew'), constraint.at('minDomains')];
    if (constraint.at('topologyKey').value === '')
      refuse(
        constraint.at('topologyKey'),
        'is empty',
        'Name a label of nodes, such as kubernetes.io/hostname.',
      );
    if (!constraint.at('matchLabelKeys').isEmpty && !constraint.at('labelSelector').isSet)
      refuse(constraint.at('matchLabelKeys'), 'is set without a labelSelector', 'Add the labelSelector.');
    if (skew.number !== undefined && skew.number <= 0)
      refuse(skew, `is ${skew.number}; it must be at least 1`, 'Correct the number.');
    if (domains.number === undefined) continue;
    if (domains.number <= 0)
      refuse(domains, `is ${domains.number}; it must be at least 1`, 'Correct the number.');
    if (constraint.at('whenUnsatisfiable').text !== 'DoNotSchedule')
      refuse(
        domains,
        'works only with "whenUnsatisfiable: DoNotSchedule"',
        'Remove it, or change whenUnsatisfiable.',
      );
  }
  const key = (one: Field): string =>
    `${one.at('topologyKey').text ?? ''} ${one.at('whenUnsatisfiable').text ?? ''}`;
  for (const constraint of repeated(constraints, key))
    refuse(
      constraint,
      `repeats the constraint for ${shown(constraint.at('topologyKey').value)}`,
      'Remove one of the two.',
    );
}

function checkKey(key: Field, refuse: Refuse): void {
  if (key.isEmpty) refuse(key, 'is missing', 'Name a label of nodes, such as kubernetes.io/hostname.');
  else if (key.text !== undefined && !qualifiedName.accepts(key.text))
    refuse(key, `is ${shown(key.text)}; a key must be ${qualifiedName.what}`, 'Correct the key.');
}

function checkWeight(weight: Field, refuse: Refuse): void {
  const { number } = weight;
  if (number !== undefined && (number < 1 || number > 100))
    refuse(weight, `is ${number}; a weight is from 1 to 100`, 'Correct the weight.');
}

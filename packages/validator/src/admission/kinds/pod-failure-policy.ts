import type { Field } from '../field.ts';
import type { Refuse, Rule } from '../rule.ts';
import { setKeys } from '../set-keys.ts';
import { shown } from '../shown.ts';

/** Of the `spec` of a Job. Source: batch validation, `validatePodFailurePolicy`. */
export const podFailurePolicy: Rule = {
  explanation: {
    code: 'SEA3173',
    title: 'A rule for failed pods cannot be followed',
    meaning:
      'A rule of a pod failure policy is either about exit codes (in order, each once, of a container of the pod, never 0 with In) or about ' +
      'conditions of the pod.',
    fix: 'Correct the rule that the finding names.',
  },
  check(spec, refuse) {
    const pod = spec.at('template', 'spec');
    const names = ['initContainers', 'containers'].flatMap((list) =>
      pod.at(list).items.flatMap((container) => container.at('name').text ?? []),
    );
    for (const rule of spec.at('podFailurePolicy', 'rules').items) {
      const used = setKeys(rule, ['onExitCodes', 'onPodConditions']).filter((key) => !rule.at(key).isEmpty);
      if (used.length !== 1)
        refuse(
          rule,
          used.length === 0 ? 'has neither onExitCodes nor onPodConditions' : `has ${used.join(' and ')}`,
          'Keep exactly one of the two.',
        );
      checkCodes(rule.at('onExitCodes'), names, refuse);
    }
  },
};

function checkCodes(codes: Field, names: readonly string[], refuse: Refuse): void {
  if (!codes.isSet) return;
  const [container, operator, values] = ['containerName', 'operator', 'values'].map((key) => codes.at(key));
  if (container === undefined || operator === undefined || values === undefined) return;
  if (container.text !== undefined && !names.includes(container.text))
    refuse(container, `is ${shown(container.text)}, and the pod has no such container`, 'Correct the name.');
  if (values.isEmpty) refuse(values, 'is empty', 'Add an exit code.');
  const numbers = values.items.map((value) => value.number ?? Number.NaN);
  if (numbers.some((number, at) => number <= (numbers[at - 1] ?? -Infinity)))
    refuse(values, 'is not in order, or has a number twice', 'Sort the exit codes.');
  if (operator.text === 'In' && numbers.includes(0))
    refuse(values, 'has 0, which is no failure', 'Remove the 0.');
}

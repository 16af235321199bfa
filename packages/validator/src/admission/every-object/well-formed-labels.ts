import { misfit } from '../formats/format.ts';
import { labelValue, qualifiedName } from '../formats/names.ts';
import type { Check, Rule } from '../rule.ts';
import { shown } from '../shown.ts';

/** Looks at a map of labels, wherever one stands. Source: apimachinery, `ValidateLabels`. */
export const checkLabels: Check = (labels, refuse) => {
  for (const [key, value] of labels.entries) {
    if (!qualifiedName.accepts(key))
      refuse(value, `has the key ${shown(key)}; a key must be ${qualifiedName.what}`, 'Correct the key.');
    const wrong = value.text === undefined ? undefined : misfit(labelValue, value.text);
    if (wrong !== undefined) refuse(value, wrong.predicate, wrong.hint);
  }
};

/** On `metadata.labels` of the object and of its pods, on node selectors and the selectors of Services. */
export const wellFormedLabels: Rule = {
  explanation: {
    code: 'SEA3102',
    title: 'A label is malformed',
    meaning:
      'The key of a label is a name of at most 63 characters, if need be with a DNS subdomain and "/" before it; its value has at most 63 ' +
      'letters, digits, "-", "_" and ".", and begins and ends with a letter or digit.',
    fix: 'Shorten or correct the label. What does not fit into a label can be an annotation.',
  },
  check: checkLabels,
};

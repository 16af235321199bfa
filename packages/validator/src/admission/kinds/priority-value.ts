import type { Rule } from '../rule.ts';
import { shown } from '../shown.ts';

const highest = 1_000_000_000;
const system: Readonly<Record<string, number>> = {
  'system-node-critical': 2 * highest + 1000,
  'system-cluster-critical': 2 * highest,
};

/** Of a PriorityClass. Source: scheduling validation, `ValidatePriorityClass`. */
export const priorityValue: Rule = {
  explanation: {
    code: 'SEA3167',
    title: 'A priority is reserved',
    meaning:
      'Priorities above one thousand million, and names that begin with "system-", belong to Kubernetes itself.',
    fix: 'Lower the value, and use another name.',
  },
  check(object, refuse) {
    const [name, value] = [object.at('metadata', 'name'), object.at('value')];
    if (name.text?.startsWith('system-') === true) {
      if (system[name.text] !== value.number)
        refuse(name, `is ${shown(name.text)}; names with "system-" are reserved`, 'Use another name.');
    } else if ((value.number ?? 0) > highest)
      refuse(value, `is ${shown(value.value)}; it must be at most ${highest}`, 'Lower it.');
  },
};

import { misfit } from '../formats/format.ts';
import { portName } from '../formats/names.ts';
import type { Check, Rule } from '../rule.ts';
import { shown } from '../shown.ts';

const explanation = {
  code: 'SEA3112',
  title: 'A port is none',
  meaning:
    'A port is a number from 1 to 65535. Where a port may be named, the name has at most 15 lower-case letters, digits and "-", at least ' +
    'one of them a letter.',
  fix: 'Correct the number, or shorten the name. A number in quotes is a name.',
} as const;

const checkPort: Check = (field, refuse) => {
  const { number } = field;
  if (number !== undefined && (number < 1 || number > 65_535))
    refuse(field, `is ${shown(number)}; a port is a number from 1 to 65535`, 'Correct the port.');
};

/** Source: k8s.io/apimachinery, `IsValidPortNum`. */
export const portNumber: Rule = { explanation, check: checkPort };

/** As {@link portNumber}, but 0 means "none", as in `hostPort` and `nodePort`. */
export const optionalPortNumber: Rule = {
  explanation,
  check(field, refuse, context) {
    if (field.number !== 0) checkPort(field, refuse, context);
  },
};

/** Source: `ValidatePortNumOrName` of core validation. */
export const portNumberOrName: Rule = {
  explanation,
  check(field, refuse, context) {
    checkPort(field, refuse, context);
    if (field.text === undefined) return;
    const wrong = misfit(portName, field.text);
    if (wrong === undefined) return;
    const number = /^\d+$/.test(field.text);
    refuse(field, wrong.predicate, number ? `Write ${field.text} without quotes.` : wrong.hint);
  },
};

/** As {@link portNumberOrName}, but 0 and the empty text mean "the same as port", as in `targetPort`. */
export const optionalPortNumberOrName: Rule = {
  explanation,
  check(field, refuse, context) {
    if (field.value !== 0 && field.value !== '') portNumberOrName.check(field, refuse, context);
  },
};

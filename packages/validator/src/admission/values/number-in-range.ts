import { nanos } from '../formats/quantity.ts';
import type { Rule } from '../rule.ts';
import { shown } from '../shown.ts';

const explanation = {
  code: 'SEA3111',
  title: 'A number is out of its range',
  meaning:
    'Counts, seconds, limits, user ids and file modes have bounds that the schema does not carry: most may not be negative. An API server ' +
    'refuses the object.',
  fix: 'Write a number within the bounds that the finding names. A file mode is octal: 0644 is 420 in JSON.',
} as const;

/** Source: `ValidateNonnegativeField` and the bounds beside each field's validation in k8s.io/kubernetes, pkg/apis. */
export function between(least: number, most: number): Rule {
  return {
    explanation,
    check(field, refuse) {
      const { number } = field;
      if (number === undefined || (number >= least && number <= most)) return;
      const bounds = number < least ? `at least ${shown(least)}` : `at most ${shown(most)}`;
      refuse(field, `is ${shown(number)}; it must be ${bounds}`, 'Correct the number.');
    },
  };
}

export function atLeast(least: number): Rule {
  return between(least, Infinity);
}

/** A quantity of at least nothing. */
export const noNegativeQuantity: Rule = {
  explanation,
  check(field, refuse) {
    if ((nanos(field.value) ?? 0n) < 0n)
      refuse(field, `is ${shown(field.value)}; it must not be negative`, 'Correct the quantity.');
  },
};

/** Source: core validation, `fileModeErrorMsg`. */
export const fileMode = between(0, 0o777);

/** Source: k8s.io/apimachinery, `IsValidUserID`, `IsValidGroupID`. */
export const unixId = between(0, 2_147_483_647);

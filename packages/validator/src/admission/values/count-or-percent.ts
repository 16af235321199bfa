import type { Field } from '../field.ts';
import type { Rule } from '../rule.ts';
import { shown } from '../shown.ts';

/** The number in a count or a percentage; undefined when the field is neither. */
export function amount(field: Field): number | undefined {
  const percent = /^(\d+)%$/.exec(field.text ?? '')?.[1];
  return percent === undefined ? field.number : Number(percent);
}

/**
 * A count that is not negative, or a percentage.
 * Source: pkg/apis/apps/validation, `ValidatePositiveIntOrPercent`, `IsNotMoreThan100Percent`.
 */
export function countOrPercent({ atMostAll }: { readonly atMostAll: boolean }): Rule {
  return {
    explanation: {
      code: 'SEA3115',
      title: 'A field is neither a count nor a percentage',
      meaning:
        'How many pods may be missing or be on top is a whole number that is not negative, or a percentage in quotes such as "25%".',
      fix: 'Write a whole number without quotes, or a percentage with its sign in quotes.',
    },
    check(field, refuse) {
      const { text, number } = field;
      if (number !== undefined && number < 0)
        refuse(field, `is ${shown(number)}; it must be at least 0`, 'Correct the number.');
      if (text === undefined) return;
      const value = amount(field);
      if (value === undefined) {
        const hint = /^\d+$/.test(text)
          ? `Write ${text} without quotes, or "${text}%".`
          : 'Write a number or a percentage.';
        refuse(field, `is ${shown(text)}; it must be a number or a percentage such as "25%"`, hint);
      } else if (atMostAll && value > 100)
        refuse(field, `is ${shown(text)}; it must be at most "100%"`, 'Correct the percentage.');
    },
  };
}

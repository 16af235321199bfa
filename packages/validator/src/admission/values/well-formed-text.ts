import type { Field } from '../field.ts';
import { misfit, type Format } from '../formats/format.ts';
import { isContainerResource } from '../formats/resource-name.ts';
import type { Refuse, Rule } from '../rule.ts';

const explanation = {
  code: 'SEA3113',
  title: 'A text does not have the syntax that its field needs',
  meaning:
    'Names of other objects, host names, keys and qualified names have a syntax that the schema does not carry. An API server refuses the object.',
  fix: 'Correct the text as the finding says.',
} as const;

/** The name of a resource that a container can ask for. Source: core validation, `ValidateContainerResourceName`. */
export const containerResource: Rule = {
  explanation,
  check: (field, refuse) =>
    checkText(
      field,
      { what: 'cpu, memory, ephemeral-storage or a name with a domain', accepts: isContainerResource },
      refuse,
    ),
};

/** A text in a format, which is not empty. For fields that Go keeps behind a pointer, and for items of lists. */
export function exactly(format: Format): Rule {
  return {
    explanation,
    check(field, refuse) {
      if (field.value === '') refuse(field, 'is empty', 'Remove it, or write a text.');
      else checkText(field, format, refuse);
    },
  };
}

/** A text in a format; an empty one counts as one that is not set. */
export function written(format: Format): Rule {
  return {
    explanation,
    check: (field, refuse) => checkText(field, format, refuse),
  };
}

function checkText(field: Field, format: Format, refuse: Refuse): void {
  if (field.text === undefined || field.text === '') return;
  const wrong = misfit(format, field.text);
  if (wrong !== undefined) refuse(field, wrong.predicate, wrong.hint);
}

import { misfit } from '../formats/format.ts';
import { labelValue, qualifiedName, subdomain } from '../formats/names.ts';
import { checkLabels } from '../every-object/well-formed-labels.ts';
import type { Check, Rule } from '../rule.ts';
import { either, shown } from '../shown.ts';

const withValues = new Set(['In', 'NotIn']);
const withoutValues = new Set(['Exists', 'DoesNotExist']);
const withOneValue = new Set(['Gt', 'Lt']);

const explanation = {
  code: 'SEA3114',
  title: 'A selector is malformed',
  meaning:
    'A selector names labels that may exist: keys and values have the syntax of labels, "In" and "NotIn" need values, "Exists" and ' +
    '"DoesNotExist" have none, "Gt" and "Lt" (of nodes) have one.',
  fix: 'Correct the requirement that the finding names.',
} as const;

/** Source: k8s.io/apimachinery, pkg/apis/meta/v1/validation, `ValidateLabelSelector`. */
export const wellFormedSelector: Rule = {
  explanation,
  check(selector, refuse, context) {
    checkLabels(selector.at('matchLabels'), refuse, context);
    ofObjects(selector.at('matchExpressions'), refuse, context);
  },
};

/** Source: core validation, `ValidateNodeSelectorRequirement`. */
export const wellFormedNodeRequirements: Rule = {
  explanation,
  check: checkRequirements({ ofNodes: true, anyValue: false }),
};

/** Of preferences, where a value that no label can have only never matches. */
export const preferredNodeRequirements: Rule = {
  explanation,
  check: checkRequirements({ ofNodes: true, anyValue: true }),
};

const ofObjects = checkRequirements({ ofNodes: false, anyValue: false });

/** What a quota is for. Source: core validation, `validateScopeSelector`. */
export const wellFormedScopes: Rule = {
  explanation,
  check(requirements, refuse) {
    for (const requirement of requirements.items) {
      const [operator, values] = [requirement.at('operator'), requirement.at('values')];
      const word = operator.text ?? '';
      if (operator.text !== undefined && !withValues.has(word) && !withoutValues.has(word))
        refuse(
          operator,
          `is ${shown(word)}; it must be ${either([...withValues, ...withoutValues])}`,
          'Use one of these words.',
        );
      if (withValues.has(word) && values.items.length === 0)
        refuse(values, `is empty, but ${word} needs values`, 'Add a value, or use Exists.');
    }
  },
};

/** One of the fields that nodes are selected by. Source: core validation, `ValidateNodeFieldSelectorRequirement`. */
export const wellFormedNodeField: Rule = {
  explanation,
  check(requirement, refuse) {
    const [key, operator, values] = [
      requirement.at('key'),
      requirement.at('operator'),
      requirement.at('values'),
    ];
    if (key.text !== undefined && key.text !== 'metadata.name')
      refuse(key, `is ${shown(key.text)}; nodes are selected by no field but metadata.name`, 'Use labels.');
    if (operator.text !== undefined && !withValues.has(operator.text))
      refuse(
        operator,
        `is ${shown(operator.text)}; it must be ${either([...withValues])}`,
        'Use one of these words.',
      );
    if (values.items.length !== 1)
      refuse(values, `has ${values.items.length} values; it must be exactly one`, 'Leave one value.');
    for (const value of values.items) {
      const wrong = value.text === undefined ? undefined : misfit(subdomain, value.text);
      if (wrong !== undefined) refuse(value, wrong.predicate, wrong.hint);
    }
  },
};

function checkRequirements({
  ofNodes,
  anyValue,
}: {
  readonly ofNodes: boolean;
  readonly anyValue: boolean;
}): Check {
  const operators = [...withValues, ...withoutValues, ...(ofNodes ? withOneValue : [])];
  return (requirements, refuse) => {
    for (const requirement of requirements.items) {
      const [key, operator, values] = [
        requirement.at('key'),
        requirement.at('operator'),
        requirement.at('values'),
      ];
      if (key.text !== undefined && !qualifiedName.accepts(key.text))
        refuse(key, `is ${shown(key.text)}; a key must be ${qualifiedName.what}`, 'Correct the key.');
      const word = operator.text;
      if (word === undefined) continue;
      const count = values.items.length;
      if (!operators.includes(word))
        refuse(operator, `is ${shown(word)}; it must be ${either(operators)}`, 'Use one of these words.');
      else if (withValues.has(word) && count === 0)
        refuse(values, `is empty, but ${word} needs values`, 'Add a value, or use Exists.');
      else if (withoutValues.has(word) && count > 0)
        refuse(values, `is set, but ${word} takes no values`, 'Remove the values, or use In.');
      else if (withOneValue.has(word) && count !== 1)
        refuse(values, `has ${count} values, but ${word} takes exactly one`, 'Leave one value.');
      if (!anyValue) {
        for (const value of values.items) {
          const wrong = value.text === undefined ? undefined : misfit(labelValue, value.text);
          if (wrong !== undefined) refuse(value, wrong.predicate, wrong.hint);
        }
      }
    }
  };
}

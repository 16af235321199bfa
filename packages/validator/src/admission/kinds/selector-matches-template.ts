import type { Field } from '../field.ts';
import type { Refuse, Rule } from '../rule.ts';
import { shown } from '../shown.ts';

const explanation = {
  code: 'SEA3140',
  title: 'The selector of a workload does not select its own pods',
  meaning:
    'A workload finds its pods by labels, so the labels of its pod template must match its selector, and the selector must not be empty. ' +
    'An API server refuses the workload.',
  fix: 'Write the labels of the selector into the template. A selector that is already in the cluster cannot be changed.',
} as const;

/**
 * Of the `spec` of a Deployment, ReplicaSet, StatefulSet or DaemonSet.
 * Source: apps validation, `ValidatePodTemplateSpecForReplicaSet`, `ValidateDaemonSetSpec`, `ValidateStatefulSetSpec`.
 */
export const selectorMatchesTemplate: Rule = {
  explanation,
  check(spec, refuse) {
    const selector = spec.at('selector');
    if (!selector.isSet) return;
    const [wanted, expressions] = [selector.at('matchLabels'), selector.at('matchExpressions')];
    if (wanted.isEmpty && expressions.isEmpty) {
      refuse(
        selector,
        'is empty; it must select the pods of the template',
        'Add "matchLabels" with the labels of the template.',
      );
      return;
    }
    const labels = spec.at('template', 'metadata', 'labels');
    checkLabels(wanted, labels, refuse);
    for (const expression of expressions.items) checkExpression(expression, labels, refuse);
  },
};

/** Of the `spec` of a ReplicationController, whose selector is a plain map. Source: `ValidatePodTemplateSpecForRC`. */
export const plainSelectorMatchesTemplate: Rule = {
  explanation,
  check(spec, refuse) {
    const [selector, labels] = [spec.at('selector'), spec.at('template', 'metadata', 'labels')];
    // An API server fills in the labels of the template.
    if (selector.isEmpty && labels.isEmpty)
      refuse(selector, 'is missing, and the template has no labels', 'Add labels to the template.');
    checkLabels(selector, labels, refuse);
  },
};

function checkLabels(wanted: Field, labels: Field, refuse: Refuse): void {
  for (const [key, value] of wanted.entries) {
    const found = labels.at(key);
    if (value.text === undefined || found.text === value.text) continue;
    if (found.isSet)
      refuse(
        found,
        `is ${shown(found.value)}, but the selector wants ${shown(value.text)}`,
        'Write the same value in both.',
      );
    else
      refuse(
        labels,
        `has no ${shown(key)}, which the selector wants to be ${shown(value.text)}`,
        'Add the label to the template.',
      );
  }
}

function checkExpression(expression: Field, labels: Field, refuse: Refuse): void {
  const key = expression.at('key').text;
  if (key === undefined) return;
  const value = labels.at(key).text;
  const values = expression.at('values').texts;
  const matches: Readonly<Record<string, boolean>> = {
    In: value !== undefined && values.includes(value),
    NotIn: value === undefined || !values.includes(value),
    Exists: value !== undefined,
    DoesNotExist: value === undefined,
  };
  const operator = expression.at('operator').text ?? '';
  if (matches[operator] !== false) return;
  const wanted = [operator, ...(values.length > 0 ? [values.join(', ')] : [])].join(' ');
  refuse(
    labels,
    `does not match the selector, which wants ${shown(key)}: ${wanted}`,
    'Correct the labels of the template.',
  );
}

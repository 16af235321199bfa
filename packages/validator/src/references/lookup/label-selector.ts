import { fieldAt, listAt, textAt } from '../../json/fields.ts';
import { isRecord } from '../../json/is-record.ts';

/** One demand of a selector on labels. */
export interface Requirement {
  readonly key: string;
  readonly operator: 'In' | 'NotIn' | 'Exists' | 'DoesNotExist';
  readonly values: readonly string[];
}

/**
 * The requirements of a LabelSelector; none for an empty one, which selects everything. Undefined where the value is
 * no well-formed selector, so that nothing can be said of it.
 */
export function labelSelector(value: unknown): readonly Requirement[] | undefined {
  if (!isRecord(value)) return undefined;
  const labels = equalTo(value['matchLabels'] ?? {});
  const expressions = listAt(value, 'matchExpressions').map(expression);
  if (labels === undefined || expressions.includes(undefined)) return undefined;
  return [...labels, ...(expressions as readonly Requirement[])];
}

/** The requirements of a plain map of labels, as a Service has it. */
export function equalTo(value: unknown): readonly Requirement[] | undefined {
  if (!isRecord(value)) return undefined;
  const entries = Object.entries(value);
  if (entries.some(([, text]) => typeof text !== 'string')) return undefined;
  return entries.map(([key, text]) => ({ key, operator: 'In', values: [text as string] }));
}

function expression(value: unknown): Requirement | undefined {
  const key = textAt(value, 'key');
  const operator = textAt(value, 'operator');
  if (key === undefined) return undefined;
  if (operator !== 'In' && operator !== 'NotIn' && operator !== 'Exists' && operator !== 'DoesNotExist')
    return undefined;
  const values = listAt(value, 'values').filter((one) => typeof one === 'string');
  return fieldAt(value, 'values') !== undefined && values.length !== listAt(value, 'values').length
    ? undefined
    : { key, operator, values };
}

/** A requirement as `kubectl -l` takes it: `app=api`, `tier in (a, b)`, `!legacy`. */
export function requirementText({ key, operator, values }: Requirement): string {
  switch (operator) {
    case 'In':
      return values.length === 1 ? `${key}=${values[0] ?? ''}` : `${key} in (${values.join(', ')})`;
    case 'NotIn':
      return `${key} notin (${values.join(', ')})`;
    case 'Exists':
      return key;
    case 'DoesNotExist':
      return `!${key}`;
  }
}

export function selectorText(requirements: readonly Requirement[]): string {
  return requirements.map(requirementText).join(', ');
}

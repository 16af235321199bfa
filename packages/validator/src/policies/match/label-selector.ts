import { listAt, recordAt, textAt } from '../../json/fields.ts';
import { meets } from '../../rendered/meets.ts';

export type Labels = Readonly<Record<string, string>>;

/** One condition of a label selector; all of them must hold. */
interface Requirement {
  readonly key: string;
  readonly operator: string;
  readonly values: readonly string[];
}

/** A label selector of Kubernetes, read. */
export interface LabelSelector {
  /** Keys of the labels that it looks at. */
  readonly keys: readonly string[];
  matches(labels: Labels): boolean;
}

export function labelSelector(selector: unknown): LabelSelector {
  const requirements = requirementsOf(selector);
  return {
    keys: requirements.map(({ key }) => key),
    matches: (labels) => requirements.every((one) => meets(one, labels) ?? !Object.hasOwn(labels, one.key)),
  };
}

/** What the API machinery says against a selector, as a clause; undefined when it is well formed. */
export function selectorProblem(selector: unknown): string | undefined {
  for (const { key, operator, values } of requirementsOf(selector)) {
    if (!['In', 'NotIn', 'Exists', 'DoesNotExist'].includes(operator))
      return `it has the operator ${operator || '(none)'} for ${key}, which is none of In, NotIn, Exists and DoesNotExist`;
    const takesValues = operator === 'In' || operator === 'NotIn';
    if (takesValues !== values.length > 0)
      return `the operator ${operator} for ${key} ${takesValues ? 'needs values' : 'takes no values'}`;
    if (!namePattern.test(key) || key.length > 316)
      return `${key || 'an empty key'} is not the name of a label`;
    const wrong = values.find((value) => value.length > 63 || !valuePattern.test(value));
    if (wrong !== undefined) return `${wrong} is not a value that a label can have`;
  }
  return undefined;
}

const namePattern = /^([a-z0-9]([-a-z0-9.]*[a-z0-9])?\/)?[A-Za-z0-9]([-\w.]{0,61}[A-Za-z0-9])?$/;
const valuePattern = /^([A-Za-z0-9]([-\w.]*[A-Za-z0-9])?)?$/;

function requirementsOf(selector: unknown): readonly Requirement[] {
  const labels = Object.entries(recordAt(selector, 'matchLabels')).map(([key, value]) => ({
    key,
    operator: 'In',
    values: texts([value]),
  }));
  const expressions = listAt(selector, 'matchExpressions').map((expression) => ({
    key: textAt(expression, 'key') ?? '',
    operator: textAt(expression, 'operator') ?? '',
    values: texts(listAt(expression, 'values')),
  }));
  return [...labels, ...expressions];
}

/** The labels of an object; none where one of them is no text, as Gatekeeper's reader has it. */
export function labelsOf(object: unknown): Labels {
  const labels = recordAt(object, 'metadata', 'labels');
  return Object.values(labels).every((value) => typeof value === 'string') ? (labels as Labels) : {};
}

const texts = (values: readonly unknown[]): readonly string[] =>
  values.filter((value) => typeof value === 'string');

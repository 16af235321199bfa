import type { Metadata } from './accumulated.ts';

/** One requirement of a selector; what is asked to be absent always may be. */
type Requirement = { readonly key: string; readonly values?: readonly string[] } | 'absence';

const requirement =
  /^\s*(?:(!)\s*[\w./-]+|([\w./-]+)\s*(?:(==?|!=)\s*([\w.-]*)|\s(in|notin)\s*\(([^()]*)\))?)\s*(?:,|$)/;

/**
 * A test of the labels that an object had or has: `false` means that the selector surely does not match. Undefined when
 * the expression cannot be understood. Source: the label selectors of the Kubernetes API.
 */
export function mayMatchLabels(expression: string): ((labels: readonly Metadata[]) => boolean) | undefined {
  const requirements: Requirement[] = [];
  for (let rest = expression; rest.trim() !== '';) {
    const match = requirement.exec(rest);
    if (match === null) return undefined;
    requirements.push(requirementOf(match));
    rest = rest.slice(match[0].length);
  }
  return (labels) => requirements.every((one) => mayHold(one, labels));
}

function requirementOf([, not, key = '', operator, value, set, members]: RegExpExecArray): Requirement {
  if (not !== undefined || operator === '!=' || set === 'notin') return 'absence';
  if (operator !== undefined) return { key, values: [value ?? ''] };
  if (set === 'in') return { key, values: (members ?? '').split(',').map((member) => member.trim()) };
  return { key };
}

function mayHold(one: Requirement, labels: readonly Metadata[]): boolean {
  if (one === 'absence') return true;
  const { key, values } = one;
  return labels.some(
    (map) => Object.hasOwn(map, key) && (values === undefined || values.includes(String(map[key]))),
  );
}

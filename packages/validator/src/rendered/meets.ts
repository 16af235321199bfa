/** One requirement of a label selector. */
interface Requirement {
  readonly key: string;
  readonly operator: string | undefined;
  readonly values: readonly unknown[];
}

/** Whether labels meet a requirement as the API machinery has it; undefined for an operator that there is not. */
export function meets(
  { key, operator, values }: Requirement,
  labels: Readonly<Record<string, unknown>>,
): boolean | undefined {
  const value = Object.hasOwn(labels, key) ? labels[key] : undefined;
  const isIn = value !== undefined && values.includes(value);
  switch (operator) {
    case 'In':
      return isIn;
    case 'NotIn':
      return !isIn;
    case 'Exists':
      return value !== undefined;
    case 'DoesNotExist':
      return value === undefined;
    default:
      return undefined;
  }
}

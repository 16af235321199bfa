import { listAt, recordAt, textAt } from '../../json/fields.ts';

/** Whether a label selector matches these labels. One without any demand matches everything. */
export function selects(selector: unknown, labels: Readonly<Record<string, unknown>>): boolean {
  const value = (key: string): unknown => (Object.hasOwn(labels, key) ? labels[key] : undefined);
  return (
    Object.entries(recordAt(selector, 'matchLabels')).every(([key, wanted]) => value(key) === wanted) &&
    listAt(selector, 'matchExpressions').every((expression) => {
      const found = value(textAt(expression, 'key') ?? '');
      const values = listAt(expression, 'values');
      switch (textAt(expression, 'operator')) {
        case 'In':
          return found !== undefined && values.includes(found);
        case 'NotIn':
          return found === undefined || !values.includes(found);
        case 'Exists':
          return found !== undefined;
        case 'DoesNotExist':
          return found === undefined;
        default:
          return false;
      }
    })
  );
}

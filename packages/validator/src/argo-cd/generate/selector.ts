import { listAt, recordAt, textAt } from '../../json/fields.ts';
import { meets } from '../../rendered/meets.ts';

/** Whether a label selector matches these labels. One without any demand matches everything. */
export function selects(selector: unknown, labels: Readonly<Record<string, unknown>>): boolean {
  return (
    Object.entries(recordAt(selector, 'matchLabels')).every(
      ([key, wanted]) => Object.hasOwn(labels, key) && labels[key] === wanted,
    ) &&
    listAt(selector, 'matchExpressions').every((expression) => {
      const key = textAt(expression, 'key') ?? '';
      const [operator, values] = [textAt(expression, 'operator'), listAt(expression, 'values')];
      return meets({ key, operator, values }, labels);
    })
  );
}

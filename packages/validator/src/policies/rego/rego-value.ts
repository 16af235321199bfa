/** A value of Rego as OPA writes it down: unlike in JSON, numbers keep their digits and sets are not lists. */
export type RegoValue =
  | { readonly type: 'null' }
  | { readonly type: 'boolean'; readonly value: boolean }
  | { readonly type: 'number'; readonly text: string }
  | { readonly type: 'string'; readonly value: string }
  | { readonly type: 'array'; readonly items: readonly RegoValue[] }
  | { readonly type: 'object'; readonly entries: readonly (readonly [RegoValue, RegoValue])[] }
  | { readonly type: 'set'; readonly items: readonly RegoValue[] };

const order: readonly RegoValue['type'][] = ['null', 'boolean', 'number', 'string', 'array', 'object', 'set'];

/** OPA's total order of values: by type first, then by content. Source: OPA, v1/ast/compare.go. */
export function compareRego(a: RegoValue, b: RegoValue): number {
  if (a.type === 'boolean' && b.type === 'boolean') return Number(a.value) - Number(b.value);
  if (a.type === 'number' && b.type === 'number') return Number(a.text) - Number(b.text);
  if (a.type === 'string' && b.type === 'string') return compareTexts(a.value, b.value);
  if (a.type === 'array' && b.type === 'array') return compareLists(a.items, b.items);
  if (a.type === 'set' && b.type === 'set') return compareLists(a.items, b.items);
  if (a.type === 'object' && b.type === 'object') return compareLists(a.entries.flat(), b.entries.flat());
  return order.indexOf(a.type) - order.indexOf(b.type);
}

function compareLists(a: readonly RegoValue[], b: readonly RegoValue[]): number {
  for (const [index, item] of a.entries()) {
    const other = b[index];
    if (other === undefined) return 1;
    const difference = compareRego(item, other);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

/** Go compares texts by their bytes in UTF-8, which is the order of code points. */
function compareTexts(a: string, b: string): number {
  return a === b ? 0 : Buffer.compare(Buffer.from(a), Buffer.from(b));
}

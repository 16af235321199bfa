import { isRecord } from '../../json/is-record.ts';

/** A value as Go's `%v` prints it. Maps are printed in the order of their keys, as Go does. */
export function formatValue(value: unknown): string {
  if (value === null || value === undefined) return '<nil>';
  if (typeof value === 'number') return formatFloat(value);
  if (Array.isArray(value)) return `[${value.map(formatValue).join(' ')}]`;
  if (isRecord(value)) {
    const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    return `map[${entries.map(([key, inner]) => `${key}:${formatValue(inner)}`).join(' ')}]`;
  }
  return String(value);
}

/** As an action prints it: what is not there is said to be so. */
export function printValue(value: unknown): string {
  return value === null || value === undefined ? '<no value>' : formatValue(value);
}

/** Go writes an exponent below 1e-4 and from 1e21 on, with two digits at least. */
function formatFloat(value: number): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'NaN' : value > 0 ? '+Inf' : '-Inf';
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-4 || size >= 1e21))
    return value.toExponential().replace(/e([+-])(\d)$/, 'e$10$2');
  return String(value);
}

/** Milliseconds for people: `840 ms`, `9.6 s`, `2 min 14 s`. */
export function duration(milliseconds: number): string {
  if (milliseconds < 999.5) return `${Math.round(milliseconds)} ms`;
  if (milliseconds < 59_950) return `${(milliseconds / 1000).toFixed(1)} s`;
  const seconds = Math.round(milliseconds / 1000);
  return `${Math.floor(seconds / 60)} min ${String(seconds % 60).padStart(2, '0')} s`;
}

/** A figure with its unit. Times become readable ones; everything else keeps its unit: `3 writes`. */
export function figure({ value, unit }: { readonly value: number; readonly unit: string }): string {
  if (unit === 'ms') return duration(value);
  if (unit === 's') return duration(value * 1000);
  return `${Number.isInteger(value) ? value : value.toFixed(1)} ${value === 1 ? singular(unit) : unit}`;
}

function singular(unit: string): string {
  return unit.endsWith('s') ? unit.slice(0, -1) : unit;
}

/** Middle of sorted numbers; of an even count the lower one, so that it is always a time that was measured. */
export function spread(
  times: readonly number[],
): { readonly min: number; readonly median: number; readonly max: number } | undefined {
  const sorted = times.toSorted((a, b) => a - b);
  const [min, median, max] = [sorted[0], sorted[(sorted.length - 1) >> 1], sorted.at(-1)];
  return min === undefined || median === undefined || max === undefined ? undefined : { min, median, max };
}

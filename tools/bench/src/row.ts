/** One line of the result. */
export interface Row {
  readonly what: string;
  readonly ours: string;
  readonly theirs: string;
  /** What the goal is about: a ratio of two times, or bytes. */
  readonly value: number;
  readonly goal: number;
  readonly unit: 'ratio' | 'bytes';
}

const heads = ['', 'Seatrial', 'against', 'result', 'goal', ''] as const;

/** A table for people, one line a row, with whether the goal is met. */
export function printRows(rows: readonly Row[]): string {
  const lines = rows.map(({ what, ours, theirs, value, goal, unit }) => [
    what,
    ours,
    theirs,
    shown(value, unit),
    `at most ${shown(goal, unit)}`,
    value <= goal ? 'met' : 'NOT met',
  ]);
  const all = [heads, ...lines];
  const widths = heads.map((_, column) => Math.max(...all.map((line) => line[column]?.length ?? 0)));
  return all
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

export function seconds(value: number): string {
  return `${value.toFixed(2)} s`;
}

export function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1e6)} MB`;
}

function shown(value: number, unit: Row['unit']): string {
  return unit === 'bytes' ? megabytes(value) : value.toFixed(2);
}

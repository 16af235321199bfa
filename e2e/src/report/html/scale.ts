/** A stretch of time that a drawing covers, in milliseconds of the rehearsal's clock. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Places on a drawing are percent of its width, so that it needs no script to fit any window. */
export function percent({ from, to }: Span, at: number): string {
  return `${fraction({ from, to }, at).toFixed(3)}%`;
}

/** Width of a stretch; what sticks out of the drawing is cut off. */
export function widthOf(span: Span, stretch: Span): string {
  return `${(fraction(span, stretch.to) - fraction(span, stretch.from)).toFixed(3)}%`;
}

function fraction({ from, to }: Span, at: number): number {
  return to <= from ? 0 : Math.min(100, Math.max(0, ((at - from) / (to - from)) * 100));
}

const steps = [100, 200, 500, 1000, 2000, 5000, 10_000, 15_000, 30_000, 60_000, 120_000, 300_000, 600_000];

/** Round times since the start of the span, at most `most` of them. */
export function ticks({ from, to }: Span, most: number): readonly number[] {
  const step = steps.find((step) => (to - from) / step <= most) ?? Math.ceil((to - from) / most);
  return Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, index) => from + index * step);
}

/** `12 s`, `1:30`: a time on an axis. */
export function clockText(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 100) / 10;
  if (seconds < 60) return `${seconds} s`;
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

/** Puts marks into rows so that two of one row are at least `apart` percent from each other; row by mark. */
export function stagger(span: Span, times: readonly number[], apart: number): readonly number[] {
  const lastOfRow: number[] = [];
  const rows: number[] = [];
  const order = times.map((at, index) => ({ x: fraction(span, at), index })).sort((a, b) => a.x - b.x);
  for (const { x, index } of order) {
    const free = lastOfRow.findIndex((last) => x - last >= apart);
    const row = free === -1 ? lastOfRow.length : free;
    lastOfRow[row] = x;
    rows[index] = row;
  }
  return rows;
}

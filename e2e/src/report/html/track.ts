import { html, type Html } from './html.ts';
import { clockText, percent, stagger, ticks, type Span } from './scale.ts';

/** Heights in pixels; widths are percent of the drawing. */
const axisHeight = 18;
const markHeight = 20;

/** One row of a drawing: a name beside a strip of time. `label` says the same for people who do not see it. */
export function track({
  name,
  height,
  label,
  strip,
}: {
  readonly name: Html;
  readonly height: number;
  readonly label: string;
  readonly strip: Html;
}): Html {
  return html`<div class="track">
    <div class="name">${name}</div>
    <svg width="100%" height="${height}" role="img" aria-label="${label}">${strip}</svg>
  </div> `;
}

/** Thin lines through a strip: at every tick, and where something happened. */
export function lines(span: Span, height: number, marks: readonly number[]): Html {
  return html`${ticks(span, 12).map((at) => line(span, at, height, 'tick'))}${marks.map((at) => line(span, at, height, 'mark'))}`;
}

function line(span: Span, at: number, height: number, kind: string): Html {
  const x = percent(span, at);
  return html`<line class="${kind}" x1="${x}" x2="${x}" y1="0" y2="${height}" />`;
}

/** The times of a drawing, since its beginning; a narrow window has fewer of them. */
export function axis(span: Span): Html {
  const all = ticks(span, 12);
  const few = new Set(ticks(span, 4));
  const texts = all.map(
    (at) =>
      html`<text class="${few.has(at) ? 'time' : 'time wide'}" x="${percent(span, at)}" y="12"
        >${clockText(at - span.from)}</text
      >`,
  );
  return html`<div class="track axis">
    <div class="name"></div>
    <svg width="100%" height="${axisHeight}" aria-hidden="true">${texts}</svg>
  </div> `;
}

/** Something that happened at one moment: a letter or number in a ring, told in words in the list below the drawing. */
export interface Mark {
  readonly at: number;
  readonly sign: string;
  readonly title: string;
}

/** Marks in as many rows as they need, once for a wide window and once for a narrow one. */
export function marksRow(name: string, span: Span, marks: readonly Mark[], label: string): Html {
  if (marks.length === 0) return html``;
  return html`${(['wide', 'narrow'] as const).map((window) => {
    const rows = staggered(span, marks, window === 'wide' ? 3 : 8);
    const height = (Math.max(...rows.map(({ row }) => row)) + 1) * markHeight;
    return html`<div class="track marks ${window}">
      <div class="name">${name}</div>
      <svg width="100%" height="${height}" role="img" aria-label="${label}">
        ${rows.map(({ at, sign, title, row }) => {
          const x = percent(span, at);
          const y = row * markHeight + markHeight / 2;
          return html`<g
            ><title>${title}</title><line class="mark" x1="${x}" x2="${x}" y1="${y}" y2="${height}" /><circle
              cx="${x}"
              cy="${y}"
              r="9"
            /><text x="${x}" y="${y + 4}">${sign}</text></g
          >`;
        })}
      </svg>
    </div> `;
  })}`;
}

function staggered(
  span: Span,
  marks: readonly Mark[],
  apart: number,
): readonly (Mark & { readonly row: number })[] {
  const rows = stagger(
    span,
    marks.map(({ at }) => at),
    apart,
  );
  return marks.map((mark, index) => ({ ...mark, row: rows[index] ?? 0 }));
}

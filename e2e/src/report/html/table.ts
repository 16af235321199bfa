import { html, type Html } from './html.ts';

/** A table that becomes one card a row in a narrow window; its roles are said, since that takes them from a browser's own. */
export function table(
  headings: readonly string[],
  rows: readonly (readonly (string | Html)[])[],
  caption: string,
  /** How wide: as the page, as its texts, or in a form of its own. */
  form: 'whole' | 'snug' | 'kinds' | 'stand-ins' = 'whole',
): Html {
  return html`<div class="table ${form}">
    <table role="table" aria-label="${caption}">
      <thead role="rowgroup">
        <tr role="row">
          ${headings.map((heading) => html`<th role="columnheader" scope="col">${heading}</th>`)}
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${rows.map(
          (cells) =>
            html`<tr role="row">
              ${cells.map((cell, index) => html`<td role="cell" data-label="${headings[index]}">${cell}</td>`)}
            </tr> `,
        )}
      </tbody>
    </table>
  </div>`;
}

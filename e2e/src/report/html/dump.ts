import type { DumpPart } from '../../trial/claim.ts';
import { html, plainText, trusted, type Html } from './html.ts';

/** Lines that the browser lays out together: it skips those that nobody looks at, so that a big log opens at once. */
const linesOfBlock = 200;

/** A part of a dump, closed at first; its text scrolls in a window of its own. */
export function dump({ title, text }: DumpPart): Html {
  const lines = text.split('\n');
  const blocks = Array.from({ length: Math.ceil(lines.length / linesOfBlock) }, (_, index) =>
    lines.slice(index * linesOfBlock, (index + 1) * linesOfBlock).join('\n'),
  );
  return html`<details class="dump">
    <summary>
      ${title} <span class="muted">${lines.length === 1 ? '1 line' : `${lines.length} lines`}</span>
    </summary>
    <div class="log" tabindex="0" role="region" aria-label="${title}">
      ${blocks.map((block, index) => preformatted(block, index < blocks.length - 1))}
    </div>
    <p class="in-print">The text is in rehearsal.json.</p>
  </details> `;
}

/** Not from a template: every character between its tags shows, and the first line end does not. */
function preformatted(text: string, whole: boolean): Html {
  return html`${trusted(`<pre${whole ? ' class="block"' : ''}>\n`)}${plainText(text)}${trusted('</pre>')}`;
}

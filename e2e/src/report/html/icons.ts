import type { Outcome } from '../../trial/claim.ts';
import { html, trusted, type Html } from './html.ts';

/** One shape an outcome, so that colour is never the only sign. Drawn on a field of 16 by 16. */
const shapes: Readonly<Record<Outcome, string>> = {
  proven: '<path d="M3 8.5l3.2 3.2L13 4.8"/>',
  disproven: '<path d="M4 4l8 8M12 4l-8 8"/>',
  timeout: '<path d="M4 2.5h8M4 13.5h8M5 2.5c0 3.5 6 7.5 6 11M11 2.5c0 3.5-6 7.5-6 11"/>',
  infrastructure: '<path d="M9.5 1.5L4.5 9h3.5l-1.5 5.5L11.5 7H8z"/>',
  'not proven here':
    '<path d="M3.5 8h9" stroke-dasharray="2 2"/><circle cx="8" cy="8" r="6" stroke-dasharray="2.2 2"/>',
};

/** Fills of timelines: stripes tell states apart in print and without colour. */
const patterns = `
<pattern id="stripes" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="ground" width="6" height="6"/><rect class="line" width="3" height="6"/></pattern>
<pattern id="bars" width="5" height="5" patternUnits="userSpaceOnUse"><rect class="ground" width="5" height="5"/><rect class="line" width="2.5" height="5"/></pattern>
<pattern id="hatch" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)"><rect class="ground" width="7" height="7"/><rect class="line" width="3" height="7"/></pattern>
<pattern id="open" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="line" width="2" height="6"/></pattern>
<pattern id="fence" width="8" height="8" patternUnits="userSpaceOnUse"><rect class="ground" width="8" height="8"/><path class="wire" d="M0 0l8 8M8 0l-8 8"/></pattern>`;

/** Everything that drawings refer to; stands once in the page. */
export function definitions(): Html {
  const symbols = Object.entries(shapes).map(
    ([outcome, shape]) =>
      `<symbol id="${iconOf(outcome)}" viewBox="0 0 16 16" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">${shape}</symbol>`,
  );
  return trusted(
    `<svg class="definitions" width="0" height="0" aria-hidden="true"><defs>${symbols.join('')}${patterns}</defs></svg>`,
  );
}

/** The shape of an outcome; beside it stands its word. */
export function icon(outcome: Outcome): Html {
  return html`<svg class="icon" aria-hidden="true"><use href="#${iconOf(outcome)}" /></svg>`;
}

/** The class of an outcome: `not-proven-here`. */
export function classOf(outcome: Outcome): string {
  return outcome.replaceAll(' ', '-');
}

/** Shape and word. */
export function badge(outcome: Outcome): Html {
  return html`<span class="badge ${classOf(outcome)}">${icon(outcome)}${outcome}</span>`;
}

function iconOf(outcome: string): string {
  return `icon-${outcome.replaceAll(' ', '-')}`;
}

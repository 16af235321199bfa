import type { Proof } from '../../trial/claim.ts';
import type { Rehearsal } from '../rehearsal.ts';
import { byKind, placeOf, worstFirst } from '../verdict.ts';
import type { Section } from './html-report.ts';
import { html, type Html } from './html.ts';
import { classOf, icon } from './icons.ts';
import { anchorOf } from './proof-body.ts';

/** What was shown where: a row a place, a column a kind of proof, the worst outcome in each cell. */
export function matrixSection(rehearsal: Rehearsal): Section | undefined {
  const kinds = byKind(rehearsal).map(({ kind }) => kind);
  if (kinds.length === 0) return undefined;
  const places = Map.groupBy(rehearsal.proofs, placeOf);
  const known = rehearsal.timeline.placements.map(({ placement }) => placement);
  const rows = [...new Set([...known, ...places.keys()])];
  return {
    id: 'matrix',
    title: 'What was shown where',
    body: html`<p class="lead">
        A cell holds the worst outcome of its claims and leads to it. An empty cell: nothing was tried there.
      </p>
      <div class="scroll" tabindex="0" role="region" aria-label="Outcomes by place and kind">
        <table class="matrix">
          <thead>
            <tr>
              <th scope="col">Place</th>
              ${kinds.map((kind) => html`<th scope="col" class="turned"><span>${kind}</span></th>`)}
            </tr>
          </thead>
          <tbody>
            ${rows.map(
              (place) =>
                html`<tr>
                  <th scope="row">${place}</th>
                  ${kinds.map((kind) => cellOf((places.get(place) ?? []).filter((proof) => proof.kind === kind)))}
                </tr> `,
            )}
          </tbody>
        </table>
      </div>`,
  };
}

function cellOf(proofs: readonly Proof[]): Html {
  const [worst] = worstFirst(proofs);
  if (worst === undefined) return html`<td></td>`;
  const words = `${worst.outcome}: ${worst.sentence}`;
  return html`<td>
    <a class="${classOf(worst.outcome)}" href="#${anchorOf(worst)}" aria-label="${words}" title="${words}"
      >${icon(worst.outcome)}${proofs.length > 1 && proofs.length}</a
    >
  </td>`;
}

import type { Rehearsal } from '../rehearsal.ts';
import { placeOf, verdictOf } from '../verdict.ts';
import type { Section } from './html-report.ts';
import { html } from './html.ts';
import { icon } from './icons.ts';
import { anchorOf } from './proof-body.ts';

/** What this ground cannot decide, by its reason. It is never counted as proven. */
export function notProvenSection(rehearsal: Rehearsal): Section | undefined {
  const { notProven } = verdictOf(rehearsal);
  if (notProven.length === 0) return undefined;
  const reasons = Map.groupBy(notProven, ({ reason }) => reason ?? 'No reason was given.');
  return {
    id: 'not-proven',
    title: 'Not proven here',
    body: html`<p class="lead">
        These claims cannot be decided on this ground. None of them counts as proven.
      </p>
      <ul class="not-proven">
        ${[...reasons].map(
          ([reason, proofs]) =>
            html`<li>
              <p class="reason">${icon('not proven here')}<span>${reason}</span></p>
              <ul>
                ${proofs.map((proof) => html`<li><a href="#${anchorOf(proof)}">${proof.sentence}</a> <span class="muted">${proof.kind}, ${placeOf(proof)}</span></li>`)}
              </ul>
            </li>`,
        )}
      </ul>`,
  };
}

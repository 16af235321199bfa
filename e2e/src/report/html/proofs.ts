import type { Proof } from '../../trial/claim.ts';
import { duration } from '../duration.ts';
import type { Rehearsal } from '../rehearsal.ts';
import { byKind, isFailure, outcomes, placeOf, planeNote } from '../verdict.ts';
import type { Section } from './html-report.ts';
import { html, type Html } from './html.ts';
import { badge, classOf, icon } from './icons.ts';
import { kindsTable } from './kinds-table.ts';
import { anchorOf, proofBody } from './proof-body.ts';

/** Every proof by its kind, with what was seen. One that failed stands at the top of the page and is named here. */
export function proofsSection(rehearsal: Rehearsal): Section | undefined {
  const groups = byKind(rehearsal);
  if (groups.length === 0) return undefined;
  return {
    id: 'proofs',
    title: 'Every proof',
    body: html`${kindsTable(rehearsal)}
      <p class="note">${planeNote(rehearsal.plane)}</p>
      <fieldset class="filter">
        <legend>Show</legend>
        ${outcomes.map(
          (outcome) =>
            html`<label class="${classOf(outcome)}"
              ><input
                type="checkbox"
                id="show-${classOf(outcome)}"
                checked
              />${icon(outcome)}${outcome}</label
            >`,
        )}
      </fieldset>
      ${groups.map(
        ({ kind, title, promise, proofs }) =>
          html`<section class="kind" id="kind-${kind}" aria-labelledby="kind-${kind}-title">
            <h3 id="kind-${kind}-title">
              ${title}
              <span class="muted"
                >${proofs.filter(({ outcome }) => outcome === 'proven').length} of ${proofs.length}
                proven</span
              >
            </h3>
            ${promise !== '' && html`<p class="lead">${promise}</p>`}
            ${proofs.map((proof) => (isFailure(proof) ? namedAbove(proof) : proofDetails(proof)))}
          </section> `,
      )}`,
  };
}

function namedAbove(proof: Proof): Html {
  return html`<p class="proof named ${classOf(proof.outcome)}">
    <a href="#${anchorOf(proof)}">${lineOf(proof)}</a>
  </p> `;
}

function proofDetails(proof: Proof): Html {
  return html`<details class="proof ${classOf(proof.outcome)}">
    <summary>${lineOf(proof)}</summary>
    <div class="body" id="${anchorOf(proof)}">
      ${proof.reason !== undefined && html`<p class="reason">${proof.reason}</p>`}${proofBody(proof)}
    </div>
  </details> `;
}

function lineOf(proof: Proof): Html {
  const { outcome, sentence, began, ended } = proof;
  return html`<span class="line">
    ${badge(outcome)} <span class="sentence">${sentence}</span> <span class="where">${placeOf(proof)}</span>
    <span class="took">${outcome === 'not proven here' ? 'not tried' : duration(ended - began)}</span>
  </span>`;
}

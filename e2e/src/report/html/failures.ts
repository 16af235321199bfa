import { duration } from '../duration.ts';
import type { Rehearsal } from '../rehearsal.ts';
import { placeOf, verdictOf } from '../verdict.ts';
import type { Section } from './html-report.ts';
import { html } from './html.ts';
import { badge, classOf } from './icons.ts';
import { anchorOf, proofBody } from './proof-body.ts';

/** What failed, worst first, with everything that helps to find the cause. */
export function failuresSection(rehearsal: Rehearsal): Section | undefined {
  const { failures } = verdictOf(rehearsal);
  if (failures.length === 0) return undefined;
  return {
    id: 'failures',
    title: failures.length === 1 ? '1 failure' : `${failures.length} failures`,
    body: html`${failures.map(
      (proof) =>
        html`<article
          class="failure ${classOf(proof.outcome)}"
          id="${anchorOf(proof)}"
          aria-labelledby="${anchorOf(proof)}-title"
        >
          <p class="line">
            ${badge(proof.outcome)} <code>${placeOf(proof)}</code>
            <span class="muted">${proof.kind}, after ${duration(proof.ended - proof.began)}</span>
          </p>
          <h3 id="${anchorOf(proof)}-title">${proof.sentence}</h3>
          <p class="reason">${proof.reason ?? `No reason was given with “${proof.outcome}”.`}</p>
          ${proofBody(proof)}
        </article> `,
    )}`,
  };
}

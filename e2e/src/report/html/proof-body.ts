import type { Proof } from '../../trial/claim.ts';
import { duration, figure } from '../duration.ts';
import { dump } from './dump.ts';
import { html, type Html } from './html.ts';

/** The anchor of a proof: the same in every rehearsal of the fleet, so that a link to it keeps its meaning. */
export function anchorOf({ id }: { readonly id: string }): string {
  return `proof-${id.replaceAll(/[^\w.-]/g, '-')}`;
}

/** What was measured and seen of one proof, and the dump of one that failed. */
export function proofBody(proof: Proof): Html {
  const { id, plane, began, ended, measures, seen, dump: parts = [] } = proof;
  return html`<dl class="facts small">
      <div>
        <dt>Claim</dt>
        <dd><code>${id}</code></dd>
      </div>
      <div>
        <dt>Ran</dt>
        <dd>${duration(began)} to ${duration(ended)} of the rehearsal</dd>
      </div>
      ${measures.map(
        (measure) =>
          html`<div>
            <dt>${measure.name}</dt>
            <dd>${figure(measure)}</dd>
          </div>`,
      )}
      <div>
        <dt>Plane</dt>
        <dd>${plane}</dd>
      </div>
    </dl>
    ${
      seen.length > 0 &&
      html`<h4>What was seen</h4>
        <ol class="seen">
          ${seen.map(({ at, text }) => html`<li><span class="when">+${duration(Math.max(0, at - began))}</span> <span>${text}</span></li>`)}
        </ol>`
    }
    ${
      parts.length > 0 &&
      html`<h4>Dump</h4>
        ${parts.map(dump)}`
    }`;
}

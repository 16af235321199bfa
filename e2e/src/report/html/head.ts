import { duration } from '../duration.ts';
import type { Rehearsal } from '../rehearsal.ts';
import { selectionNote } from '../selection.ts';
import { outcomes, planeNote, verdictOf } from '../verdict.ts';
import { html, type Html } from './html.ts';
import { classOf, icon } from './icons.ts';
import { percent, widthOf } from './scale.ts';

const words = { failed: 'disproven', open: 'not proven here', proven: 'proven' } as const;

/** The head of the page: how it went in one sentence, the counts, and what its times stand for. */
export function headSection(rehearsal: Rehearsal): Html {
  const { fleet, began, took, stages, plane, provider, ended, reason } = rehearsal;
  const { state, sentence, failures } = verdictOf(rehearsal);
  const sign = failures.length === 0 && ended === 'infrastructure' ? 'infrastructure' : words[state];
  const selected = selectionNote(rehearsal);
  const date = new Date(began).toISOString();
  return html`<header class="head">
    <p class="eyebrow"><span class="brand">Seatrial</span> rehearsal of a fleet</p>
    <h1>${fleet}</h1>
    <p class="verdict ${classOf(sign)}">${icon(sign)}<span>${sentence}</span></p>
    ${selected !== undefined && html`<p class="notice"><b>It was asked for less than everything.</b> ${selected}</p>`}
    ${
      ended !== 'complete' &&
      html`<p class="notice">
        <b
          >${ended === 'interrupted' ? 'It was interrupted' : 'It did not run to its end: the ground gave way'}.</b
        >
        ${reason} What is here is what there was until then.
      </p>`
    }
    ${countsOf(rehearsal)}
    <dl class="facts">
      ${fact('Began', html`<time datetime="${date}">${date.slice(0, 16).replace('T', ' ')} UTC</time>`)}
      ${fact('Took', html`${duration(took)}`)}
      ${stages.slice(0, 1).map(({ title, began, ended }) => fact(title, html`${duration(ended - began)}`))}
      ${fact('Provider', html`${provider}`)} ${fact('Plane', html`${plane}`)}
    </dl>
    <p class="plane">
      <b>${upperFirst(planeNote(plane))}.</b> ${
        plane === 'control plane'
          ? 'Real API servers and a real Argo CD; pods are modelled and no packets flow. Every time on this page is one of that ground.'
          : 'Real clusters on one machine, with the deadlines of a rehearsal. Every time on this page is one of that ground.'
      }
    </p>
  </header>`;
}

function fact(name: string, value: Html): Html {
  return html`<div>
    <dt>${name}</dt>
    <dd>${value}</dd>
  </div>`;
}

/** A count an outcome, and all of them as one bar. */
function countsOf(rehearsal: Rehearsal): Html {
  const { counts } = verdictOf(rehearsal);
  const span = { from: 0, to: rehearsal.proofs.length };
  let before = 0;
  const stretches = outcomes.map((outcome) => {
    const stretch = { from: before, to: (before += counts[outcome]) };
    return html`<rect
      class="${classOf(outcome)}"
      x="${percent(span, stretch.from)}"
      width="${widthOf(span, stretch)}"
      height="12"
    />`;
  });
  return html`<ul class="counts">
      ${outcomes.map(
        (outcome) =>
          html`<li class="${classOf(outcome)}${counts[outcome] === 0 && ' none'}">
            <span class="count">${icon(outcome)}${counts[outcome]}</span> <span class="word">${outcome}</span>
          </li>`,
      )}
    </ul>
    <svg class="share" width="100%" height="12" aria-hidden="true">${stretches}</svg>`;
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

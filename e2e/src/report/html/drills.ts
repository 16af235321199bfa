import { duration, figure } from '../duration.ts';
import type { Drill, Rehearsal } from '../rehearsal.ts';
import { isFailure, planeNote } from '../verdict.ts';
import { drillFigure, drillLegend } from './drill-figure.ts';
import type { Section } from './html-report.ts';
import { html, type Html } from './html.ts';
import { badge } from './icons.ts';
import { anchorOf } from './proof-body.ts';
import { table } from './table.ts';

/** Every failover, also the ones that had to be refused, second by second for both clusters. */
export function drillsSection(rehearsal: Rehearsal): Section | undefined {
  const { proofs } = rehearsal;
  const isLost = ({ claim }: Drill): boolean =>
    proofs.some((proof) => proof.id === claim && isFailure(proof));
  const drills = rehearsal.drills.toSorted((a, b) => Number(isLost(b)) - Number(isLost(a)));
  if (drills.length === 0) return undefined;
  return {
    id: 'failover',
    title: 'Failover, second by second',
    body: html`${drillLegend()}${drills.map((drill, index) => drillArticle(drill, index, rehearsal))}`,
  };
}

function drillArticle(drill: Drill, index: number, { proofs, plane }: Rehearsal): Html {
  const { name, claim, from, to, began, ended, steps, measures } = drill;
  const proof = proofs.find(({ id }) => id === claim);
  return html`<article class="drill" aria-labelledby="drill-${index}">
    <p class="line">
      ${proof === undefined ? html`<span class="muted">no outcome</span>` : badge(proof.outcome)}
      <code>${from}</code> <span aria-label="to">→</span> <code>${to}</code>
      <span class="muted">took ${duration(ended - began)}</span>
    </p>
    <h3 id="drill-${index}">${name}</h3>
    ${proof !== undefined && html`<p class="reason">${isFailure(proof) ? proof.reason : proof.sentence} <a href="#${anchorOf(proof)}">The proof</a></p>`}
    ${
      measures.length > 0 &&
      html`<dl class="figures">
          ${measures.map(
            (measure) =>
              html`<div>
                <dt>${measure.name}</dt>
                <dd>${figure(measure)}</dd>
              </div>`,
          )}
        </dl>
        <p class="muted note">${planeNote(plane)}</p>`
    }
    ${drillFigure(drill)}
    <ol class="steps" aria-label="Steps of ${name}">
      ${steps.map(
        ({ at, number, title, seen, cluster }) =>
          html`<li>
            <span class="step">${number}</span>
            <span class="when">+${duration(Math.max(0, at - began))}</span>
            <b>${title}</b>
            <span class="seen-here"
              >${seen}${cluster !== undefined && html` <span class="muted">on ${cluster}</span>`}</span
            >
          </li>`,
      )}
    </ol>
    <details>
      <summary>The lanes as a table</summary>
      ${table(
        ['Cluster', 'From', 'Until', 'For', 'State'],
        laneRows(drill),
        `What a probe saw of each cluster in ${name}`,
      )}
    </details>
  </article> `;
}

function laneRows({ began, lanes, doubleActive }: Drill): readonly (readonly string[])[] {
  const both = doubleActive.map(({ from, to, seen }) => ({
    cluster: 'both',
    from,
    to,
    state: seen ? 'serving one host' : 'perhaps serving one host',
  }));
  const rows = [
    ...lanes.flatMap(({ cluster, stretches }) => stretches.map((stretch) => ({ cluster, ...stretch }))),
    ...both,
  ];
  return rows.map(({ cluster, from, to, state }) => [
    cluster,
    `+${duration(from - began)}`,
    `+${duration(to - began)}`,
    duration(to - from),
    state,
  ]);
}

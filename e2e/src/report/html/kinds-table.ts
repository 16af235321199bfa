import { duration, spread } from '../duration.ts';
import type { Rehearsal } from '../rehearsal.ts';
import { byKind, outcomes } from '../verdict.ts';
import { html, type Html } from './html.ts';
import { classOf, icon } from './icons.ts';
import { percent, widthOf } from './scale.ts';
import { table } from './table.ts';

/** The kinds of proof with their outcomes and how long the claims of each took; all on one scale. */
export function kindsTable(rehearsal: Rehearsal): Html {
  const groups = byKind(rehearsal).map((group) => {
    // What was not tried has no time.
    const tried = group.proofs.filter(({ outcome }) => outcome !== 'not proven here');
    return { ...group, times: tried.map(({ began, ended }) => ended - began) };
  });
  const span = { from: 0, to: Math.max(1, ...groups.flatMap(({ times }) => times)) };
  return table(
    ['Kind', 'Outcomes', 'Shortest', 'Median', 'Longest', 'Times of its claims'],
    groups.map(({ kind, title, proofs, times }) => {
      const all = spread(times);
      const cell = (time: number | undefined): string => (time === undefined ? 'not tried' : duration(time));
      const dots = times.map(
        (time) =>
          html`<circle cx="${percent(span, time)}" cy="9" r="3.5"><title>${duration(time)}</title></circle>`,
      );
      const range =
        all === undefined
          ? html``
          : html`<rect
              x="${percent(span, all.min)}"
              width="${widthOf(span, { from: all.min, to: all.max })}"
              y="8"
              height="2"
            />`;
      return [
        html`<a href="#kind-${kind}">${title}</a>`,
        html`<span class="tally"
          >${outcomes.map((outcome) => {
            const count = proofs.filter((proof) => proof.outcome === outcome).length;
            return (
              count > 0 && html`<span class="${classOf(outcome)}">${icon(outcome)}${count} ${outcome}</span> `
            );
          })}</span
        >`,
        cell(all?.min),
        cell(all?.median),
        cell(all?.max),
        html`<svg class="strip" width="100%" height="18" aria-hidden="true">${range}${dots}</svg>`,
      ];
    }),
    'Kinds of proof',
    'kinds',
  );
}

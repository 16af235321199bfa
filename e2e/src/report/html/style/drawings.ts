/** Timelines. Fills differ by stripes and heights as well as by colour. */
export const drawings = `
.timeline { margin-block: 1rem; }
.track { display: grid; grid-template-columns: 17rem minmax(0, 1fr); gap: 0 1rem; align-items: center; }
.track .name { font-size: 0.875rem; line-height: 1.3; text-align: right; overflow: hidden; text-overflow: ellipsis; }
.track svg { display: block; overflow: visible; }
.timeline { padding-right: 0.75rem; }
.timeline .group { font-size: 0.875rem; margin: 0.75rem 0 0.25rem; padding-bottom: 0.15rem; border-bottom: 1px solid var(--hair); }
.track text { font-size: 12px; fill: var(--ink); }
.axis .time { fill: var(--muted); text-anchor: middle; }
.axis .time:first-child { text-anchor: start; }
.tick { stroke: var(--hair); }
.second { stroke: var(--line); }
.mark { stroke: var(--muted); stroke-dasharray: 2 2; stroke-opacity: 0.6; }
.marks circle { fill: var(--ink); }
.marks text { fill: var(--page); text-anchor: middle; font-weight: 600; font-size: 11px; }
.narrow { display: none; }
.part { fill: var(--hair); stroke: var(--page); }
.part.odd { fill: var(--line); }

.phase { stroke-width: 1px; }
.settled { fill: var(--calm); stroke: var(--calm); stroke-opacity: 0; }
.progressing { fill: url(#hatch); stroke: var(--busy); }
.syncing { fill: var(--busy); stroke: var(--busy); }
.out-of-sync { fill: url(#bars); stroke: var(--warn); }
.degraded { fill: url(#stripes); stroke: var(--bad); }
.unknown { fill: none; stroke: var(--muted); stroke-dasharray: 3 2; }
#stripes .ground { fill: var(--bad-soft); } #stripes .line { fill: var(--bad); }
#bars .ground { fill: var(--warn-soft); } #bars .line { fill: var(--warn); }
#hatch .ground { fill: var(--busy-soft); } #hatch .line { fill: var(--busy); fill-opacity: 0.5; }
#open .line { fill: var(--muted); }
#fence .ground { fill: var(--fence-soft); } #fence .wire { stroke: var(--fence); fill: none; stroke-opacity: 0.45; }

.lane text { font-size: 12px; font-weight: 600; paint-order: stroke; stroke-width: 3px; stroke-linejoin: round; }
.lane.serving rect { fill: var(--calm); }
.lane.serving text { fill: var(--on-calm); }
.lane.idle rect { fill: var(--card); stroke: var(--muted); }
.lane.idle text { fill: var(--muted); stroke: var(--card); }
.lane.unreachable rect { fill: url(#stripes); stroke: var(--bad); }
.lane.unreachable text { fill: var(--ink); stroke: var(--card); }
.lane.fenced rect { fill: url(#fence); stroke: var(--fence); }
.lane.fenced text { fill: var(--ink); stroke: var(--card); }
.both { fill: var(--bad); stroke: var(--ink); stroke-width: 1.5px; }
.both.perhaps { fill: url(#bars); stroke: var(--warn); }
.both-words { display: block; font-weight: 700; color: var(--disproven); }
.track .open { fill: var(--muted); }
.track .calm { fill: var(--proven); font-weight: 600; }

.legend { display: flex; flex-wrap: wrap; gap: 0.25rem 1.5rem; font-size: 0.875rem; color: var(--muted); }
.legend li { display: inline-flex; align-items: center; gap: 0.5rem; }
.legend svg { flex: none; }
.lanes .track { grid-template-columns: 10rem minmax(0, 1fr); }
.lanes .track + .track { margin-top: 4px; }
.figures { display: grid; grid-template-columns: repeat(auto-fill, minmax(8.5rem, 1fr)); gap: 0.9rem 1.5rem; margin-top: 1rem; }
.figures dd { font-size: 1.5rem; font-weight: 700; line-height: 1.2; letter-spacing: -0.01em; }
.note { font-size: 0.875rem; margin-top: 0.35rem; }
.step { display: inline-grid; place-items: center; min-width: 1.5rem; height: 1.5rem; padding-inline: 0.2rem; border-radius: 0.75rem; background: var(--ink); color: var(--page); font-size: 0.8125rem; font-weight: 600; }
.steps { margin-block: 1rem 0.5rem; font-size: 0.9375rem; }
.steps li { display: grid; grid-template-columns: 2rem 4.75rem 13rem minmax(0, 1fr); gap: 0 1rem; padding-block: 0.4rem; border-top: 1px solid var(--hair); }
.steps .muted { display: inline-block; }
.steps .step { justify-self: start; align-self: start; }
.steps .when { color: var(--muted); text-align: right; }
@media (max-width: 46rem) {
  .steps li { grid-template-columns: 1.75rem minmax(0, 1fr) auto; gap: 0 0.6rem; }
  .steps .when { grid-column: 3; grid-row: 1; }
  .steps b { grid-column: 2; grid-row: 1; }
  .steps .seen-here { grid-column: 2 / -1; }
  .lanes .track { grid-template-columns: minmax(0, 1fr); }
  .track { grid-template-columns: minmax(0, 1fr); }
  .track .name { text-align: left; font-size: 0.8125rem; margin-top: 0.35rem; }
  .axis .name { display: none; }
  .wide, .marks.wide { display: none; }
  .marks.narrow { display: grid; }
}
`;

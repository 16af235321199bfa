/** Tables, which become cards in a narrow window, and the matrix. */
export const tables = `
table { border-collapse: collapse; width: 100%; font-size: 0.9375rem; }
th { text-align: left; font-weight: 600; font-size: 0.8125rem; color: var(--muted); }
th, td { padding: 0.4rem 1rem 0.4rem 0; vertical-align: top; border-bottom: 1px solid var(--hair); }
thead th { border-bottom-color: var(--line); }
.table { margin-block: 0.5rem; overflow-x: auto; overflow-wrap: break-word; }
.stand-ins table { table-layout: fixed; }
.stand-ins th:nth-child(1), .stand-ins th:nth-child(2) { width: 14%; }
.stand-ins td:first-child { font-weight: 600; }
.snug table { width: auto; }
.snug th, .snug td { padding-right: 3rem; }
.tally { display: flex; flex-wrap: wrap; gap: 0 0.9rem; }
.tally span { color: var(--tone); white-space: nowrap; }
.tally .icon { margin-right: 0.3em; }
.strip { display: block; min-width: 10rem; overflow: visible; }
.strip circle { fill: var(--busy); fill-opacity: 0.65; }
.strip rect { fill: var(--busy); }
@media (max-width: 46rem) {
  .table thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .table, .table table, .table tbody, .table tr { display: block; }
  .table tr { border-bottom: 1px solid var(--line); padding-block: 0.5rem; }
  .table td { display: grid; grid-template-columns: 6.5rem minmax(0, 1fr); gap: 0.5rem; border: 0; padding: 0.1rem 0; }
  .table td::before { content: attr(data-label); color: var(--muted); font-size: 0.8125rem; line-height: 1.7; }
  .table td:empty { display: none; }
  .kinds tr { display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); gap: 0.15rem 0.5rem; }
  .kinds td { display: block; }
  .kinds td::before { display: block; line-height: 1.2; }
  .kinds td:nth-child(1), .kinds td:nth-child(2), .kinds td:nth-child(6) { grid-column: 1 / -1; }
  .kinds td:nth-child(1), .kinds td:nth-child(1) a { font-weight: 600; }
  .kinds td:nth-child(1)::before, .kinds td:nth-child(2)::before, .kinds td:nth-child(6)::before { display: none; }
}
.scroll { overflow-x: auto; margin-top: 1rem; }
.matrix { width: auto; font-size: 0.875rem; }
.matrix th[scope='row'] { position: sticky; left: 0; background: var(--page); font-weight: 400; font-size: 0.875rem; color: var(--ink); white-space: nowrap; padding: 0.15rem 1rem 0.15rem 0; vertical-align: middle; max-width: 20rem; overflow: hidden; text-overflow: ellipsis; }
.matrix thead th { vertical-align: bottom; }
.matrix .turned { padding: 0 0 0.5rem; }
.matrix .turned span { writing-mode: vertical-rl; transform: rotate(180deg); display: block; margin-inline: auto; white-space: nowrap; }
.matrix td { padding: 2px; text-align: center; }
.matrix td a { display: inline-flex; align-items: center; justify-content: center; gap: 0.15rem; min-width: 2.25rem; height: 1.75rem; padding-inline: 0.35rem; border-radius: 3px; color: var(--tone); background: var(--soft); text-decoration: none; font-size: 0.75rem; font-weight: 600; }
.matrix td a.not-proven-here { border: 1px dashed var(--muted); }
.matrix td a.disproven, .matrix td a.timeout, .matrix td a.infrastructure { border: 2px solid var(--tone); }
.matrix td a:hover { outline: 2px solid var(--tone); }
@media (max-width: 46rem) { .matrix th[scope='row'] { white-space: normal; min-width: 8.5rem; max-width: 8.5rem; font-size: 0.8125rem; line-height: 1.25; } }
`;

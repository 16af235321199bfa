/** On paper: what is open, no windows that scroll, and of a dump only where it is. */
export const print = `
@media print {
  :root { --page: #ffffff; }
  .skip, .contents, .filter, .dump > summary { display: none; }
  .head, main, footer { max-width: none; padding-inline: 0; }
  .dump .log, .log { display: none; }
  .dump .in-print { display: block; color: var(--muted); font-size: 0.8125rem; }
  .failure, .drill, .track, tr, .not-proven > li { break-inside: avoid; }
  h2, h3, h4 { break-after: avoid; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;

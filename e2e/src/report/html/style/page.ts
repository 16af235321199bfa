/** Type, spacing and the head of the page. */
export const page = `
*, *::before, *::after { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-padding-top: 1rem; }
body { margin: 0; background: var(--page); color: var(--ink); font: 1rem/1.5 system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', 'Liberation Sans', Arial, sans-serif; font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
code, pre, .log { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, 'Liberation Mono', monospace; font-size: 0.875em; }
h1, h2, h3, h4, p, ul, ol, dl, dd, figure, fieldset { margin: 0; padding: 0; }
ul, ol { list-style: none; }
a { color: var(--link); text-underline-offset: 0.15em; text-decoration-thickness: 1px; }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; border-radius: 3px; }
main:focus { outline: none; }
.head, .contents, main, footer { max-width: 84rem; margin-inline: auto; padding-inline: clamp(1rem, 4vw, 3rem); }
.skip { position: absolute; left: 1rem; top: -4rem; background: var(--card); padding: 0.5rem 1rem; z-index: 2; }
.skip:focus { top: 0.5rem; }
.definitions { position: absolute; }
.muted { color: var(--muted); font-weight: 400; }
.lead, .note { color: var(--muted); max-width: 46rem; }
.icon { width: 1em; height: 1em; flex: none; vertical-align: -0.125em; }

.head { padding-top: clamp(1.5rem, 4vw, 3rem); }
.eyebrow { color: var(--muted); font-size: 0.875rem; }
.brand { color: var(--brand); font-weight: 700; letter-spacing: 0.01em; }
h1 { font-size: clamp(2rem, 6vw, 3.25rem); line-height: 1.1; letter-spacing: -0.02em; font-weight: 700; }
.verdict { display: flex; gap: 0.6rem; align-items: flex-start; margin-top: 0.5rem; font-size: clamp(1.2rem, 3vw, 1.6rem); line-height: 1.25; font-weight: 600; color: var(--tone); }
.notice { margin-top: 1rem; padding: 0.75rem 1rem; border: 1px solid var(--infrastructure); border-left-width: 6px; border-radius: 4px; background: var(--infrastructure-soft); }
.verdict .icon { margin-top: 0.125em; }
.counts { display: grid; grid-template-columns: repeat(5, minmax(0, 1fr)); gap: 0.75rem; margin-top: 1.75rem; }
.counts li { color: var(--tone); line-height: 1.2; }
.counts .none { color: var(--muted); }
.counts .count { display: flex; align-items: center; gap: 0.35em; font-size: clamp(1.5rem, 3.5vw, 2.1rem); font-weight: 700; }
.counts .count .icon { width: 0.8em; height: 0.8em; }
.counts .word { font-size: 0.875rem; }
.share { display: block; margin-top: 0.75rem; border-radius: 3px; overflow: hidden; }
.share rect { fill: var(--tone); stroke: var(--page); stroke-width: 2px; }
.share .not-proven-here { fill: url(#open); }
.facts { display: flex; flex-wrap: wrap; gap: 0.75rem 2rem; margin-top: 1.5rem; }
.facts dt, .figures dt { color: var(--muted); font-size: 0.8125rem; }
.facts dd { font-weight: 600; }
.facts.small { margin: 0.75rem 0; gap: 0.5rem 1.75rem; font-size: 0.9375rem; }
.facts.small dd { font-weight: 400; }
.plane { margin-top: 1.25rem; padding-left: 0.9rem; border-left: 4px solid var(--warn); max-width: 52rem; font-size: 0.9375rem; }
.facts dt::first-letter, .figures dt::first-letter { text-transform: uppercase; }

.contents { margin-top: 2rem; }
.contents ul { display: flex; flex-wrap: wrap; gap: 0.25rem 1.5rem; border-block: 1px solid var(--line); padding-block: 0.6rem; font-size: 0.9375rem; }
.contents a { display: inline-block; padding-block: 0.15rem; }
main > section { margin-top: clamp(2.5rem, 5vw, 4rem); }
h2 { font-size: clamp(1.4rem, 3vw, 1.75rem); line-height: 1.2; letter-spacing: -0.01em; margin-bottom: 1rem; }
h3 { font-size: 1.125rem; line-height: 1.35; margin-top: 1.75rem; }
h4 { font-size: 0.9375rem; margin-top: 1.1rem; margin-bottom: 0.25rem; }
h3 + .table, h3 + .lead + .table { margin-top: 0.5rem; }
summary { cursor: pointer; padding-block: 0.35rem; }
details > summary { width: fit-content; max-width: 100%; }
footer { margin-top: 4rem; padding-bottom: 3rem; color: var(--muted); font-size: 0.875rem; }
footer p { border-top: 1px solid var(--line); padding-top: 1rem; }
@media (max-width: 46rem) {
  .counts { grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 0.9rem 0.75rem; }
}
@media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }
`;

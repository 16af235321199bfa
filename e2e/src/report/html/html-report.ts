import { createHash } from 'node:crypto';
import type { Rehearsal } from '../rehearsal.ts';
import { verdictOf } from '../verdict.ts';
import { drillsSection } from './drills.ts';
import { failuresSection } from './failures.ts';
import { groundSection } from './ground.ts';
import { headSection } from './head.ts';
import { html, trusted, type Html } from './html.ts';
import { definitions } from './icons.ts';
import { matrixSection } from './matrix.ts';
import { notProvenSection } from './not-proven.ts';
import { placementsSection } from './placements.ts';
import { proofsSection } from './proofs.ts';
import { style } from './style/style.ts';

/** One part of the page; undefined where the rehearsal has nothing for it. */
export interface Section {
  /** Its anchor. */
  readonly id: string;
  /** Its heading, and its name in the contents. */
  readonly title: string;
  readonly body: Html;
}

/**
 * A rehearsal as one page that needs nothing else: no script, no network, no file beside it. Its own policy forbids all
 * of that, so that what a log holds can never run.
 */
export function htmlReport(rehearsal: Rehearsal): string {
  const sections = [
    failuresSection,
    drillsSection,
    placementsSection,
    matrixSection,
    notProvenSection,
    proofsSection,
    groundSection,
  ].flatMap((section) => section(rehearsal) ?? []);
  const policy = `default-src 'none'; style-src 'sha256-${digest(style)}'; base-uri 'none'; form-action 'none'`;
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${policy}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        <title>${rehearsal.fleet}: ${verdictOf(rehearsal).sentence} · Seatrial rehearsal</title>
        ${trusted(`<style>${style}</style>`)}
      </head>
      <body>
        <a class="skip" href="#main">Skip to the findings</a>
        ${definitions()} ${headSection(rehearsal)} ${sections.length > 0 && contentsOf(sections)}
        <main id="main" tabindex="-1">
          ${sections.map(
            ({ id, title, body }) =>
              html`<section id="${id}" aria-labelledby="${id}-title">
                <h2 id="${id}-title">${title}</h2>
                ${body}
              </section> `,
          )}
        </main>
        <footer>
          <p>
            Made by <b>Seatrial</b>. The same as data: <code>rehearsal.json</code>; for a CI:
            <code>junit.xml</code>; for a pull request: <code>summary.md</code>.
          </p>
        </footer>
      </body>
    </html> `.text;
}

function contentsOf(sections: readonly Section[]): Html {
  return html`<nav class="contents" aria-label="Contents">
    <ul>
      ${sections.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`)}
    </ul>
  </nav>`;
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64');
}

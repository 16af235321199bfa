import type { StandIn } from '../../lab/lab.ts';
import type { Rehearsal } from '../rehearsal.ts';
import type { Section } from './html-report.ts';
import { html, type Html } from './html.ts';
import { table } from './table.ts';

/** Rows of one sort that are shown at once; more of them are closed at first. */
const shown = 8;

/** What the rehearsal ran on: versions, knobs, and everything that was stood in for. */
export function groundSection({ versions, knobs, standIns }: Rehearsal): Section | undefined {
  if (standIns.length + knobs.length + Object.keys(versions).length === 0) return undefined;
  return {
    id: 'ground',
    title: 'What it ran on',
    body: html`${standIns.length > 0 && stoodInFor(standIns)}
      ${
        knobs.length > 0 &&
        html`<h3>Knobs</h3>
          <p class="lead">Settings that differ from their usual value, so that a rehearsal is short.</p>
          ${table(
            ['Knob', 'Here', 'Usual'],
            knobs.map(({ name, value, usual }) => [name, value, usual]),
            'Knobs',
            'snug',
          )}`
      }
      <h3>Versions</h3>
      ${table(['What', 'Version'], Object.entries(versions), 'Versions', 'snug')}`,
  };
}

function stoodInFor(standIns: readonly StandIn[]): Html {
  const sorts = [...Map.groupBy(standIns, ({ what }) => what)];
  const few = sorts.filter(([, rows]) => rows.length <= shown).flatMap(([, rows]) => rows);
  const many = sorts.filter(([, rows]) => rows.length > shown);
  return html`<h3>Stood in for</h3>
    <p class="lead">
      What a rehearsal cannot have, and what was in its place. Everything else is the fleet’s own.
    </p>
    ${few.length > 0 && standInsTable(few, 'Stood in for')}
    ${many.map(
      ([what, rows]) =>
        html`<details>
          <summary>${what} <span class="muted">${rows.length} times</span></summary>
          ${standInsTable(rows, `Stood in for: ${what}`)}
        </details>`,
    )}`;
}

function standInsTable(rows: readonly StandIn[], caption: string): Html {
  return table(
    ['What', 'Where', 'Real', 'Here', 'Why'],
    rows.map(({ what, where, real, standIn, why }) => [what, where, real, standIn, why]),
    caption,
    'stand-ins',
  );
}

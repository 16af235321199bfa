import { duration } from '../duration.ts';
import type { Rehearsal, Timeline } from '../rehearsal.ts';
import { planeNote } from '../verdict.ts';
import type { Section } from './html-report.ts';
import { html, type Html } from './html.ts';
import { phaseStates, stretchesOf, type PhaseState, type Stretch } from './phase-state.ts';
import { percent, widthOf, type Span } from './scale.ts';
import { stagesRow } from './stages-row.ts';
import { table } from './table.ts';
import { axis, lines, marksRow, track } from './track.ts';

type Placement = Timeline['placements'][number];

const height = 24;

/** Every placement over the whole rehearsal: what its Application went through, and what was pushed when. */
export function placementsSection(rehearsal: Rehearsal): Section | undefined {
  const { timeline, took, stages, plane } = rehearsal;
  const { placements, commits } = timeline;
  if (placements.length === 0) return undefined;
  const span = { from: 0, to: took };
  const marks = commits.map(({ at, sha, message }, index) => ({
    at,
    sign: String(index + 1),
    title: `${duration(at)}: commit ${index + 1}, ${sha.slice(0, 7)}: ${message}`,
  }));
  return {
    id: 'placements',
    title: 'Every placement over time',
    body: html`${legend()}
      <figure class="timeline">
        ${marksRow('commits', span, marks, `${commits.length} commits; they are listed below`)} ${axis(span)}
        ${stagesRow(stages, span)}
        ${[...Map.groupBy(placements, ({ cluster }) => cluster)].map(
          ([cluster, members]) =>
            html`<h3 class="group">${cluster}</h3>
              ${members.map((placement) => rowOf(placement, span, commits))}`,
        )}
      </figure>
      <p class="note">${planeNote(plane)}</p>
      ${stages.length > 0 && stagesTable(stages)}
      <details>
        <summary>Commits (${commits.length})</summary>
        ${table(
          ['No.', 'At', 'Commit', 'Message'],
          commits.map(({ at, sha, message }, index) => [
            String(index + 1),
            duration(at),
            html`<code>${sha.slice(0, 10)}</code>`,
            message,
          ]),
          'Commits of this rehearsal',
        )}
      </details>
      <details>
        <summary>The same as a table</summary>
        ${table(
          ['Placement', 'At', 'Sync', 'Health', 'Operation', 'Revision'],
          placements.flatMap(({ placement, phases }) =>
            phases.map(({ at, sync, health, operation, revision }) => [
              placement,
              duration(at),
              sync,
              health,
              operation,
              html`<code>${revision.slice(0, 10)}</code>`,
            ]),
          ),
          'Phases of every placement',
        )}
      </details>`,
  };
}

function stagesTable(stages: Rehearsal['stages']): Html {
  return html`<details>
    <summary>Stages (${stages.length})</summary>
    ${table(
      ['Stage', 'From', 'Until', 'For'],
      stages.map(({ title, began, ended }) => [
        title,
        duration(began),
        duration(ended),
        duration(ended - began),
      ]),
      'Stages of this rehearsal',
    )}
  </details>`;
}

function rowOf({ placement, phases }: Placement, span: Span, commits: Timeline['commits']): Html {
  const stretches = stretchesOf(phases, span.to);
  const strip = html`${lines(
    span,
    height,
    commits.map(({ at }) => at),
  )}${stretches.map(
    ({ from, to, state, phase }) =>
      html`<rect
        class="phase ${state}"
        x="${percent(span, from)}"
        width="${widthOf(span, { from, to })}"
        y="${(height - phaseStates[state].height) / 2}"
        height="${phaseStates[state].height}"
        ><title>
          ${`${placement}, ${duration(from)} for ${duration(to - from)}: ${phaseStates[state].meaning} (${phase.sync}, ${phase.health}, ${phase.operation})`}
        </title></rect
      >`,
  )}`;
  return track({ name: html`${placement}`, height, label: spoken(placement, stretches), strip });
}

function spoken(placement: string, stretches: readonly Stretch[]): string {
  const first = stretches.find(({ state }) => state === 'settled');
  const settled =
    first === undefined
      ? 'never synced and healthy'
      : `synced and healthy first after ${duration(first.from)}`;
  const times = (state: PhaseState): number => stretches.filter((stretch) => stretch.state === state).length;
  return `${placement}: ${settled}; out of sync ${times('out-of-sync')} times, degraded or failed ${times('degraded')} times`;
}

function legend(): Html {
  return html`<ul class="legend" aria-label="States">
    ${Object.entries(phaseStates).map(
      ([state, { meaning, height }]) =>
        html`<li>
          <svg width="34" height="18" aria-hidden="true">
            <rect class="phase ${state}" x="1" width="32" y="${(18 - height) / 2}" height="${height}" /></svg
          >${meaning}
        </li>`,
    )}
    <li>
      <svg width="20" height="18" aria-hidden="true"><line class="mark" x1="10" x2="10" y1="0" y2="18" /></svg
      >a commit was pushed
    </li>
  </ul>`;
}

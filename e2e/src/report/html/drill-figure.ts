import { duration } from '../duration.ts';
import type { Drill } from '../rehearsal.ts';
import { html, type Html } from './html.ts';
import { percent, ticks, widthOf, type Span } from './scale.ts';
import { axis, lines, marksRow, track } from './track.ts';

type Stretch = Drill['lanes'][number]['stretches'][number];

const height = 34;
const states = {
  serving: { height: 28, meaning: 'serving' },
  idle: { height: 18, meaning: 'idle: answers, serves nothing' },
  unreachable: { height: 28, meaning: 'unreachable' },
  fenced: { height: 28, meaning: 'fenced: may not serve' },
} as const;

/** Both clusters on one clock: numbered steps above, a lane each, and below them the time in which both served. */
export function drillFigure(drill: Drill): Html {
  const { name, began, ended, steps, lanes } = drill;
  const span = { from: began, to: Math.max(ended, began + 1) };
  const marks = steps.map(({ at, number, title, seen }) => ({
    at,
    sign: String(number),
    title: `Step ${number}, after ${duration(Math.max(0, at - began))}: ${title}. ${seen}`,
  }));
  const times = marks.map(({ at }) => at);
  return html`<figure class="timeline lanes" aria-label="${name}">
    ${marksRow('steps', span, marks, `${steps.length} steps; they are listed below`)} ${axis(span)}
    ${lanes.map(({ cluster, stretches }) =>
      track({
        name: html`<b>${cluster}</b>`,
        height,
        label: `${cluster}: ${stretches.map(({ from, to, state }) => `${state} for ${duration(to - from)}`).join(', then ')}`,
        strip: html`${seconds(span)}${lines(span, height, times)}${stretches.map((stretch) => stretchOf(stretch, span))}`,
      }),
    )}
    ${bothRow(drill, span, times)}
  </figure>`;
}

/** A hair line each second, as long as they can be told apart. */
function seconds(span: Span): Html {
  const all = (span.to - span.from) / 1000;
  if (all > 150) return html``;
  return html`${ticks(span, all + 1).map((at) => {
    const x = percent(span, at);
    return html`<line class="second" x1="${x}" x2="${x}" y1="${height - 4}" y2="${height}" />`;
  })}`;
}

function stretchOf({ from, to, state }: Stretch, span: Span): Html {
  const { height: high, meaning } = states[state];
  const text = `${state} ${duration(to - from)}`;
  // Some 800 pixels are there in a wide window, and 8 a letter are enough.
  const fits = ((to - from) / (span.to - span.from)) * 800 > text.length * 8 + 12;
  const y = (height - high) / 2;
  return html`<g class="lane ${state}"
    ><rect x="${percent(span, from)}" width="${widthOf(span, { from, to })}" y="${y}" height="${high}"
      ><title>${`${meaning}, ${duration(to - from)}`}</title></rect
    >${fits && html`<text class="wide" x="${percent(span, from)}" dx="8" y="21">${text}</text>`}</g
  >`;
}

/** When both served the same host. Of what nobody probed it says so: that is not the same as never. */
function bothRow({ lanes, doubleActive }: Drill, span: Span, times: readonly number[]): Html {
  const probed = lanes.filter(({ stretches }) => stretches.length > 0).length > 1;
  const calm = probed ? '✓ never both serving' : 'not probed on both sides';
  const words = (['both', 'perhaps'] as const).flatMap((word) => {
    const stretches = doubleActive.filter(({ seen }) => seen === (word === 'both'));
    const sum = stretches.reduce((sum, { from, to }) => sum + to - from, 0);
    return stretches.length === 0 ? [] : [`${word} ${duration(sum)}`];
  });
  if (words.length === 0) {
    const strip = html`<text class="${probed ? 'calm' : 'open'}" x="0" y="21">${calm}</text>`;
    return track({ name: html`double-active`, height, label: calm, strip });
  }
  return track({
    name: html`double-active ${words.map((word) => html`<span class="both-words">${word}</span> `)}`,
    height,
    label: `serving one host: ${words.join(', ')}`,
    strip: html`${lines(span, height, times)}${doubleActive.map((stretch) => bothOf(stretch, span))}`,
  });
}

function bothOf({ from, to, seen }: Drill['doubleActive'][number], span: Span): Html {
  const x = percent(span, from);
  const text = `${seen ? 'both serving' : 'perhaps both serving'} for ${duration(to - from)}`;
  return html`<rect
    class="${seen ? 'both' : 'both perhaps'}"
    x="${x}"
    width="${widthOf(span, { from, to })}"
    y="3"
    height="${height - 6}"
    ><title>${text}</title></rect
  >`;
}

/** What the fills of {@link drillFigure} mean. */
export function drillLegend(): Html {
  return html`<ul class="legend" aria-label="States">
    ${Object.entries(states).map(
      ([state, { meaning, height }]) =>
        html`<li>
          <svg class="lane ${state}" width="34" height="18" aria-hidden="true">
            <rect x="1" width="32" y="${(18 - height * 0.6) / 2}" height="${height * 0.6}" /></svg
          >${meaning}
        </li>`,
    )}
    <li>
      <svg width="34" height="18" aria-hidden="true">
        <rect class="both" x="1" width="32" y="1" height="16" /></svg
      >both serving one host: split brain
    </li>
    <li>
      <svg width="34" height="18" aria-hidden="true">
        <rect class="both perhaps" x="1" width="32" y="1" height="16" /></svg
      >perhaps both: one was out of sight
    </li>
  </ul>`;
}

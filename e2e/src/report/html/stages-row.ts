import { duration } from '../duration.ts';
import type { Rehearsal } from '../rehearsal.ts';
import { html, type Html } from './html.ts';
import { percent, widthOf, type Span } from './scale.ts';
import { track } from './track.ts';

/** What the rehearsal itself was doing. A name that has no room is in the tip and in the list of stages. */
export function stagesRow(stages: Rehearsal['stages'], span: Span): Html {
  if (stages.length === 0) return html``;
  const spoken = stages.map(
    ({ title, began, ended }) => `${title} from ${duration(began)} for ${duration(ended - began)}`,
  );
  return track({
    name: html`<span class="muted">stages</span>`,
    height: 20,
    label: `Stages: ${spoken.join('; ')}`,
    strip: html`${stages.map(({ title, began, ended }, index) => {
      const x = percent(span, began);
      // The strip has some 900 pixels in a wide window, and a letter 7.
      const fits = ((ended - began) / (span.to - span.from)) * 900 > title.length * 7 + 8;
      return html`<g
        ><rect
          class="part ${index % 2 === 1 && 'odd'}"
          x="${x}"
          width="${widthOf(span, { from: began, to: ended })}"
          y="1"
          height="18"
          ><title>${spoken[index]}</title></rect
        >${fits && html`<text class="wide" x="${x}" dx="5" y="14">${title}</text>`}</g
      >`;
    })}`,
  });
}

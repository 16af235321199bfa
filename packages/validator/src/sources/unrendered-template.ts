import type { Explanation } from '@seatrial/compiler';
import type { Problem } from './problem.ts';

export const unrenderedTemplate: Explanation = {
  code: 'SEA3206',
  title: 'A file is a template that nobody has rendered',
  meaning:
    'The file holds {{ ... }} outside of quotes, as Helm charts and ApplicationSet generators do. kubectl and kustomize do not fill in templates: ' +
    'they refuse the file, or read {{ as a mapping.',
  fix: 'Render the template first, or leave the file out of what is applied. A text that begins with {{ and is meant as it is needs quotes.',
};

/** The template action that most likely broke the parse at an offset: on its line, or on one of the five above. */
export function templateProblem(text: string, offset: number): Problem | undefined {
  const end = text.indexOf('\n', offset);
  const last = end < 0 ? text.length : end;
  const lines = text.slice(Math.max(0, last - 2000), last).split('\n');
  let start = last + 1;
  for (const line of lines.toReversed().slice(0, 6)) {
    start -= line.length + 1;
    const match = /^(?:\s*(?:- +)*(?:[\w.\-/]+:\s+)?)\{\{/.exec(line);
    if (match !== null) return unrenderedAt(text, start + match[0].length - 2);
  }
  return undefined;
}

export function unrenderedAt(text: string, offset: number): Problem {
  const action = /^\{\{.*?(?:\}\}|$)/m.exec(text.slice(offset, offset + 200))?.[0] ?? '{{';
  return {
    rule: unrenderedTemplate,
    offset,
    sentence: `The file is an unrendered template: it holds ${action.slice(0, 60)}.`,
    hint: 'Render it first, or put quotes around a text that is meant to hold {{ }}.',
  };
}

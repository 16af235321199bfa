import type { Explanation } from '@seatrial/compiler';
import type { Problem } from './problem.ts';

export const lostDocument: Explanation = {
  code: 'SEA3207',
  title: 'Documents of a file would get lost, or are separated in a way that tools read differently',
  meaning:
    'kustomize cuts a file at lines that are three dashes and nothing else, and reads one document of each piece. What follows "..." or a second ' +
    'value without a separator is dropped without a word by some tools; text behind the dashes, four dashes and %YAML are refused by others.',
  fix: 'Separate documents with a line that is exactly "---", and leave out "..." and %YAML.',
};

/**
 * Lines that separate documents for some tools and not for others. kustomize splits the text before it parses it
 * (`splitDocuments` in kyaml), so every line that begins with three dashes counts, wherever it stands.
 */
export function separatorProblems(text: string): readonly Problem[] {
  return [...dashes(text), ...ends(text)];
}

function dashes(text: string): readonly Problem[] {
  if (!text.includes('\n---') && !text.startsWith('---')) return [];
  return [...text.matchAll(/^---(.*)$/gm)].flatMap(({ index, 1: rest = '' }): readonly Problem[] => {
    const behind = rest.trim();
    if (behind === '' || (behind.startsWith('#') && behind !== rest.trimEnd())) return [];
    if (/^\S/.test(rest)) {
      return [
        {
          rule: lostDocument,
          offset: index,
          sentence: `The line "${shown(`---${rest}`)}" is no document separator, though it begins like one.`,
          hint: 'Write exactly three dashes, or indent the line where it belongs to a text.',
        },
      ];
    }
    // The first line is no separator for kustomize: what stands behind its dashes is the document.
    if (index === 0) return [];
    return [
      {
        rule: lostDocument,
        offset: index,
        sentence: `"${shown(behind)}" stands on the line of a document separator, which kustomize refuses.`,
        hint: 'Begin the document on the line below the dashes.',
      },
    ];
  });
}

function ends(text: string): readonly Problem[] {
  if (!text.includes('\n...') && !text.startsWith('...')) return [];
  const problems: Problem[] = [];
  let hasContent = false;
  let ended: number | undefined;
  for (const { index, 0: line } of text.matchAll(/^.+$/gm)) {
    if (line.startsWith('---')) {
      hasContent = content.test(line.slice(3));
      ended = undefined;
    } else if (/^\.\.\.(?:\s*$|\s+#)/.test(line)) {
      if (!hasContent) problems.push(notBegun(index));
      ended ??= index;
    } else if (content.test(line)) {
      if (ended !== undefined && hasContent) problems.push(lostAfter(ended));
      hasContent = true;
      ended = undefined;
    }
  }
  return problems;
}

/** Not empty, and not only a comment. */
const content = /^\s*[^\s#]/;

function notBegun(offset: number): Problem {
  return {
    rule: lostDocument,
    offset,
    sentence: '"..." ends a document that has not begun, which kustomize refuses.',
    hint: 'Leave the line out.',
  };
}

function lostAfter(offset: number): Problem {
  return {
    rule: lostDocument,
    offset,
    sentence: 'What follows "..." is lost: kustomize ends the document there and reads no further one.',
    hint: 'Write "---" in place of "...".',
  };
}

function shown(line: string): string {
  return line.length > 40 ? `${line.slice(0, 40)}…` : line;
}

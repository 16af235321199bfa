import type { Finding } from '@seatrial/compiler';
import { characterProblems, withoutMarks } from './characters.ts';
import { decode } from './decode.ts';
import { linePositions } from './line-positions.ts';
import { locator } from './locate.ts';
import { findingOf, type Problem } from './problem.ts';
import { readValue } from './read-value.ts';
import { separatorProblems } from './separators.ts';
import type { Position, SourceDocument, SourceDocuments } from './source-text.ts';
import { yamlDocuments } from './yaml-documents.ts';

/**
 * Reads any YAML or JSON file strictly, in kustomize's dialect (see `readValue`). Never throws and never hangs: a document
 * that cannot be read is left out and has a finding that says why.
 *
 * @param path What findings call the file: relative to the repository's root, with `/`.
 */
export function readDocuments(path: string, bytes: Uint8Array): SourceDocuments {
  const decoded = decode(bytes);
  const text = withoutMarks(decoded.text);
  const at = linePositions(text);
  const { documents, problems } =
    decoded.problem === undefined ? documentsOf(text, at) : { documents: [], problems: [decoded.problem] };
  const findings: readonly Finding[] = problems
    .toSorted((one, other) => one.offset - other.offset)
    .map((problem) => findingOf(problem, path, at));
  return { path, documents, findings };
}

function documentsOf(
  text: string,
  at: (offset: number) => Position,
): {
  readonly documents: readonly SourceDocument[];
  readonly problems: readonly Problem[];
} {
  const characters = characterProblems(text);
  // The parser would see other lines than the eye, and complain about those.
  if (characters.some(({ severity }) => severity === undefined))
    return { documents: [], problems: characters };
  const documents: SourceDocument[] = [];
  const problems: Problem[] = [...characters];
  const separators = separatorProblems(text);
  const locate = locator(text);
  for (const [index, document] of yamlDocuments(text).entries()) {
    if ('problem' in document) problems.push(document.problem);
    else {
      const read = readValue(document.root, text, at);
      problems.push(...read.problems);
      if ('value' in read && read.value !== null)
        documents.push({ index, value: read.value, locate: (pointer) => locate(index, pointer) });
    }
  }
  // Where the dashes themselves are wrong, what the parser says of them is not worth reading.
  const told =
    separators.length === 0 ? problems : problems.filter((problem) => !isBesides(problem, separators));
  return { documents, problems: [...told, ...separators] };
}

function isBesides({ rule, offset }: Problem, separators: readonly Problem[]): boolean {
  return rule.code === 'SEA3203' && separators.some((one) => offset >= one.offset);
}

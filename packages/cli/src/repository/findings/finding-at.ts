import type { Finding, SourcePlace } from '@seatrial/compiler';
import type { Repository } from '../files/repository.ts';

/** A finding about a place in a file. */
export function findingAt(
  code: string,
  source: SourcePlace,
  sentence: string,
  hint: string,
  severity: Finding['severity'] = 'error',
): Finding {
  return { code, severity, sentence, hint, place: { source } };
}

/** Where a field of a file's first document stands. */
export function placeIn(repository: Repository, file: string, pointer: string): SourcePlace {
  const position = repository.documents(file).documents[0]?.locate(pointer);
  return position === undefined ? { file } : { file, line: position.line, column: position.column };
}

export function isError({ severity }: Finding): boolean {
  return severity === 'error';
}

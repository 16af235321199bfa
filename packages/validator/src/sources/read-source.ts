import type { Explanation, Finding } from '@seatrial/compiler';
import { notAnObject, objectsOf } from './objects-of.ts';
import { readDocuments } from './read-documents.ts';
import type { SourceObject, SourceText } from './source-text.ts';

export const noObjects: Explanation = {
  code: 'SEA3219',
  title: 'A manifest holds no objects',
  meaning: 'The file is empty, or holds only comments and separators. Nothing of it is applied or checked.',
  fix: 'Delete the file, or write the object that belongs there.',
};

/** Reads a manifest: what {@link readDocuments} says, and the objects in it. Never throws and never hangs. */
export function readSource(path: string, bytes: Uint8Array): SourceText {
  const read = readDocuments(path, bytes);
  const objects: SourceObject[] = [];
  const findings: Finding[] = [...read.findings];
  for (const document of read.documents) {
    const found = objectsOf(document);
    objects.push(...found.objects);
    for (const { pointer, sentence, hint } of found.wrong) {
      const place = { source: { file: path, ...document.locate(pointer) } };
      findings.push({ code: notAnObject.code, severity: 'error', sentence, hint, place });
    }
  }
  if (findings.length === 0 && objects.length === 0) findings.push(emptyFinding(path));
  return { ...read, objects, findings };
}

function emptyFinding(path: string): Finding {
  return {
    code: noObjects.code,
    severity: 'warning',
    sentence: 'The file holds no objects.',
    hint: 'Delete it, or write the object that belongs there.',
    place: { source: { file: path, line: 1, column: 1 } },
  };
}

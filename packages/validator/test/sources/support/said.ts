import type { SourceDocuments } from '../../../src/sources/source-text.ts';

/** Findings as `code severity line:column sentence → hint`. */
export function said({ findings, path }: SourceDocuments): readonly string[] {
  return findings.map(({ code, severity, place, sentence, hint }) => {
    const { file, line, column } = place.source ?? { file: '' };
    if (file !== path) throw new Error(`A finding of ${path} names the file "${file}".`);
    return `${code} ${severity} ${line}:${column} ${sentence} → ${hint}`;
  });
}

/** A ConfigMap; what is given begins in line 4. */
export function manifest(rest: string): string {
  return `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n${rest}`;
}

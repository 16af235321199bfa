import { readSource } from '../../../src/sources/read-source.ts';
import type { SourceDocuments, SourceText } from '../../../src/sources/source-text.ts';

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

export const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

export const read = (text: string): SourceText => readSource('app/config.yaml', bytes(text));

export const saidOf = (text: string): readonly string[] => said(read(text));

export const objects = (text: string): readonly unknown[] => read(text).objects.map(({ object }) => object);

/** `data` of the first object. */
export const dataOf = (text: string): unknown => (objects(text)[0] as { data?: unknown }).data;

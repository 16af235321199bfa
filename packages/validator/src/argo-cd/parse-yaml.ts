import { parseAllDocuments } from 'yaml';
import { Refused } from './go-template/failures.ts';

/** The first document of a YAML text as Argo CD's parser reads it: YAML 1.1, the last of two keys counts. @throws Refused */
export function parseYaml(text: string): unknown {
  const documents = parseAllDocuments(text, {
    version: '1.1',
    // Warnings of the parser would go to the terminal of whoever runs this.
    logLevel: 'silent',
    merge: true,
    uniqueKeys: false,
    customTags: (tags) => tags.filter((tag) => typeof tag === 'string' || !isUnknownToGo(tag)),
  });
  const [first] = documents;
  if (first === undefined) return null;
  try {
    const [error] = first.errors;
    if (error !== undefined) throw error;
    // Through JSON, because Argo CD goes that way: keys become texts, and what JSON has no word for does not pass.
    return JSON.parse(JSON.stringify(first.toJS())) as unknown;
  } catch (error) {
    const [line = ''] = String(error instanceof Error ? error.message : error).split('\n');
    throw new Refused(`it is not YAML (${line.replace(/:$/, '')})`);
  }
}

/** Of YAML 1.1, Go leaves out dates and the base 60 (`1:30`). */
function isUnknownToGo({ tag, format }: { readonly tag: string; readonly format?: string }): boolean {
  return tag === 'tag:yaml.org,2002:timestamp' || format === 'TIME';
}

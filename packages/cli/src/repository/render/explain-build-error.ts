import type { Finding, SourcePlace } from '@seatrial/compiler';
import { isBelow } from '../files/repository.ts';
import { codes } from '../findings/codes.ts';
import { findingAt } from '../findings/finding-at.ts';
import type { NotRendered } from './rendered.ts';

/** What is told of a root that kustomize could not build. */
export type Told =
  { readonly finding: Finding; readonly about?: About } | Pick<NotRendered, 'kind' | 'reason'>;

/** What an error is about, by which its place is found. */
export type About =
  /** What a patch is for, or what comes twice. */
  | { readonly of: 'object'; readonly kind: string; readonly name: string }
  /** One without a name. */
  | { readonly of: 'nameless'; readonly kind: string }
  /** A document of a file that is no object. */
  | { readonly of: 'document'; readonly path: string }
  /** A file that a kustomization names. */
  | { readonly of: 'file'; readonly path: string }
  /** An operation of a JSON patch. */
  | { readonly of: 'operation'; readonly path: string };

interface Rule {
  readonly match: RegExp;
  readonly code: string;
  readonly sentence: (parts: readonly string[]) => string;
  readonly hint: string;
  readonly about?: (parts: readonly string[]) => About;
}

/** kustomize's id of an object: `Deployment.v1.apps/web.prod`, `[noNs]` for none. */
const id = String.raw`([A-Za-z0-9]+)\.(?:[^/\s.]+\.)?(?:\[noGrp\]|[^/\s]*)\/([^\s;.]+)\.(?:\[noNs\]|[^\s;"']+)`;

const object = ([kind = '', name = '']: readonly string[]): About => ({ of: 'object', kind, name });

const rules: readonly Rule[] = [
  {
    match: new RegExp(`(?:no matches for Id|failed to find unique target for patch) ${id}`),
    code: codes.patchFindsNothing,
    sentence: ([kind, name]) => `A patch is for ${kind} ${name}, which the resources do not have.`,
    hint: 'Correct kind, name or namespace of the patch, or add the resource.',
    about: object,
  },
  {
    match: new RegExp(`may not add resource with an already registered id: ${id}`),
    code: codes.objectTwice,
    sentence: ([kind, name]) => `${kind} ${name} comes twice.`,
    hint: 'Take it out of one of the files, or rename one.',
    about: object,
  },
  {
    match: /id resid\.ResId\{.*?Kind:"(\w+)".*?Name:"([^"]*)".*exists; behavior must be merge or replace/s,
    code: codes.objectTwice,
    sentence: ([kind, name]) => `The generator of ${kind} ${name} makes what a base has made already.`,
    hint: 'Set behavior: merge or behavior: replace in the generator, or rename it.',
  },
  {
    match:
      /(add|remove|replace|test|move|copy) operation does not apply: doc is missing (?:key|path): "?([^":\s]+)/,
    code: codes.patchFindsNothing,
    sentence: ([operation, path]) =>
      `A JSON patch wants to ${operation} ${path}, which the object does not have.`,
    hint: 'Correct the path; every step before the last must be there, and for remove and replace the last one too.',
    about: ([, path = '']) => ({ of: 'operation', path }),
  },
  {
    match: /testing value (\S+) failed/,
    code: codes.patchFindsNothing,
    sentence: ([path]) => `The test of a JSON patch fails at ${path}.`,
    hint: 'Correct the value that the patch expects.',
    about: ([path = '']) => ({ of: 'operation', path }),
  },
  {
    match: /unable to parse SM or JSON patch from \[([^\n\]]{0,60})/,
    code: codes.malformedKustomization,
    sentence: ([text]) =>
      `A patch is neither an object nor a JSON patch: it starts with ${JSON.stringify(text)}.`,
    hint: 'Write an object with apiVersion, kind and metadata.name, or a list of operations.',
  },
  {
    match: /nothing selected by (\w+)(?:\.[^\s/:]*)?(?:\/([^\s:.]+))?/,
    code: codes.patchFindsNothing,
    sentence: ([kind, name]) =>
      `A replacement takes its value from ${kind}${name ? ` ${name}` : ''}, which is not there.`,
    hint: 'Correct the source of the replacement, or add the resource.',
  },
  {
    match: /unable to find field "([^"]+)" in replacement target/,
    code: codes.patchFindsNothing,
    sentence: ([field]) => `A replacement writes to ${field}, which its target does not have.`,
    hint: 'Correct the field path, or set options.create: true.',
  },
  {
    match:
      /(?:json|error): (?:cannot )?unmarshal(?:ing)? (?:JSON: json: cannot unmarshal )?(\w+) into Go (?:struct field|value) (?:\w+\.)*(\w+) of type (\S+)/,
    code: codes.malformedKustomization,
    sentence: ([found, field]) => `The field ${field} is of the wrong shape: it is a ${found}.`,
    hint: 'Correct the value as the documentation of kustomization files has it.',
  },
  {
    match: /unknown field "([^"]+)"/,
    code: codes.malformedKustomization,
    sentence: ([field]) => `kustomize does not know the field ${field}.`,
    hint: 'Correct the name of the field, or take it out.',
  },
  {
    match: /(?:kustomization\.yaml|kustomization) is empty/,
    code: codes.malformedKustomization,
    sentence: () => 'The kustomization has nothing in it.',
    hint: 'List the resources, or delete the file.',
  },
  {
    match: /cycle detected: candidate root '([^']+)' contains visited root '([^']+)'/,
    code: codes.cycle,
    sentence: ([one, other]) => `${one} and ${other} are made of each other.`,
    hint: 'Take one of the two entries out.',
  },
  {
    match: /security; file '([^']+)' is not in or below '([^']+)'/,
    code: codes.outside,
    sentence: ([file = '', folder = '']) =>
      isBelow(file, folder)
        ? `${file} is a link that leads out of the folder of the kustomization, which reads no other files.`
        : `${file} is not in or below ${folder}, and a kustomization reads no other files.`,
    hint: 'Move the file, or make its folder a base and list that.',
    about: ([path = '']) => ({ of: 'file', path }),
  },
  {
    match: /^reads (\S+), which is outside the repository/,
    code: codes.outside,
    sentence: ([file]) => `It reads ${file}, which is outside the repository.`,
    hint: 'Copy what is needed into the repository.',
  },
  {
    match: /^takes longer than (\S+) s to build/,
    code: codes.tooMuch,
    sentence: ([seconds]) => `kustomize has not built it in ${seconds} seconds.`,
    hint: 'Split the kustomization; kustomize slows down with the square of the number of objects.',
  },
  {
    match: /^(?:kustomize panicked|kustomize-builder ended)/,
    code: codes.tooMuch,
    sentence: () => 'kustomize crashes on it.',
    hint: 'Look for a field of the wrong type, such as a list where a map belongs, in the kustomization and its resources.',
  },
  {
    match: /'([^']+)'.*?: no such file or directory/s,
    code: codes.missingFile,
    sentence: ([path]) => `${path} is not there.`,
    hint: 'Correct the path, or take the entry out.',
  },
  {
    match: /missing Resource metadata'?: must build at directory: '([^']+)'/,
    code: codes.cannotBuild,
    sentence: ([path]) => `A document of ${path} has no metadata.`,
    hint: 'Give it metadata.name, or take the document out; kustomize takes nothing without one.',
    about: ([path = '']) => ({ of: 'document', path }),
  },
  {
    match: /missing metadata\.name in object \{\{?(\S+) (\w+)/,
    code: codes.cannotBuild,
    sentence: ([, kind]) => `A ${kind} has no metadata.name.`,
    hint: 'Give it a name; kustomize takes nothing without one.',
    about: ([, kind = '']) => ({ of: 'nameless', kind }),
  },
];

/** What kustomize leaves to programs and servers that are not asked here. */
const foreign: readonly {
  readonly match: RegExp;
  readonly kind: NotRendered['kind'];
  readonly reason: string;
}[] = [
  { match: /^needs the network: ?(.*)/, kind: 'network', reason: 'the network is needed' },
  { match: /^uses helmCharts/, kind: 'helm', reason: 'Helm charts are not inflated here' },
  { match: /^uses a plugin|function/i, kind: 'plugin', reason: 'plugins are not run here' },
];

/**
 * Puts an error of kustomize into a sentence: the last of its causes that is known, else kustomize's own words.
 * @param error without paths of this machine
 * @param place the kustomization file
 */
export function explainBuildError(error: string, place: SourcePlace): Told {
  for (const { match, kind, reason } of foreign) {
    const found = match.exec(error);
    if (found !== null) return { kind, reason: found[1] ? `${reason}: ${found[1]}` : reason };
  }
  for (const { match, code, sentence, hint, about } of rules) {
    const found = match.exec(error);
    if (found === null) continue;
    const parts = found.slice(1);
    const finding = findingAt(code, place, sentence(parts), hint);
    return about === undefined ? { finding } : { finding, about: about(parts) };
  }
  const words = lastCause(error);
  return {
    finding: findingAt(
      codes.cannotBuild,
      place,
      `kustomize cannot build it: ${words}`,
      'Correct what kustomize names; nothing of this folder was checked.',
    ),
  };
}

/** kustomize wraps an error once for each folder that it passes: only the innermost says what is wrong. */
function lastCause(error: string): string {
  const line = error.trim().replaceAll(/\s*\n\s*/g, '; ');
  const inner = line.replace(/^(?:(?:accumulating|accumulation|recursed|merging|loading)[^:]*:\s*)+/i, '');
  const words = inner === '' ? line : inner;
  return words.length > 300 ? `${words.slice(0, 300)}…` : words;
}

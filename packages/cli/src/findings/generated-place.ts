import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { groupOf, type Place, type ResolvedFleet, type SourcePlace } from '@seatrial/compiler';
import { isMap, isSeq, LineCounter, parseAllDocuments, type Node } from 'yaml';

/** Finds where the committed tree of a fleet says something; undefined where it does not, or not yet. */
export type FindGenerated = (place: Place) => SourcePlace | undefined;

/**
 * Looks up the generated file and line of a place: the overlay's patch where one sets the field, else the file of the
 * object. `root` is the absolute path of the repository. Files are read when the first place in them is asked for.
 */
export function generatedPlaces(fleet: ResolvedFleet, root: string): FindGenerated {
  const read = remembered((path: string) => documentsOf(join(root, path), path));
  const list = remembered((folder: string) => yamlFilesIn(join(root, folder), folder));
  const folders = new Map(
    fleet.placements.map(({ application, environment, cluster, folder }) => [
      [application, environment, cluster].join('/'),
      folder,
    ]),
  );
  return (place) => {
    if (place.file !== undefined) return inFiles([posix.join(fleet.tree, place.file)], place, read);
    const { application = '', environment = '', cluster = '' } = place;
    const folder = folders.get([application, environment, cluster].join('/'));
    if (folder === undefined || place.object === undefined) return undefined;
    const overlay = posix.join(fleet.tree, folder);
    return (
      inPatches(read(posix.join(overlay, 'kustomization.yaml')), place) ??
      inFiles(list(overlay), place, read) ??
      inFiles(list(posix.join(fleet.tree, 'base', application)), place, read)
    );
  };
}

interface ParsedDocument {
  readonly file: string;
  readonly root: Node | null;
  readonly value: unknown;
  readonly lines: LineCounter;
}

function inFiles(
  files: readonly string[],
  { object, field = '' }: Place,
  read: (path: string) => readonly ParsedDocument[],
): SourcePlace | undefined {
  for (const document of files.flatMap(read)) {
    const value = document.value as { apiVersion?: unknown; kind?: unknown; metadata?: { name?: unknown } };
    const matches =
      object === undefined ||
      (value?.kind === object.kind &&
        value.metadata?.name === object.name &&
        groupOf(String(value.apiVersion)) === object.group);
    if (matches) return placeAt(document, keysOf(field));
  }
  const [file] = files;
  return object === undefined && file !== undefined ? { file } : undefined;
}

/** The line of an overlay's patch that sets the field of the object, or something around it. */
function inPatches(documents: readonly ParsedDocument[], place: Place): SourcePlace | undefined {
  const [document] = documents;
  const { object, field } = place;
  if (document === undefined || object === undefined || field === undefined) return undefined;
  const { patches } = (document.value ?? {}) as { patches?: unknown };
  if (!Array.isArray(patches)) return undefined;
  for (const [index, { target, patch }] of (patches as { target?: Target; patch?: unknown }[]).entries()) {
    const text = String(patch);
    const line = target === undefined ? lineInMerge(text, place) : lineInOperations(text, target, place);
    if (line === undefined) continue;
    const start = placeAt(document, ['patches', String(index), 'patch']);
    // The text begins on the line after its key.
    return { file: start.file, line: (start.line ?? 1) + line };
  }
  return undefined;
}

interface Target {
  readonly kind?: unknown;
  readonly name?: unknown;
}

/** The line of a strategic merge patch that sets the field. */
function lineInMerge(text: string, { object, field = '' }: Place): number | undefined {
  const [document] = parsed(text, '');
  const value = document?.value as { kind?: unknown; metadata?: Target } | undefined;
  if (document === undefined || value?.kind !== object?.kind || value?.metadata?.name !== object?.name)
    return undefined;
  const keys = keysOf(field);
  // Only a patch that names the first key of the field says anything of it.
  return keys[0] !== undefined && Object.hasOwn(value ?? {}, keys[0])
    ? placeAt(document, keys).line
    : undefined;
}

/** The line of a JSON patch whose operation sets the field. */
function lineInOperations(text: string, target: Target, { object, field = '' }: Place): number | undefined {
  if (target.kind !== object?.kind || target.name !== object?.name) return undefined;
  const line = text.split('\n').findIndex((one) => {
    const path = /^\s*path: (\S+)$/.exec(one)?.[1];
    return path !== undefined && (field === path || field.startsWith(`${path}/`));
  });
  return line === -1 ? undefined : line + 1;
}

/** The line of the deepest key of the path that is written down. */
function placeAt({ file, root, lines }: ParsedDocument, keys: readonly string[]): SourcePlace {
  let node: unknown = root;
  let offset = root?.range?.[0] ?? 0;
  for (const key of keys) {
    if (isMap(node)) {
      const pair = node.items.find((item) => String((item.key as { value?: unknown }).value) === key);
      if (pair === undefined) break;
      offset = (pair.key as Node).range?.[0] ?? offset;
      node = pair.value;
    } else if (isSeq(node)) {
      const item = node.items[Number(key)] as Node | undefined;
      if (item === undefined) break;
      offset = item.range?.[0] ?? offset;
      node = item;
    } else break;
  }
  const { line, col } = lines.linePos(offset);
  return { file, line, column: col };
}

function keysOf(pointer: string): readonly string[] {
  if (pointer === '') return [];
  return pointer
    .slice(1)
    .split('/')
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function documentsOf(path: string, file: string): readonly ParsedDocument[] {
  try {
    return parsed(readFileSync(path, 'utf8'), file);
  } catch {
    return [];
  }
}

function parsed(text: string, file: string): readonly ParsedDocument[] {
  const lines = new LineCounter();
  return [...parseAllDocuments(text, { lineCounter: lines })].map((document) => ({
    file,
    root: document.contents as Node | null,
    value: document.toJS() as unknown,
    lines,
  }));
}

function yamlFilesIn(path: string, folder: string): readonly string[] {
  try {
    return readdirSync(path)
      .filter((name) => name.endsWith('.yaml') && name !== 'kustomization.yaml')
      .sort()
      .map((name) => posix.join(folder, name));
  } catch {
    return [];
  }
}

function remembered<Result>(make: (key: string) => Result): (key: string) => Result {
  const known = new Map<string, Result>();
  return (key) => {
    const result = known.get(key) ?? make(key);
    known.set(key, result);
    return result;
  };
}

import { posix } from 'node:path';
import { isRecord } from '../../json/is-record.ts';
import { fieldAt, listAt, textAt } from '../../json/fields.ts';
import { NotRendered, Refused } from '../go-template/failures.ts';
import { sanitizeName } from '../go-template/text-functions.ts';
import { flatten } from './flatten.ts';
import type { GeneratorScope } from './generators.ts';
import { filesMatching, foldersMatching, type PathEntry } from './git-paths.ts';
import { parseYaml } from '../parse-yaml.ts';
import type { Parameters } from './renderer.ts';
import { withValues } from './with-values.ts';

/** One entry a folder, or one for each map in a file, of this repository. Source: applicationset/generators/git.go. @throws Refused, NotRendered */
export function gitParameters(settings: unknown, scope: GeneratorScope): readonly Parameters[] {
  const { repository, renderer } = scope;
  const url = textAt(settings, 'repoURL') ?? '';
  if (!repository.isThis(url)) throw new NotRendered(`${url || 'the repository'} is another repository`);
  const prefix = textAt(settings, 'pathParamPrefix') ?? '';
  const directories = entriesAt(settings, 'directories');
  const files = entriesAt(settings, 'files');
  if (directories.length + files.length === 0)
    throw new Refused('a git generator has neither directories nor files');
  const found =
    directories.length > 0
      ? foldersMatching(repository, directories).map((folder) =>
          pathParameters(folder, undefined, prefix, renderer.goTemplate),
        )
      : filesMatching(repository, files).flatMap((file) => {
          const path = pathParameters(posix.dirname(file), posix.basename(file), prefix, renderer.goTemplate);
          return mapsIn(file, repository.text(file) ?? '').map((map) => ({
            ...(renderer.goTemplate ? map : flatten(map)),
            ...path,
          }));
        });
  return found.map((parameters) => withValues(parameters, fieldAt(settings, 'values'), renderer));
}

function entriesAt(settings: unknown, key: string): readonly PathEntry[] {
  return listAt(settings, key).map((entry) => ({
    path: textAt(entry, 'path') ?? '',
    exclude: fieldAt(entry, 'exclude') === true,
  }));
}

function mapsIn(file: string, text: string): readonly Readonly<Record<string, unknown>>[] {
  const parsed = parseYaml(text) ?? {};
  if (isRecord(parsed)) return [parsed];
  if (Array.isArray(parsed) && parsed.every(isRecord))
    return parsed as readonly Readonly<Record<string, unknown>>[];
  throw new Refused(`${file} holds neither a map nor a list of maps`);
}

function pathParameters(
  path: string,
  file: string | undefined,
  prefix: string,
  goTemplate: boolean,
): Parameters {
  const basename = posix.basename(path);
  const parts = {
    basename,
    basenameNormalized: sanitizeName(basename),
    ...(file === undefined ? {} : { filename: file, filenameNormalized: sanitizeName(file) }),
  };
  const segments = path.split('/');
  if (goTemplate) {
    const own = { path: { path, ...parts, segments } };
    return prefix === '' ? own : { [prefix]: own };
  }
  const name = prefix === '' ? 'path' : `${prefix}.path`;
  return {
    [name]: path,
    ...Object.fromEntries(Object.entries(parts).map(([key, value]) => [`${name}.${key}`, value])),
    ...Object.fromEntries(segments.map((segment, index) => [`${name}[${index}]`, segment])),
  };
}

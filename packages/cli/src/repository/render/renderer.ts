import { join, posix } from 'node:path';
import type { Finding } from '@seatrial/compiler';
import { buildAll } from '../../kustomize/build-all.ts';
import type { BuildAnswer, BuiltObjects } from '../../kustomize/build-request.ts';
import type { Repository } from '../files/repository.ts';
import { codes } from '../findings/codes.ts';
import { findingAt } from '../findings/finding-at.ts';
import type { KustomizationGraph } from '../kustomizations/kustomization-graph.ts';
import { contentKey, titleOf, type Content, type KustomizeContent } from './content.ts';
import { explainBuildError } from './explain-build-error.ts';
import { isSyntaxDoubt, problemReader } from './kustomize-problems.ts';
import { locateBuilt } from './locate-built.ts';
import { placeBuildError } from './place-build-error.ts';
import { renderFiles } from './render-files.ts';
import type { NotRendered, Rendered, RenderedObject } from './rendered.ts';

/** Renders contents, each once. */
export interface Renderer {
  /** What became of a content; undefined: it has not been rendered yet. */
  get(content: Content): Rendered | undefined;
  /** Renders those that are new, all in one process. @throws MissingFromCache */
  render(contents: readonly Content[]): Promise<void>;
}

export interface RendererOptions {
  /** Seconds that one kustomization may take. */
  readonly seconds: number;
  /** Takes how many of how many are rendered. */
  readonly progress: (done: number, total: number) => void;
}

export function newRenderer(
  repository: Repository,
  graph: KustomizationGraph,
  { seconds, progress }: RendererOptions,
): Renderer {
  const known = new Map<string, Rendered>();
  const problemsOf = problemReader(repository, graph);
  let done = 0;
  let total = 0;
  return {
    get: (content) => known.get(contentKey(content)),
    async render(contents) {
      const fresh = new Map(
        contents.map((content) => [contentKey(content), content] as const).filter(([key]) => !known.has(key)),
      );
      const waiting = new Map<string, Asked>();
      for (const [key, content] of fresh) {
        if ('files' in content) {
          known.set(key, renderFiles(content, repository));
          continue;
        }
        const { findings, notRendered, isDoubtful } = problemsOf(content);
        if (notRendered !== undefined && isDoubtful !== true)
          known.set(key, { objects: [], findings, notRendered });
        else waiting.set(key, { content, findings, ...(notRendered === undefined ? {} : { notRendered }) });
      }
      total += waiting.size;
      const requests = [...waiting].map(([id, { content }]) => ({
        id,
        root: join(repository.root, content.folder),
        within: repository.root,
        origins: true,
        seconds,
        ...(content.anyFile === true ? { anyFile: true } : {}),
        ...(content.edit === undefined ? {} : { edit: content.edit }),
        ...(content.substitute === undefined ? {} : { substitute: content.substitute }),
      }));
      if (requests.length === 0) return;
      for await (const answer of buildAll(requests)) {
        const asked = waiting.get(answer.id);
        if (asked === undefined) continue;
        known.set(answer.id, renderedOf(answer, asked, repository, graph));
        progress(++done, total);
      }
    },
  };
}

interface Asked {
  readonly content: KustomizeContent;
  readonly findings: readonly Finding[];
  /** What is said of it unless kustomize builds it. */
  readonly notRendered?: NotRendered;
}

function renderedOf(
  answer: BuildAnswer,
  { content, findings, notRendered: doubt }: Asked,
  repository: Repository,
  graph: KustomizationGraph,
): Rendered {
  const { root } = repository;
  const { folder } = content;
  if (!('error' in answer)) {
    const objects = objectsOf(answer, folder);
    const told = findings.filter((finding) => !isSyntaxDoubt(finding));
    return { objects, findings: [...told, ...substitutionFindings(answer, objects, repository, graph)] };
  }
  if (doubt !== undefined) return { objects: [], findings, notRendered: doubt };
  const what = titleOf(content);
  const error = answer.error.replaceAll(`${root}/`, '').replaceAll(root, '.');
  const told = explainBuildError(error, {
    file: graph.at(folder)?.file ?? fileIn(error, content, repository),
  });
  if ('finding' in told) {
    const notRendered = { kind: 'broken' as const, what, reason: 'kustomize refuses' };
    const finding =
      told.about === undefined
        ? told.finding
        : placeBuildError(told.finding, told.about, graph.reach(folder), repository);
    return { objects: [], findings: [...findings, finding], notRendered };
  }
  return { objects: [], findings, notRendered: { what, ...told } };
}

/** Of a kustomization that an engine makes up, the file that the error names, else its first one: no folder has lines. */
function fileIn(error: string, { folder, edit }: KustomizeContent, { hasFile }: Repository): string {
  const named = [...error.matchAll(/'([^']+)'/g)].map(([, path = '']) => path).find(hasFile);
  return named ?? posix.join(folder, edit?.create?.[0] ?? '');
}

function objectsOf(built: BuiltObjects, folder: string): readonly RenderedObject[] {
  const unset = new Map((built.variables ?? []).map((note) => [note.object, note.unset ?? []]));
  return built.objects.map((object, index) => {
    const origin = built.origins?.[index];
    const named = origin?.path ?? origin?.configuredIn;
    const missing = unset.get(index);
    return {
      object,
      file: named === undefined ? folder : posix.join(folder, named),
      builtFrom: folder,
      ...(missing === undefined || missing.length === 0 ? {} : { unset: missing }),
    };
  });
}

/** Texts in which Flux finds the beginning of a variable and no end. */
function substitutionFindings(
  { variables = [] }: BuiltObjects,
  objects: readonly RenderedObject[],
  repository: Repository,
  graph: KustomizationGraph,
): readonly Finding[] {
  return variables.flatMap(({ object: index, error }) => {
    const rendered = objects[index];
    if (error === undefined || rendered === undefined) return [];
    const { kind, metadata } = rendered.object;
    const sentence = `Flux cannot put variables into ${kind} ${metadata.name}: ${error}.`;
    const hint = 'Write $${ for text that is meant as it is, or disable the substitution for this object.';
    const place = locateBuilt(rendered, '', repository, graph);
    return [findingAt(codes.unsetVariable, place, sentence, hint)];
  });
}

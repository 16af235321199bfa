import { posix } from 'node:path';
import { fieldAt, isRecord, kustomizationNames, textAt } from '@seatrial/validator';
import { isEngineObject } from '../engines/engine-kinds.ts';
import { isBelow, type Repository } from '../files/repository.ts';
import { kustomizationGraph, type KustomizationGraph } from '../kustomizations/kustomization-graph.ts';
import { foreignFiles } from './foreign-files.ts';
import { testData } from './test-data.ts';
import { isToolKind } from './tool-kinds.ts';

/** What the files of a repository are, as far as it can be said before anything is rendered. */
export interface Survey {
  readonly graph: KustomizationGraph;
  /** Files with objects that no kustomization uses: what people apply as it is. Sorted. */
  readonly manifests: readonly string[];
  /** Files with CustomResourceDefinitions inside charts: their kinds are known, though the chart is not rendered. */
  readonly definitions: readonly string[];
  readonly charts: readonly string[];
  /** Files that were left alone, by what they are. */
  readonly leftAlone: LeftAlone;
}

export interface LeftAlone {
  readonly templates: readonly string[];
  /** Patches, and files beside a kustomization that does not list them. */
  readonly unused: readonly string[];
  /** YAML and JSON that holds no Kubernetes object. */
  readonly notKubernetes: readonly string[];
}

/** Sorts out the files below the repository's scope. */
export function survey(repository: Repository): Survey {
  const { isForeign, chartOf, charts } = foreignFiles(repository);
  const tested = testData(repository, isForeign);
  const isPartOfChart = (path: string): boolean => chartOf(path) !== undefined;
  const graph = kustomizationGraph(repository, isForeign);
  const manifests: string[] = [];
  const definitions: string[] = [];
  const templates: string[] = [];
  const unused: string[] = [];
  const notKubernetes: string[] = [];
  for (const path of repository.files) {
    if (!isBelow(path, repository.scope) || (isForeign(path) && path !== repository.scope)) continue;
    if (kustomizationNames.includes(posix.basename(path)) && graph.at(posix.dirname(path))?.file === path)
      continue;
    if (graph.used.has(path) || (tested.has(path) && path !== repository.scope)) continue;
    if (isPartOfChart(path)) {
      if (`/${path}`.includes('/crds/')) definitions.push(path);
      continue;
    }
    const nature = natureOf(repository, path);
    if (nature === 'template') templates.push(path);
    else if (nature === 'other') notKubernetes.push(path);
    else if (nature === 'objects' && path !== repository.scope && isUnused(path, graph)) {
      // A plugin decrypts what SOPS has encrypted, and has a list of its own.
      if (!repository.source(path).objects.some(({ object }) => isRecord(object['sops']))) unused.push(path);
    } else manifests.push(path);
  }
  return { graph, manifests, definitions, charts, leftAlone: { templates, unused, notKubernetes } };
}

type Nature = 'objects' | 'engine' | 'template' | 'other';

function natureOf(repository: Repository, path: string): Nature {
  const text = repository.text(path);
  // What cannot be read has a finding that says so.
  if (text === undefined) return 'objects';
  // UTF-16 read as UTF-8 has a NUL beside every letter.
  if (!looksLikeObjects(text.includes('\0') ? text.replaceAll('\0', '') : text)) return 'other';
  const { documents, findings } = repository.source(path);
  const isBroken = findings.some(({ severity }) => severity === 'error');
  if (isBroken && /\{\{|\{%|<%|\{[A-Z][A-Z0-9_]+\}/.test(text)) return 'template';
  const values = documents.map(({ value }) => value).filter((value) => value !== null);
  if (isBroken) return 'objects';
  const kinds = values.map(
    (value) => [textAt(value, 'apiVersion') ?? '', textAt(value, 'kind') ?? ''] as const,
  );
  if (values.length === 0 || kinds.every(([apiVersion, kind]) => isToolKind(apiVersion, kind)))
    return 'other';
  if (
    !values.some(
      (value) => fieldAt(value, 'apiVersion') !== undefined || fieldAt(value, 'metadata') !== undefined,
    )
  )
    return 'other';
  return kinds.every(([apiVersion, kind]) => isEngineObject(apiVersion, kind)) ? 'engine' : 'objects';
}

/** At least two of the fields that every object has, at the start of a line or as keys of JSON. */
function looksLikeObjects(text: string): boolean {
  const found = ['apiVersion', 'kind', 'metadata'].filter((key) =>
    new RegExp(`^[\\uFEFF\\uFFFD"'{ ]*${key}["']?\\s*:|[{,]\\s*"${key}"\\s*:`, 'm').test(text),
  );
  return found.length >= 2;
}

/**
 * A patch, by its name, or a file in the folder of a kustomization or right below it: what was tried out, or taken off
 * the list.
 */
function isUnused(path: string, graph: KustomizationGraph): boolean {
  if (/patch/i.test(posix.basename(path))) return true;
  const folder = posix.dirname(path);
  return graph.at(folder) !== undefined || graph.at(posix.dirname(folder)) !== undefined;
}

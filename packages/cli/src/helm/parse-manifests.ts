import type { KubernetesObject } from '@seatrial/compiler';
import { parseAllDocuments, type Tags } from 'yaml';

/**
 * Reads the Kubernetes objects of a stream of YAML documents, as {@link parseYaml} does; empty documents are dropped.
 *
 * @throws Error with the first thing that is wrong and its line.
 */
export function parseManifests(text: string): KubernetesObject[] {
  return parseYaml(text).map((value) => {
    if (isObject(value)) return value;
    throw new Error(
      `a document is no Kubernetes object: it starts with ${JSON.stringify(value).slice(0, 60)}`,
    );
  });
}

/**
 * Reads a stream of YAML documents as Kubernetes tools do (go-yaml 2 below sigs.k8s.io/yaml): YAML 1.1 with merge keys
 * and its booleans and octal numbers, but without its dates and base-60 numbers, which stay texts there; of a key that
 * comes twice the last one counts. Empty documents are dropped.
 *
 * @throws Error with the first thing that is wrong and its line.
 */
export function parseYaml(text: string): unknown[] {
  const documents = parseAllDocuments(text, {
    version: '1.1',
    customTags: kubernetesTags,
    uniqueKeys: false,
    merge: true,
  });
  if (!Array.isArray(documents)) return [];
  return documents
    .map((document): unknown => {
      const [problem] = document.errors;
      if (problem) throw problem;
      return document.toJS();
    })
    .filter((value) => value !== null && value !== undefined);
}

function isObject(value: unknown): value is KubernetesObject {
  return typeof value === 'object' && value !== null && 'apiVersion' in value && 'kind' in value;
}

const kubernetesTags = (tags: Tags): Tags =>
  tags.filter(
    (tag) =>
      typeof tag === 'string' ||
      !(tag.tag === 'tag:yaml.org,2002:timestamp' || ('format' in tag && tag.format === 'TIME')),
  );

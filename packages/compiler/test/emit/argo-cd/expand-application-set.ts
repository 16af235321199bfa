import { parse } from 'yaml';
import { clusterSecretLabels } from '../../../src/emit/argo-cd/index.ts';
import { isRecord, mergePatch } from '../../../src/objects/merge-patch.ts';
import type { ResolvedFleet } from '../../../src/resolved/fleet.ts';
import { renderGoTemplates } from './go-template.ts';

type Params = Readonly<Record<string, unknown>>;
interface Generator {
  readonly list?: { readonly elements: readonly Params[] };
  readonly clusters?: {
    readonly selector: { readonly matchLabels: Readonly<Record<string, string>> };
    readonly values?: Readonly<Record<string, string>>;
  };
}
interface Spec {
  readonly generators: readonly Generator[];
  readonly syncPolicy?: { readonly preserveResourcesOnDeletion?: boolean };
  readonly template: unknown;
  readonly templatePatch?: string;
}

/**
 * The Applications of an emitted ApplicationSet, by the rules of Argo CD's controller (`applicationset/utils/utils.go`,
 * `applicationset/controllers/template/patch.go`, v3.4.2): each string of the template rendered on its own, then the
 * rendered patch merged, lists as a whole.
 */
export async function expandApplicationSet(fleet: ResolvedFleet, object: unknown): Promise<unknown[]> {
  const { metadata, spec } = object as { metadata: { namespace: string }; spec: Spec };
  const params = (await Promise.all(spec.generators.map((each) => generate(fleet, each)))).flat();
  const texts = strings(spec.template);
  const patch = spec.templatePatch ?? '{}';
  const rendered = await renderGoTemplates(
    params.flatMap((each) => [...texts, patch].map((text) => ({ text, params: each }))),
  );
  return params.map((_, index) => {
    const answers = rendered.slice(index * (texts.length + 1), (index + 1) * (texts.length + 1));
    const filled = replaceStrings(spec.template, new Map(texts.map((text, at) => [text, answers[at] ?? ''])));
    const body = mergePatch(filled, parse(answers.at(-1) ?? '') ?? {}) as { metadata: Params; spec: unknown };
    const finalizers = spec.syncPolicy?.preserveResourcesOnDeletion
      ? {}
      : { finalizers: ['resources-finalizer.argocd.argoproj.io'] };
    return {
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'Application',
      metadata: { ...finalizers, ...body.metadata, namespace: metadata.namespace },
      spec: body.spec,
    };
  });
}

async function generate(fleet: ResolvedFleet, { list, clusters }: Generator): Promise<Params[]> {
  if (list !== undefined) return [...list.elements];
  if (clusters === undefined) throw new Error('a generator of an unknown kind');
  const wanted = Object.entries(clusters.selector.matchLabels);
  const found = fleet.clusters
    .map((cluster) => ({ name: cluster.name, labels: clusterSecretLabels(fleet, cluster) }))
    .filter(({ labels }) => wanted.every(([key, value]) => labels[key] === value))
    .map(({ name, labels }) => ({
      name,
      nameNormalized: name,
      server: '',
      project: '',
      metadata: { labels },
    }));
  const templates = Object.entries(clusters.values ?? {});
  const values = await renderGoTemplates(
    found.flatMap((params) => templates.map(([, text]) => ({ text, params }))),
  );
  return found.map((params, index) => ({
    ...params,
    values: Object.fromEntries(templates.map(([key], at) => [key, values[index * templates.length + at]])),
  }));
}

/** Every string of a value, keys included. */
function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(strings);
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([key, member]) => [key, ...strings(member)]);
}

function replaceStrings(value: unknown, by: ReadonlyMap<string, string>): unknown {
  if (typeof value === 'string') return by.get(value);
  if (Array.isArray(value)) return value.map((each) => replaceStrings(each, by));
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [by.get(key), replaceStrings(member, by)]),
  );
}

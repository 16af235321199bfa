import { groupOf, type KubernetesObject } from '@seatrial/compiler';
import fc from 'fast-check';
import { objectIn } from './arbitrary-objects.ts';
import { image, isReadableAnnotation, json, text } from './arbitrary-texts.ts';
import { type Case, resolved } from './fleets.ts';

/** One change of an object; `at` picks the place, so that shrinking keeps what still fails. */
interface Change {
  readonly at: number;
  readonly how: 'set' | 'remove' | 'insert' | 'swap' | 'empty';
  readonly value: unknown;
}

const change: fc.Arbitrary<Change> = fc.record({
  at: fc.nat(200),
  how: fc.constantFrom('set', 'set', 'remove', 'insert', 'swap', 'empty'),
  value: fc.oneof(text, image, json),
});

interface Fate {
  readonly drop: boolean;
  readonly stays: boolean;
  readonly changes: readonly Change[];
  readonly newTag: boolean;
  readonly replicas: number | undefined;
  readonly version: boolean;
}

const fate: fc.Arbitrary<Fate> = fc.record({
  drop: fc.integer({ min: 0, max: 9 }).map((dice) => dice === 9),
  stays: fc.integer({ min: 0, max: 9 }).map((dice) => dice === 9),
  changes: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, fc.array(change, { maxLength: 3 })),
  newTag: fc.boolean(),
  replicas: fc.option(fc.constantFrom(1, 5, 9), { nil: undefined }),
  version: fc.integer({ min: 0, max: 19 }).map((dice) => dice === 19),
});

/** An application and one placement of it, with changes that people make and changes that nobody would think of. */
export const anyCase: fc.Arbitrary<Case> = fc
  .record({
    baseNamespace: fc.constantFrom('luneo', 'luneo', 'default', '123'),
    namespace: fc.constantFrom('luneo', 'two', 'two', 'default', '5'),
  })
  .chain(({ baseNamespace, namespace }) =>
    fc.record({
      baseNamespace: fc.constant(baseNamespace),
      namespace: fc.constant(namespace),
      common: fc.dictionary(
        fc.constantFrom('app.kubernetes.io/part-of', 'team'),
        fc.constantFrom('luneo', '5', 'no'),
        { maxKeys: 2 },
      ),
      inTemplates: fc.boolean(),
      added: fc.dictionary(
        fc.constantFrom('app.kubernetes.io/part-of', 'environment', 'region'),
        fc.constantFrom('prod', 'eu', '1e3'),
        { maxKeys: 2 },
      ),
      addedInTemplates: fc.boolean(),
      base: fc.array(objectIn(fc.constantFrom(baseNamespace, baseNamespace, baseNamespace, 'other')), {
        maxLength: 5,
      }),
      own: fc.array(objectIn(fc.constantFrom(namespace, namespace, baseNamespace, 'other')), {
        maxLength: 2,
      }),
      fates: fc.array(fate, { minLength: 5, maxLength: 5 }),
      tag: fc.constantFrom('1.24', '2.0.0', '0644'),
    }),
  )
  .map(
    ({ baseNamespace, namespace, common, inTemplates, added, addedInTemplates, base, own, fates, tag }) => {
      const from = distinct(base.map((object) => relabelled(object, common, inTemplates)));
      const moved = from.flatMap((object, index) => {
        const { drop, stays, changes, newTag, replicas, version } = fates[index]!;
        if (drop) return [];
        let target = structuredClone(object) as KubernetesObject;
        if (newTag) target = tagged(target, tag);
        for (const one of changes) target = changed(target, one);
        if (replicas !== undefined) target = scaled(target, replicas);
        if (!stays && object.metadata.namespace === baseNamespace)
          target = { ...target, metadata: { ...target.metadata, namespace } };
        if (version) target = { ...target, apiVersion: `${target.apiVersion}beta1` };
        return [relabelled(target, added, addedInTemplates)];
      });
      const objects = distinct([...moved, ...own]);
      return {
        baseNamespace,
        namespace,
        base: from.map((object) => resolved(object)),
        objects: objects.map((object) => resolved(object)),
      };
    },
  );

/** kustomize takes no namespace for `default`, and refuses two objects of one identity. */
function distinct(objects: readonly KubernetesObject[]): KubernetesObject[] {
  const seen = new Map<string, KubernetesObject>();
  for (const object of objects) {
    const { name, namespace = 'default' } = object.metadata;
    const key = `${groupOf(object.apiVersion)}/${object.kind}/${namespace}/${name}`;
    if (!seen.has(key)) seen.set(key, object);
  }
  return [...seen.values()];
}

type Json = Record<string, unknown>;

function relabelled(
  object: KubernetesObject,
  labels: Record<string, string>,
  templates: boolean,
): KubernetesObject {
  if (Object.keys(labels).length === 0) return object;
  const metadata = { ...object.metadata, labels: { ...object.metadata.labels, ...labels } };
  const spec = object.spec as Json | undefined;
  const template = spec?.template as { metadata?: Json; spec?: unknown } | undefined;
  if (!templates || typeof template !== 'object' || template === null || Array.isArray(template))
    return { ...object, metadata };
  const inner = { ...template.metadata, labels: { ...(template.metadata?.labels as object), ...labels } };
  return { ...object, metadata, spec: { ...spec, template: { ...template, metadata: inner } } };
}

function tagged(value: unknown, tag: string): KubernetesObject {
  const walk = (child: unknown): unknown => {
    if (Array.isArray(child)) return child.map(walk);
    if (typeof child !== 'object' || child === null) return child;
    return Object.fromEntries(
      Object.entries(child).map(([key, field]) => [
        key,
        key === 'image' && typeof field === 'string'
          ? `${field.replace(/(:[^/]*|@.*)$/, '')}:${tag}`
          : walk(field),
      ]),
    );
  };
  return walk(value) as KubernetesObject;
}

function scaled(object: KubernetesObject, replicas: number): KubernetesObject {
  const spec = object.spec as Json | undefined;
  if (typeof spec?.replicas !== 'number') return object;
  return { ...object, spec: { ...spec, replicas } };
}

/** Changes one place of an object, but never its identity, and never so that labels or annotations are no longer texts. */
function changed(object: KubernetesObject, { at, how, value }: Change): KubernetesObject {
  const { apiVersion, kind, metadata, ...fields } = structuredClone(object) as KubernetesObject;
  const { name, namespace, labels, annotations, ...more } = metadata;
  const texts: Json = { labels: labels ?? {}, annotations: annotations ?? {} };
  const open: Json = { fields, texts, more };
  const places: [container: Json | unknown[], key: string | number, text: boolean][] = [];
  const collect = (container: unknown, isText: boolean): void => {
    if (typeof container !== 'object' || container === null) return;
    for (const key of Object.keys(container)) {
      places.push([container as Json, Array.isArray(container) ? Number(key) : key, isText]);
      collect((container as Json)[key], isText);
    }
  };
  collect(fields, false);
  for (const key of Object.keys(texts)) collect(texts[key], true);
  const place = places[at % Math.max(1, places.length)];
  if (place !== undefined) apply(place, how, value);
  const { labels: newLabels, annotations: newAnnotations } = open.texts as {
    labels: Json;
    annotations: Json;
  };
  return {
    apiVersion,
    kind,
    metadata: {
      name,
      ...(namespace !== undefined && { namespace }),
      ...more,
      ...(Object.keys(newLabels).length > 0 && { labels: newLabels as Record<string, string> }),
      ...(Object.keys(newAnnotations).length > 0 && {
        annotations: newAnnotations as Record<string, string>,
      }),
    },
    ...(open.fields as Json),
  };
}

function apply(
  [container, key, isText]: [Json | unknown[], string | number, boolean],
  how: Change['how'],
  value: unknown,
): void {
  const list = Array.isArray(container);
  const old = (container as Json)[key];
  const fitting = isText
    ? String(typeof value === 'object' || !isReadableAnnotation(value) ? 'x' : value)
    : value;
  switch (how) {
    case 'set':
      (container as Json)[key] = isText || typeof old === 'object' ? (isText ? fitting : value) : fitting;
      return;
    case 'remove':
      if (list) container.splice(Number(key), 1);
      else delete (container as Json)[key];
      return;
    case 'insert':
      if (list) container.splice(Number(key), 0, structuredClone(old), fitting);
      else (container as Json)[`${key}-more`] = fitting;
      return;
    case 'swap':
      if (list) container.reverse();
      else (container as Json)[key] = isText ? 'swapped' : [old, old];
      return;
    case 'empty':
      (container as Json)[key] = isText ? '' : Array.isArray(old) ? [] : {};
  }
}

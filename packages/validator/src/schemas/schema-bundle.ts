import { digestOf } from '../json/digest.ts';
import { stableJson } from '../json/stable-json.ts';
import { draft, type JsonSchema } from './json-schema.ts';

/** One kind that an API server serves, and the schema of its objects. */
export interface SchemaKind {
  readonly apiVersion: string;
  readonly kind: string;
  readonly namespaced: boolean;
  /** sha256 of the schema's text: its name everywhere. */
  readonly digest: string;
}

/** Kinds and the texts of their schemas: plain data that `seatrial prepare` stores. */
export interface SchemaBundle {
  /** Sorted by apiVersion, then kind. */
  readonly kinds: readonly SchemaKind[];
  /** Digest to the JSON text of a self-contained schema (draft 7, no `$id`, references only to its own `definitions`). */
  readonly schemas: Readonly<Record<string, string>>;
}

/** One kind with its schema as a value, before it is written down. */
export interface KindWithSchema {
  readonly apiVersion: string;
  readonly kind: string;
  readonly namespaced: boolean;
  readonly schema: JsonSchema;
}

/** Writes the schemas down. A kind that comes twice keeps the last schema. */
export function bundleOf(entries: Iterable<KindWithSchema>): SchemaBundle {
  return mergeBundles(
    [...entries].map(({ schema, ...kind }) => {
      const text = stableJson({ $schema: draft, ...schema });
      const digest = digestOf(text);
      return { kinds: [{ ...kind, digest }], schemas: { [digest]: text } };
    }),
  );
}

/** One bundle of many. A kind that comes twice keeps the last schema. */
export function mergeBundles(bundles: readonly SchemaBundle[]): SchemaBundle {
  const byName = new Map(
    bundles.flatMap(({ kinds }) => kinds).map((kind) => [`${kind.apiVersion} ${kind.kind}`, kind]),
  );
  const kinds = [...byName].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, kind]) => kind);
  const used = new Set(kinds.map(({ digest }) => digest));
  const texts = bundles
    .flatMap(({ schemas }) => Object.entries(schemas))
    .filter(([digest]) => used.has(digest));
  return { kinds, schemas: Object.fromEntries(texts.sort(([a], [b]) => (a < b ? -1 : 1))) };
}

/** A JSON Schema document or a part of one: keyword to value. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/**
 * Draft 7, because the schema library of kubeconform asserts `format` up to draft 7 and only annotates it later.
 * In draft 7 the neighbours of a `$ref` are ignored, so a reference with neighbours is written as `allOf: [$ref]`.
 */
export const draft = 'http://json-schema.org/draft-07/schema#';

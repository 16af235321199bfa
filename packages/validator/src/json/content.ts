import { digestOf } from './digest.ts';
import { stableJson } from './stable-json.ts';

/** The JSON text of a value, and its digest: what results are kept by. */
export interface Content {
  readonly json: string;
  /** sha256 of `json`. */
  readonly digest: string;
}

const known = new WeakMap<object, Content>();

/** Computed once for each object, whoever asks; objects are never changed. @throws NotJsonError */
export function contentOf(value: object): Content {
  const content = known.get(value);
  if (content !== undefined) return content;
  const json = stableJson(value);
  const made = { json, digest: digestOf(json) };
  known.set(value, made);
  return made;
}

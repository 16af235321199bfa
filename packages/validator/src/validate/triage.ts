import type { Finding } from '@seatrial/compiler';
import { codes } from '../findings/codes.ts';
import { contentOf } from '../json/content.ts';
import { NotJsonError } from '../json/not-json-error.ts';
import { fieldName } from '../json/field-name.ts';
import { malformed } from './well-formed.ts';
import { nearestName } from '../findings/nearest-name.ts';
import { placeOf } from '../rendered/place-of.ts';
import type { LocatedObject } from '../rendered/located-object.ts';
import type { RenderedCluster } from '../rendered/rendered-cluster.ts';
import { unservedKind } from './unserved-kind.ts';

/** What becomes of one object: it goes to the engine, or it cannot, and why (nothing: no schema is known). */
export type Triage =
  | { readonly to: 'engine'; readonly schema: string; readonly json: string; readonly content: string }
  | { readonly to: 'unchecked'; readonly finding?: Finding };

/** Decides what can be said of an object before any engine sees it. */
export function triage(located: LocatedObject, cluster: RenderedCluster): Triage {
  const { apiVersion, kind } = located.object as Readonly<Record<string, unknown>>;
  const wrong = malformed(apiVersion, kind);
  if (wrong !== undefined) {
    const nearest =
      wrong.field === '/kind'
        ? nearestName(String(kind), cluster.kinds.kindsOf(String(apiVersion)))
        : undefined;
    const hint =
      nearest === undefined
        ? 'Write both as the documentation of the kind does.'
        : `Did you mean ${nearest}?`;
    return refused(located, codes.malformedKind, wrong.sentence, hint, wrong.field);
  }
  const served = cluster.kinds.find(located.object.apiVersion, located.object.kind);
  if (served === undefined) {
    const unserved = unservedKind(cluster, located.object.apiVersion, located.object.kind);
    if (unserved === undefined) return { to: 'unchecked' };
    return refused(located, codes.notServed, unserved.sentence, unserved.hint, '/apiVersion');
  }
  try {
    const { json, digest } = contentOf(located.object);
    return { to: 'engine', schema: served.digest, json, content: digest };
  } catch (error) {
    if (!(error instanceof NotJsonError)) throw error;
    const sentence = `${fieldName(error.pointer)} is ${error.found}, which JSON cannot hold.`;
    return refused(
      located,
      codes.notJson,
      sentence,
      'Write it as a string or a finite number.',
      error.pointer,
    );
  }
}

function refused(
  located: LocatedObject,
  code: string,
  sentence: string,
  hint: string,
  field: string,
): Triage {
  return {
    to: 'unchecked',
    finding: { code, severity: 'error', sentence, hint, place: placeOf(located, field) },
  };
}

import type { KubernetesObject } from '@seatrial/compiler';
import { pointerKeys } from '../json/json-pointer.ts';
import { describeBounds } from './describe-bounds.ts';
import type { SchemaProblem } from '../kubeconform/schema-engine.ts';
import { base64Pattern, quantityPattern } from '../schemas/formats.ts';
import { fieldName } from '../json/field-name.ts';
import { nearestName } from '../findings/nearest-name.ts';
import { schemaAt, valueAt } from './schema-at.ts';

export interface Description {
  readonly sentence: string;
  readonly hint: string;
  /** `error` unless said otherwise. */
  readonly severity?: 'warning';
}

/**
 * A problem in words. The schema says what would be right; where the message is none that is known here, it is
 * passed on as kubeconform (that is, its schema library) wrote it.
 */
export function describeProblem(
  problem: SchemaProblem,
  object: KubernetesObject,
  schema: unknown,
): Description {
  const { path, message } = problem;
  const field = fieldName(path);
  const unknown = /^additional properties '.*' not allowed$/s.test(message);
  if (unknown) return describeUnknown(path, schema);
  const missing = /^missing propert(?:y|ies) (.+)$/s.exec(message)?.[1];
  if (missing !== undefined) {
    return {
      sentence: `${field} has no ${missing.replaceAll("'", '"')}.`,
      hint: `Add ${missing.replaceAll("'", '"')}.`,
    };
  }
  const [, got, want] = /^got (\S+), want (.+)$/s.exec(message) ?? [];
  if (got === 'null' && want === 'string' && isEntryOfMap(path, object, schema))
    return {
      sentence: `${field} is null, which an API server takes for an empty text.`,
      hint: 'Write "" where that is meant, else the value.',
      severity: 'warning',
    };
  if (got !== undefined && want !== undefined) {
    const wanted = article(withoutNull(want));
    return { sentence: `${field} is ${article(got)}; it must be ${wanted}.`, hint: `Write ${wanted}.` };
  }
  const here = schemaAt(schema, path) ?? {};
  const bound = /^(?:exclusive ?)?(minimum|maximum)/i.exec(message)?.[1]?.toLowerCase();
  if (bound !== undefined) return describeRange(field, valueAt(object, path), here, bound);
  if (message.includes('does not match pattern')) {
    if (here['pattern'] === quantityPattern) {
      return {
        sentence: `${field} is not a quantity.`,
        hint: 'Write a number with a unit such as 500m, 2Gi or 1.5G.',
      };
    }
    if (here['pattern'] === base64Pattern) {
      return {
        sentence: `${field} is not base64.`,
        hint: 'Encode the value as base64, or put plain text into stringData.',
      };
    }
  }
  const allowed = /^value must be one of (.+)$/s.exec(message)?.[1]?.replace(/, <nil>$/, '');
  if (allowed !== undefined) return describeChoice(field, valueAt(object, path), here, allowed);
  const bounded = describeBounds(message);
  if (bounded !== undefined)
    return { sentence: `${field} ${bounded}.`, hint: 'Compare it with the documentation of the kind.' };
  return { sentence: `${field}: ${message}.`, hint: 'Correct the value.' };
}

/** A map of texts of a built-in kind: decoding a null in one leaves the entry empty. A definition's map refuses it. */
function isEntryOfMap(path: string, { apiVersion }: KubernetesObject, schema: unknown): boolean {
  if (!['v1', 'apps/v1', 'batch/v1'].includes(apiVersion)) return false;
  const entries = schemaAt(schema, path.slice(0, path.lastIndexOf('/')))?.['additionalProperties'];
  return typeof entries === 'object' && entries !== null;
}

function describeUnknown(path: string, schema: unknown): Description {
  const name = pointerKeys(path).at(-1) ?? '';
  const parent = path.slice(0, path.lastIndexOf('/'));
  const properties = schemaAt(schema, parent)?.['properties'];
  const known = typeof properties === 'object' && properties !== null ? Object.keys(properties).sort() : [];
  const nearest = nearestName(name, known);
  const listed = known.length > 12 ? `${known.slice(0, 12).join(', ')}, …` : known.join(', ');
  const fields = known.length === 0 ? 'Remove it.' : `Remove it, or use one of the known fields: ${listed}.`;
  return {
    sentence: `${fieldName(path)} is not a field of the schema.`,
    hint: nearest === undefined ? fields : `Did you mean "${nearest}"?`,
  };
}

function describeRange(
  field: string,
  value: unknown,
  schema: Readonly<Record<string, unknown>>,
  bound: string,
): Description {
  const exclusive = schema[bound === 'minimum' ? 'exclusiveMinimum' : 'exclusiveMaximum'];
  const limit = exclusive === undefined ? String(schema[bound]) : `${String(exclusive)} (exclusive)`;
  const shown =
    typeof value === 'number'
      ? value.toLocaleString('en', { useGrouping: false, maximumFractionDigits: 20 })
      : String(value);
  const word = bound === 'minimum' ? 'least' : 'most';
  return { sentence: `${field} is ${shown}; it must be at ${word} ${limit}.`, hint: 'Correct the number.' };
}

function describeChoice(
  field: string,
  value: unknown,
  schema: Readonly<Record<string, unknown>>,
  allowed: string,
): Description {
  const choices = Array.isArray(schema['enum'])
    ? schema['enum'].filter((choice) => typeof choice === 'string')
    : [];
  const nearest = typeof value === 'string' ? nearestName(value, choices) : undefined;
  const hint = nearest === undefined ? 'Use one of these values.' : `Did you mean "${nearest}"?`;
  return { sentence: `${field} must be one of ${allowed}.`, hint };
}

/** An optional field may be null, but that is no advice to give. */
function withoutNull(types: string): string {
  const named = types.split(' or ').filter((type) => type !== 'null');
  return named.length === 0 ? types : named.join(' or ');
}

function article(types: string): string {
  return types
    .split(' or ')
    .map((type) => (type === 'array' ? 'list' : type))
    .map((type) => (type === 'null' ? type : `${/^[aeiou]/.test(type) ? 'an' : 'a'} ${type}`))
    .join(' or ');
}

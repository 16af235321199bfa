import { z } from 'zod';
import { didYouMean } from '../findings/nearest.ts';
import { isRecord } from '../objects/merge-patch.ts';

/** What a schema has against a value: one sentence each, at its path. */
export interface SchemaProblem {
  readonly path: readonly string[];
  readonly sentence: string;
  readonly hint: string;
}

/** A value as a person wrote it, short enough for a sentence. */
function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (at, key) => (isRecord(at) || Array.isArray(at) ? (at as Record<PropertyKey, unknown>)[key] : undefined),
    value,
  );
}

function keysOf(schema: z.ZodType, path: readonly PropertyKey[]): readonly string[] {
  const def = schema.def as {
    type: string;
    innerType?: z.ZodType;
    options?: z.ZodType[];
    valueType?: z.ZodType;
    element?: z.ZodType;
  };
  if (schema instanceof z.ZodObject && path.length === 0) return Object.keys(schema.shape);
  const [key, ...rest] = path;
  if (schema instanceof z.ZodObject) {
    const field = (schema.shape as Record<string, z.ZodType>)[String(key)];
    return field === undefined ? [] : keysOf(field, rest);
  }
  if (def.innerType !== undefined) return keysOf(def.innerType, path);
  if (def.options !== undefined) return def.options.flatMap((option) => keysOf(option, path));
  const inner = def.valueType ?? def.element;
  return inner === undefined ? [] : keysOf(inner, rest);
}

type Issue = z.core.$ZodIssue;

/** Of the members of a union, the one that came nearest: the fewest problems, the deepest path. */
function nearestMember(members: readonly (readonly Issue[])[]): readonly Issue[] {
  const depth = (issues: readonly Issue[]) => Math.max(0, ...issues.map((issue) => issue.path.length));
  const wrongType = (issues: readonly Issue[]) =>
    issues.some((issue) => issue.code === 'invalid_type' && issue.path.length === 0);
  return (
    [...members].sort(
      (a, b) => Number(wrongType(a)) - Number(wrongType(b)) || depth(b) - depth(a) || a.length - b.length,
    )[0] ?? []
  );
}

function describe(
  issue: Issue,
  root: z.ZodType,
  input: unknown,
  at: readonly PropertyKey[],
): SchemaProblem[] {
  const path = [...at, ...issue.path];
  const names = path.map(String);
  const value = valueAt(input, path);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      path: [...names, key],
      sentence: `"${key}" is not known here`,
      hint: didYouMean(key, keysOf(root, path)),
    }));
  }
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    const member = nearestMember(issue.errors);
    if (!(member.length === 1 && member[0]?.code === 'invalid_type' && member[0].path.length === 0)) {
      return member.flatMap((inner) => describe(inner, root, input, path));
    }
  }
  if (value === undefined) {
    const missing = names.at(-1) ?? 'the value';
    return [{ path: names, sentence: `${missing} is missing`, hint: `write ${missing} (${issue.message})` }];
  }
  const message =
    issue.message.startsWith('is ') || issue.message.startsWith('does ')
      ? issue.message
      : `is not accepted: ${issue.message}`;
  return [{ path: names, sentence: `${shown(value)} ${message}`, hint: 'correct the value' }];
}

/** Checks a value; returns what the schema made of it, or every problem. */
export function checkSchema<S extends z.ZodType>(
  schema: S,
  input: unknown,
): { value: z.infer<S> } | { problems: SchemaProblem[] } {
  const result = schema.safeParse(input);
  if (result.success) return { value: result.data };
  return { problems: result.error.issues.flatMap((issue) => describe(issue, schema, input, [])) };
}

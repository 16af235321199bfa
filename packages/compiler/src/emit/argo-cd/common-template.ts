import { isDeepStrictEqual } from 'node:util';
import { isRecord } from '../../objects/merge-patch.ts';
import { literal, textTemplate, type Parameter } from './text-template.ts';

/** A value that differs from one Application to the next in a way that no template of a string can say. */
export interface Difference {
  /** Keys from the top of the Application. */
  readonly path: readonly string[];
  /** The value for each Application; undefined where it has none. */
  readonly values: readonly unknown[];
}

export interface CommonTemplate {
  /** What all Applications share, with Go templates in its strings. */
  readonly template: unknown;
  readonly differences: readonly Difference[];
}

/** What several JSON values have in common, and where they differ: together they give each of the values back. */
export function commonTemplate(values: readonly unknown[], parameters: readonly Parameter[]): CommonTemplate {
  const differences: Difference[] = [];
  const template = shared(values, [], parameters, differences);
  return { template, differences };
}

/** Nothing here is shared: the value is among the differences, not in the template. */
const nothing = Symbol('nothing');

function shared(
  values: readonly unknown[],
  path: readonly string[],
  parameters: readonly Parameter[],
  differences: Difference[],
): unknown {
  if (values.every((value) => value !== undefined && isDeepStrictEqual(value, values[0])))
    return literals(values[0]);
  if (values.every((value) => typeof value === 'string')) {
    const text = textTemplate(values, parameters);
    if (text !== undefined) return text;
  } else if (values.every(isRecord)) {
    return sharedMembers(values, path, parameters, differences);
  } else if (values.every((value): value is unknown[] => Array.isArray(value))) {
    const list = sharedElements(values, parameters);
    if (list !== undefined) return list;
  }
  differences.push({ path, values });
  return nothing;
}

function sharedMembers(
  values: readonly Readonly<Record<string, unknown>>[],
  path: readonly string[],
  parameters: readonly Parameter[],
  differences: Difference[],
): Record<string, unknown> {
  const keys = new Set(values.flatMap((value) => Object.keys(value)));
  const members: Record<string, unknown> = {};
  for (const key of keys) {
    const member = shared(
      values.map((value) => value[key]),
      [...path, key],
      parameters,
      differences,
    );
    if (member !== nothing) members[literal(key)] = member;
  }
  return members;
}

/** A patch replaces a list as a whole, so its elements are shared all of them or not at all. */
function sharedElements(
  values: readonly (readonly unknown[])[],
  parameters: readonly Parameter[],
): unknown[] | undefined {
  const length = values[0]?.length ?? 0;
  if (values.some((value) => value.length !== length)) return undefined;
  const differences: Difference[] = [];
  const elements = Array.from({ length }, (_, index) =>
    shared(
      values.map((value) => value[index]),
      [],
      parameters,
      differences,
    ),
  );
  return differences.length === 0 ? elements : undefined;
}

function literals(value: unknown): unknown {
  if (typeof value === 'string') return literal(value);
  if (Array.isArray(value)) return value.map(literals);
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [literal(key), literals(member)]));
}

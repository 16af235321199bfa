import type { Path } from './paths.ts';

type Step =
  | { readonly key: string | number }
  | { readonly each: true }
  | { readonly where: Path; readonly is: unknown };

const token =
  /\s*(?:\|\s*)?(?:\.?\[\s*(?<at>-?\d+|"(?:[^"\\]|\\.)*")?\s*\]|\.(?<name>[A-Za-z_]\w*|"(?:[^"\\]|\\.)*")|(?<self>\.)(?=\s*(?:\||$))|select\(\s*(?<where>(?:\.[A-Za-z_]\w*)+)\s*==\s*(?<is>"(?:[^"\\]|\\.)*"|\d+|true|false)\s*\))\??/uy;

/**
 * Where a jq path expression leads in a value: the part of the language that the `jqPathExpressions` of Applications
 * are made of (fields, indexes, `[]`, `select(.field == "text")`, `?`, `|`). Undefined: there is more in it.
 * Source: jq manual, "Basic filters" and "select".
 */
export function jqPaths(expression: string, value: unknown): readonly Path[] | undefined {
  const steps = parse(expression);
  return steps === undefined ? undefined : follow(steps, value);
}

function parse(expression: string): readonly Step[] | undefined {
  const steps: Step[] = [];
  const pattern = new RegExp(token);
  const text = expression.trim();
  while (pattern.lastIndex < text.length) {
    const groups = pattern.exec(text)?.groups;
    if (groups === undefined) return undefined;
    const { at, name, self, where, is } = groups;
    if (where !== undefined) steps.push({ where: where.slice(1).split('.'), is: JSON.parse(is ?? 'null') });
    else if (name !== undefined) steps.push({ key: unquoted(name) as string });
    else if (at !== undefined) steps.push({ key: unquoted(at) });
    else if (self === undefined) steps.push({ each: true });
  }
  return steps;
}

function unquoted(text: string): string | number {
  return text.startsWith('"') || /^-?\d+$/u.test(text) ? (JSON.parse(text) as string | number) : text;
}

function follow(steps: readonly Step[], value: unknown): readonly Path[] {
  const [step, ...rest] = steps;
  if (step === undefined) return value === undefined ? [] : [[]];
  if (typeof value !== 'object' || value === null) return [];
  if ('where' in step) return at(value, step.where) === step.is ? follow(rest, value) : [];
  const keys = 'each' in step ? Object.keys(value) : [keyIn(value, step.key)];
  return keys.flatMap((key) =>
    follow(rest, (value as Record<string, unknown>)[key]).map((path) => [key, ...path]),
  );
}

/** A negative index counts from the end. */
function keyIn(value: object, key: string | number): string {
  return String(typeof key === 'number' && key < 0 && Array.isArray(value) ? value.length + key : key);
}

function at(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (found, key) =>
      typeof found === 'object' && found !== null ? (found as Record<string, unknown>)[key] : undefined,
    value,
  );
}

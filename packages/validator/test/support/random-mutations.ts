import fc from 'fast-check';
import { isRecord } from '../../src/json/is-record.ts';

type Path = readonly (string | number)[];

const texts = (
  '  a A a_b a.b a/b a.b/c -a 1 0 80 -1 100% 101% 1Gi 1.5Gib 500m None none Always Never Local TCP UDP In Exists 10.0.0.1 10.0.0.0/8 ' +
  '::1 .. ../a /a * *.a.b v1 @daily Etc/UTC true http RollingUpdate $(A) ClusterIP NodePort Recreate'
).split(' ');
const text = fc.constantFrom(...texts, 'a b', '* * * * *', 'x'.repeat(64), 'x'.repeat(254));
const number = fc.constantFrom(0, 1, -1, 2, 80, 65_535, 65_536, 100, 101, 1000, 3600, 2_147_483_647);
/** Objects whose keys are the author's own: another key in them is no unknown field. */
const open = new Set(
  'labels annotations data hard limits requests matchLabels nodeSelector min max default defaultRequest'.split(
    ' ',
  ),
);

/** An object with one or two fields changed, removed, emptied or doubled. */
export function randomMutationOf(
  objects: readonly Readonly<Record<string, unknown>>[],
): fc.Arbitrary<Readonly<Record<string, unknown>>> {
  const step = fc.record({ at: fc.nat(), how: fc.nat({ max: 9 }), text, number });
  return fc
    .tuple(fc.constantFrom(...objects), fc.array(step, { minLength: 1, maxLength: 2 }))
    .map(([object, steps]) => steps.reduce((now, one) => mutated(now, one), object));
}

function mutated(
  object: Readonly<Record<string, unknown>>,
  step: { readonly at: number; readonly how: number; readonly text: string; readonly number: number },
): Readonly<Record<string, unknown>> {
  const copy = structuredClone(object) as Record<string, unknown>;
  const paths = pathsOf(copy);
  const path = paths[step.at % Math.max(paths.length, 1)] ?? [];
  const key = path.at(-1);
  if (key === undefined) return copy;
  const parent = path
    .slice(0, -1)
    .reduce<unknown>((node, name) => (node as Record<string, unknown>)[name], copy);
  const holder = parent as Record<string | number, unknown>;
  const value = holder[key];
  if (step.how < 2) {
    if (Array.isArray(parent)) parent.splice(Number(key), 1);
    else delete holder[key];
  } else if (typeof value === 'string') holder[key] = step.text;
  else if (typeof value === 'number') holder[key] = step.number;
  else if (typeof value === 'boolean') holder[key] = !value;
  else if (step.how < 5) holder[key] = Array.isArray(value) ? [] : {};
  else if (Array.isArray(value)) value.push(...structuredClone(value.slice(0, 1)));
  else if (isRecord(value) && open.has(String(key)))
    holder[key] = { ...value, [step.text]: Object.values(value)[0] ?? step.text };
  return copy;
}

/** Every place in an object but its name, without which nothing can be applied. */
function pathsOf(value: unknown, path: Path = []): readonly Path[] {
  const inner: readonly (readonly [string | number, unknown])[] = Array.isArray(value)
    ? value.map((item, at) => [at, item] as const)
    : isRecord(value)
      ? Object.entries(value)
      : [];
  const below = inner.flatMap(([key, child]) => pathsOf(child, [...path, key]));
  const name = path.join('.');
  return ['', 'apiVersion', 'kind', 'metadata', 'metadata.name'].includes(name) ? below : [path, ...below];
}

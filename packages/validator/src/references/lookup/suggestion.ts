import { distance } from 'fastest-levenshtein';

/** A hint from the names that there are: `Did you mean "api"?`, else another way out. */
export function suggestion(wrong: string, known: readonly string[], otherwise: string): string {
  const near = nearest(wrong, known);
  return near === undefined ? otherwise : `Did you mean "${near}"?`;
}

/** The name that was meant, by a letter or two, or by a prefix or suffix that kustomize or Helm put beside it. */
function nearest(wrong: string, known: readonly string[]): string | undefined {
  let best: { readonly name: string; readonly far: number } | undefined;
  for (const name of known) {
    const far = isWhole(name, wrong) || isWhole(wrong, name) ? 1 : distance(wrong, name);
    if (far < (best?.far ?? Number.POSITIVE_INFINITY)) best = { name, far };
  }
  const limit = wrong.length < 5 ? 1 : 2;
  return best !== undefined && best.far <= limit ? best.name : undefined;
}

/** Whether one name is another with a part before or after it: `shop-api` and `api`, `settings-g4hk9g2ff8` and `settings`. */
const isWhole = (long: string, part: string): boolean =>
  part !== '' && (long.startsWith(`${part}-`) || long.endsWith(`-${part}`));

/** Names in a sentence: `a`, `a and b`, `a, b and c`; after ten, how many more. */
export function listed(names: readonly string[]): string {
  const sorted = [...names].sort();
  const shown = sorted.length > 10 ? [...sorted.slice(0, 9), `${sorted.length - 9} more`] : sorted;
  const last = shown.at(-1) ?? 'none';
  return shown.length < 2 ? last : `${shown.slice(0, -1).join(', ')} and ${last}`;
}

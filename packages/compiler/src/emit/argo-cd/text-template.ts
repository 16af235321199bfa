/** Something that varies from one Application to the next and that a template can name. */
export interface Parameter {
  /** How a Go template reaches it: `.cluster`, `.values.environment`. */
  readonly expression: string;
  /** Its value for each Application. */
  readonly values: readonly string[];
}

/**
 * One Go template that gives each of the texts for its Application, or undefined where the parameters cannot say it.
 * Shared text stays literal as far as it can; where it cannot, parameters are tried in their order.
 */
export function textTemplate(texts: readonly string[], parameters: readonly Parameter[]): string | undefined {
  return fit(
    texts,
    parameters,
    texts.map(() => 0),
    new Set(),
  );
}

/** A text that a template gives back unchanged. */
export function literal(text: string): string {
  return text.replaceAll('{{', '{{ `{{` }}');
}

/** What remains of the texts from their positions on. `dead` holds positions that are known to lead nowhere. */
function fit(
  texts: readonly string[],
  parameters: readonly Parameter[],
  from: readonly number[],
  dead: Set<string>,
): string | undefined {
  const key = from.join();
  if (dead.has(key)) return undefined;
  for (let shared = sharedLength(texts, from); shared >= 0; shared -= 1) {
    const prefix = (texts[0] ?? '').slice(from[0] ?? 0, (from[0] ?? 0) + shared);
    const at = from.map((position) => position + shared);
    if (texts.every((text, index) => text.length === at[index])) return literal(prefix);
    for (const { expression, values } of parameters) {
      if (!texts.every((text, index) => startsWith(text, values[index], at[index]))) continue;
      const rest = fit(
        texts,
        parameters,
        at.map((position, index) => position + (values[index] ?? '').length),
        dead,
      );
      if (rest !== undefined) return `${literal(prefix)}{{ ${expression} }}${rest}`;
    }
  }
  dead.add(key);
  return undefined;
}

function startsWith(text: string, value: string | undefined, at: number | undefined): boolean {
  return value !== undefined && value !== '' && text.startsWith(value, at);
}

function sharedLength(texts: readonly string[], from: readonly number[]): number {
  const first = texts[0] ?? '';
  const start = from[0] ?? 0;
  let length = 0;
  for (;;) {
    const character = first[start + length];
    if (character === undefined) return length;
    if (!texts.every((text, index) => text[(from[index] ?? 0) + length] === character)) return length;
    length += 1;
  }
}

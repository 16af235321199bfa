import { shown } from '../shown.ts';

/** A syntax that a text must have. */
export interface Format {
  /** Follows "it must be": `a DNS label: lower-case letters, digits and "-", …`. */
  readonly what: string;
  /** In characters (UTF-16 units, which is bytes for every text that fits such a format). */
  readonly longest?: number;
  readonly accepts: (text: string) => boolean;
  /** A likely text in this format instead of a wrong one. */
  readonly mend?: (text: string) => string;
}

/** What is wrong with a text, and the way out; undefined when it has the format. */
export function misfit(
  format: Format,
  text: string,
): { readonly predicate: string; readonly hint: string } | undefined {
  if (format.longest !== undefined && text.length > format.longest) {
    return {
      predicate: `has ${text.length} characters; it must have at most ${format.longest}`,
      hint: 'Shorten it.',
    };
  }
  if (format.accepts(text)) return undefined;
  if (/\$\{\w+/.test(text)) {
    return {
      predicate: `is ${shown(text)}; it must be ${format.what}`,
      hint: 'Write the value, or have the variable substituted (Flux: spec.postBuild of the Kustomization).',
    };
  }
  const mended = format.mend?.(text);
  const better = mended !== undefined && mended !== text && misfit(format, mended) === undefined;
  return {
    predicate: `is ${shown(text)}; it must be ${format.what}`,
    hint: better ? `Did you mean ${shown(mended)}?` : 'Correct it.',
  };
}

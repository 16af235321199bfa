import { nearestName } from '../../findings/nearest-name.ts';
import type { Rule } from '../rule.ts';
import { either, shown } from '../shown.ts';

const explanation = {
  code: 'SEA3110',
  title: 'A field has a word that is none of its words',
  meaning:
    "Many fields take one of a few words only. Kubernetes' OpenAPI document does not list them, so a schema lets every text through; the " +
    'API server does not.',
  fix: 'Use one of the words that the finding names; capital letters count.',
} as const;

/**
 * A text that is one of these words. An empty text counts as one that is not set, as Go decodes it.
 * Source: the constants of the field's type in k8s.io/api, and the set of supported values beside its validation.
 */
export function oneOf(...words: readonly string[]): Rule {
  return wordOf(words, true);
}

/** As {@link oneOf}, for fields that Go keeps behind a pointer: there an empty text is a word, and a wrong one. */
export function exactlyOneOf(...words: readonly string[]): Rule {
  return wordOf(words, false);
}

function wordOf(words: readonly string[], mayBeEmpty: boolean): Rule {
  const known = new Set(words);
  return {
    explanation,
    check(field, refuse) {
      const { text } = field;
      if (text === undefined || (text === '' && mayBeEmpty) || known.has(text)) return;
      const nearest = nearestName(text, words);
      refuse(
        field,
        `is ${shown(text)}; it must be ${either(words)}`,
        nearest === undefined ? 'Use one of these words.' : `Did you mean ${nearest}?`,
      );
    },
  };
}

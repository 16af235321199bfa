import { contentOf, type Content } from './content.ts';
import { NotJsonError } from './not-json-error.ts';

/** The content of a value; undefined where JSON cannot hold it. */
export function contentOrNone(value: object): Content | undefined {
  try {
    return contentOf(value);
  } catch (error) {
    if (error instanceof NotJsonError) return undefined;
    throw error;
  }
}

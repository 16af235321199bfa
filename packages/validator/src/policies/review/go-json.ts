import { goNumber } from '../rego/go-number.ts';

/** Finds what may be a number that Go writes otherwise than JavaScript: with a point, an exponent or seven digits. */
const suspicious = /(?:":|[[,])-?\d+(?:[.eE]|(?<=\d{7}))/;

/**
 * The same JSON with its numbers written as Gatekeeper's reader hands them to a policy: as float64, so that a message
 * says 1e+06 for 1000000. @param json on one line, as `stableJson` writes it
 */
export function goJson(json: string): string {
  if (!suspicious.test(json)) return json;
  return json.replace(tokens, (token) => (token.startsWith('"') ? token : goNumber(Number(token))));
}

const tokens = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?/g;

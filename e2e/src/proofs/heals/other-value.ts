import type { KubernetesObject } from '@seatrial/compiler';
import { field } from '../../trial/field.ts';
import type { Path } from '../../trial/differences/paths.ts';
import { marker } from './drift.ts';

/** Another value of a field that does no harm; undefined where there is none to think of. */
export function otherValue(path: Path, value: unknown): unknown {
  if (path.at(-1) === 'caBundle') return typeof value === 'string' ? sameAuthorities(value) : undefined;
  if (typeof value === 'string') return marker;
  if (typeof value === 'number') return value + 1;
  return typeof value === 'boolean' ? !value : undefined;
}

/** The same certificates, listed twice: another text that trusts the same. */
function sameAuthorities(bundle: string): string {
  const pem = Buffer.from(bundle, 'base64').toString();
  return Buffer.from(`${pem.trimEnd()}\n${pem}`).toString('base64');
}

/** A merge patch that gives one field another value; from the first list on the way it is written whole. */
export function patchAt(object: KubernetesObject, path: Path, value: unknown): unknown {
  const at = path.findIndex((_, index) => Array.isArray(field(object, ...path.slice(0, index))));
  const outer = at === -1 ? path : path.slice(0, at);
  const inner = at === -1 ? value : replaced(field(object, ...outer), path.slice(at), value);
  return outer.reduceRight<unknown>((below, key) => ({ [key]: below }), inner);
}

function replaced(value: unknown, path: Path, by: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return by;
  if (Array.isArray(value)) {
    return value.map((element, index) =>
      String(index) === String(step) ? replaced(element, rest, by) : element,
    );
  }
  return { ...(value as object), [step]: replaced(field(value, step), rest, by) };
}

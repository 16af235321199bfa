import { isRecord, recordAt, textAt } from '@seatrial/validator';
import type { UnitObject } from '../discover/objects-of-unit.ts';
import type { Unit, UnitNotRendered } from '../engines/unit.ts';

/** The objects of a unit, apart: those that are whole, and those that something else fills in before they are applied. */
export interface FilledInLater {
  readonly whole: readonly UnitObject[];
  readonly open: readonly UnitObject[];
  readonly gaps: readonly UnitNotRendered[];
}

/**
 * Sets objects apart that are templates though they are YAML: `{{ … }}` in their names and labels, or, in what no engine
 * syncs from here, a field that is nothing but `${NAME}`, which Flux or envsubst fill in; and what is left to
 * argocd-vault-plugin.
 */
export function filledInLater(objects: readonly UnitObject[], { name, engine }: Unit): FilledInLater {
  const open = objects.filter((located) => {
    const { object } = located;
    return (
      isForVault(located) ||
      holds(object.metadata, (text) => text.includes('{{')) ||
      (engine === 'hand' &&
        (isPlaceholder(textAt(object, 'metadata', 'name')) ||
          isPlaceholder(textAt(object, 'metadata', 'namespace')) ||
          holds(object.metadata, hasVariable) ||
          holds(object, isVariable)))
    );
  });
  if (open.length === 0) return { whole: objects, open, gaps: [] };
  const what = `${open.length === 1 ? '1 object' : `${open.length} objects`} of ${name}`;
  return {
    whole: objects.filter((located) => !open.includes(located)),
    open,
    gaps: [{ kind: 'variables', what, reason: 'something else fills in variables' }],
  };
}

/** Fields that argocd-vault-plugin fills in. */
function isForVault({ object }: UnitObject): boolean {
  const annotations = Object.keys(recordAt(object, 'metadata', 'annotations'));
  return (
    annotations.some((name) => name.startsWith('avp.kubernetes.io/')) ||
    /<path:[^>\s]+>/.test(JSON.stringify(object))
  );
}

const hasVariable = (text: string): boolean => /\$\{[A-Za-z_]\w*(?::?[-=][^}]*)?\}/.test(text);
/** Braces or underscores alone are how scripts mark what `sed` fills in. */
const isVariable = (text: string): boolean =>
  /^(\$\{[A-Za-z_]\w*(?::?[-=][^}]*)?\}|\{[A-Z][A-Z0-9_]+\}|__[A-Z][A-Z0-9_]*__)$/.test(text);

/** A name that no API server takes, and that a script or a person replaces. */
const isPlaceholder = (name: string | undefined): boolean =>
  name !== undefined &&
  /REPLACE_?ME|CHANGE_?ME|\$\$?[A-Za-z_]\w*|\{[A-Z][A-Z0-9_]+\}|<[A-Za-z][\w -]*>|__[A-Z_]+__|@@?[A-Z_]+@@?|%[A-Z_]+%/.test(
    name,
  );

/** Whether any text in a value is of a kind; scripts and files in `data` are nobody's fields. */
function holds(value: unknown, isWanted: (text: string) => boolean): boolean {
  if (typeof value === 'string') return isWanted(value);
  if (Array.isArray(value)) return value.some((item) => holds(item, isWanted));
  if (!isRecord(value)) return false;
  return Object.entries(value).some(([key, member]) => key !== 'data' && holds(member, isWanted));
}

import { groupOf, objectKey, type Finding } from '@seatrial/compiler';
import { textAt } from '@seatrial/validator';
import type { UnitObject } from '../discover/objects-of-unit.ts';
import type { Unit } from '../engines/unit.ts';
import { codes } from '../findings/codes.ts';
import { sourcePlace } from '../render/source-places.ts';

/**
 * Objects that come twice in files that are applied as they are: the last one wins. In one file that is a mistake. Two
 * files that an engine syncs together are told object by object; two that a person applies may be alternatives, and are
 * told once. kustomize refuses such objects itself.
 */
export function repeatedObjects(objects: readonly UnitObject[], unit: Unit): readonly Finding[] {
  if (!unit.contents.some((content) => 'files' in content)) return [];
  const repeats = [...Map.groupBy(objects, keyOf)].flatMap(([key, [first, ...more]]) =>
    key === undefined || first === undefined ? [] : more.map((again) => ({ first, again })),
  );
  const [together, alternatives] =
    unit.engine === 'hand' ? [repeats.filter(isOneFile), repeats.filter(isInOther)] : [repeats, []];
  const byFiles = Map.groupBy(alternatives, ({ first, again }) => `${fileOf(first)}\0${fileOf(again)}`);
  return [
    ...together.map(finding),
    ...[...byFiles.values()].flatMap(([one, ...others]) =>
      one === undefined ? [] : [alternative(one, others.length)],
    ),
  ];
}

interface Repeat {
  readonly first: UnitObject;
  readonly again: UnitObject;
}

function fileOf({ place }: UnitObject): string {
  return place.source?.file ?? '';
}

function isOneFile({ first, again }: Repeat): boolean {
  return fileOf(first) === fileOf(again);
}

function isInOther(repeat: Repeat): boolean {
  return !isOneFile(repeat);
}

function finding(repeat: Repeat): Finding {
  return {
    code: codes.objectTwice,
    severity: isOneFile(repeat) ? 'error' : 'warning',
    sentence: `${sentenceOf(repeat, 0)}.`,
    hint: 'Take one of the two out, or rename it; where both are applied, the last one wins.',
    place: repeat.again.place,
  };
}

function alternative(repeat: Repeat, others: number): Finding {
  return {
    code: codes.objectTwice,
    severity: 'info',
    sentence: `${sentenceOf(repeat, others)}.`,
    hint: 'Apply one of the two files, or take what they share out of one: where both are applied, the last one wins.',
    place: repeat.again.place,
  };
}

function sentenceOf({ first, again: { object } }: Repeat, others: number): string {
  const what = `${object.kind} ${object.metadata.name}`;
  const several = others === 0 ? `${what} comes` : `${what} and ${others} more come`;
  const before = first.place.source === undefined ? undefined : sourcePlace(first.place.source, '');
  return `${several} twice, also in ${before?.file}:${before?.line}`;
}

/** Undefined for an object that is too malformed to be anybody's double. */
function keyOf({ object }: UnitObject): string | undefined {
  const name = textAt(object, 'metadata', 'name');
  if (name === undefined || typeof object.apiVersion !== 'string') return undefined;
  const namespace = textAt(object, 'metadata', 'namespace');
  const id = { group: groupOf(object.apiVersion), kind: String(object.kind), name };
  return objectKey(namespace === undefined ? id : { ...id, namespace });
}

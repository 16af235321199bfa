import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import type { FleetModel } from '@seatrial/compiler';
import { textOfPlace } from '../findings/located-finding.ts';
import { writtenValueAt, type WrittenValue } from '../findings/model-place.ts';
import { UserError } from '../workspace/user-error.ts';
import type { FleetFolder, Workspace } from '../workspace/workspace.ts';
import type { FoundTakeover } from './find-takeover.ts';

/** A source of a model, before and after. */
export interface EditedSource {
  /** Absolute path. */
  readonly file: string;
  readonly before: string;
  readonly after: string;
}

/**
 * The sources of a model with the two roles exchanged, and not another character changed. Nothing is written.
 * @throws UserError where a role is computed, or where changing it would change another cluster too
 */
export function swapRoles(
  fleet: FleetFolder,
  { root }: Workspace,
  model: FleetModel,
  { active, standby }: FoundTakeover,
): readonly EditedSource[] {
  const roleOf = (cluster: string) => writtenValueAt(fleet.file, ['clusters', cluster, 'role']);
  const others = Object.keys(model.clusters).filter((name) => name !== active && name !== standby);
  const [one, other] = [roleOf(active), roleOf(standby)];
  const byHand = (place: string, why: string) =>
    new UserError(
      `${place}: ${why}; nothing was changed.`,
      `Exchange the two roles by hand: ${active} becomes standby, ${standby} becomes active; then run \`seatrial compile ${fleet.name}\` and commit.`,
    );
  const placeOf = ({ file, line, column }: WrittenValue) =>
    textOfPlace({
      file: relative(root, file),
      ...(line === undefined ? {} : { line }),
      ...(column === undefined ? {} : { column }),
    });
  if (one === undefined || other === undefined) {
    const lost = one === undefined ? active : standby;
    throw byHand(fleet.shown, `the role of ${lost} is not written down as a property`);
  }
  const taken = others.find((name) => [one, other].some((value) => isSame(value, roleOf(name))));
  if (isSame(one, other))
    throw byHand(placeOf(one), `${active} and ${standby} have their roles from one place`);
  if (taken !== undefined) throw byHand(placeOf(one), `${taken} has its role from the same place`);
  const literals = one.kind === 'literal' && other.kind === 'literal';
  // Two names change places where both are known: in one file.
  const names = one.kind !== 'other' && other.kind !== 'other' && one.file === other.file;
  if (!literals && !(names && one.kind === other.kind))
    throw byHand(placeOf(one.kind === 'literal' ? other : one), 'a role is computed here');
  const edits = [
    { ...one, text: other.text, was: one.text },
    { ...other, text: one.text, was: other.text },
  ];
  return [...Map.groupBy(edits, ({ file }) => file)].map(([file, here]) => {
    const before = readFileSync(file, 'utf8');
    // The parser leaves out a byte order mark, and counts from behind it.
    const offset = before.startsWith('\uFEFF') ? 1 : 0;
    let after = before;
    for (const { start, end, text, was } of here.toSorted((left, right) => right.start - left.start)) {
      if (after.slice(start + offset, end + offset) !== was)
        throw byHand(relative(root, file), 'its text is not what the parser reads');
      after = after.slice(0, start + offset) + text + after.slice(end + offset);
    }
    return { file, before, after };
  });
}

function isSame(value: WrittenValue, other: WrittenValue | undefined): boolean {
  return value.file === other?.file && value.start === other.start;
}

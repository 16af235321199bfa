import { didYouMean } from '../findings/nearest.ts';
import type { KubernetesObject } from '../objects/kubernetes-object.ts';
import { mergePatch } from '../objects/merge-patch.ts';
import type { Patch } from '../model/patch.ts';
import type { Context, Draft } from './context.ts';
import { applyJsonPatch, PatchPathError } from './json-patch.ts';

function targetOf(draft: Draft): string {
  return `${draft.object.kind}/${draft.object.metadata.name}`;
}

function patched(draft: Draft, target: string, patch: Patch, context: Context): Draft {
  try {
    const object = Array.isArray(patch)
      ? applyJsonPatch(draft.object, patch)
      : mergePatch(draft.object, patch);
    return { ...draft, object: object as KubernetesObject };
  } catch (error) {
    if (!(error instanceof PatchPathError)) throw error;
    context.report({
      code: 'SEA1016',
      sentence: `the patch of ${target} cannot be applied: ${error.message}`,
      hint: 'compare it with the object as `seatrial model` prints it',
      path: ['patches', target],
    });
    return draft;
  }
}

/** Applies the author's patches, `Kind/name` each; one that selects nothing is a problem, not a silence. */
export function applyPatches(
  drafts: readonly Draft[],
  patches: Readonly<Record<string, Patch>>,
  context: Context,
): Draft[] {
  let current = [...drafts];
  for (const [target, patch] of Object.entries(patches)) {
    const known = current.map(targetOf);
    if (!known.includes(target)) {
      context.report({
        code: 'SEA1015',
        sentence: `the patch of ${target} selects no object of application ${context.application}`,
        hint: didYouMean(target, known),
        path: ['patches', target],
      });
    }
    current = current.map((draft) =>
      targetOf(draft) === target ? patched(draft, target, patch, context) : draft,
    );
  }
  return current;
}

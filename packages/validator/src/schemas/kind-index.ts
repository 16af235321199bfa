import { groupOf } from '@seatrial/compiler';
import type { SchemaKind } from './schema-bundle.ts';

/** The kinds of one cluster: those of its Kubernetes version, and those that its definitions add. */
export interface KindIndex {
  find(apiVersion: string, kind: string): SchemaKind | undefined;
  /** The apiVersions of this group that serve this kind, sorted. */
  versionsOf(group: string, kind: string): readonly string[];
  /** The kinds of an apiVersion, sorted. */
  kindsOf(apiVersion: string): readonly string[];
  /** Whether Kubernetes itself owns the group, so that a kind that is not in the index cannot exist. */
  ownsGroup(group: string): boolean;
}

/**
 * @param builtIn the kinds of a Kubernetes version (`kubernetesSchemas`).
 * @param installed the kinds that definitions and constraint templates add; a later one replaces an earlier one.
 */
export function kindIndex(
  builtIn: readonly SchemaKind[],
  ...installed: readonly (readonly SchemaKind[])[]
): KindIndex {
  const kinds = new Map<string, SchemaKind>();
  for (const kind of [builtIn, ...installed].flat()) kinds.set(`${kind.apiVersion} ${kind.kind}`, kind);
  const all = [...kinds.values()];
  const builtInGroups = new Set(builtIn.map(({ apiVersion }) => groupOf(apiVersion)));
  return {
    find: (apiVersion, kind) => kinds.get(`${apiVersion} ${kind}`),
    versionsOf: (group, kind) =>
      all
        .flatMap((one) => (one.kind === kind && groupOf(one.apiVersion) === group ? [one.apiVersion] : []))
        .sort(),
    kindsOf: (apiVersion) => all.flatMap((one) => (one.apiVersion === apiVersion ? [one.kind] : [])).sort(),
    // A group without a dot (`apps`, `extensions`) can only be Kubernetes' own: a definition's group needs one.
    ownsGroup: (group) => !group.includes('.') || builtInGroups.has(group),
  };
}

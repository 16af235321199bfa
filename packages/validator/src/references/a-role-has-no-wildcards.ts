import type { ClusterCheck } from '../check/check.ts';
import { listAt } from '../json/fields.ts';
import { placeOf } from '../rendered/place-of.ts';
import { called } from './lookup/identity.ts';

export const aRoleHasNoWildcards: ClusterCheck = {
  rule: 'A role names what it allows',
  explanation: {
    code: 'SEA3422',
    title: 'A role allows everything of something',
    meaning:
      'A * among the verbs includes those that nobody thought of (deletecollection, escalate, impersonate); a * among the resources includes Secrets, ' +
      'and every kind that is installed later.',
    fix: 'List the verbs and resources. Where a controller needs all of them, suppress the finding with the reason.',
  },
  run(cluster, say) {
    for (const kind of ['Role', 'ClusterRole'])
      for (const by of cluster.ofKind('rbac.authorization.k8s.io', kind)) {
        const wide = listAt(by.object, 'rules').flatMap((rule, index) => wildcardsOf(rule, index) ?? []);
        const [first] = wide;
        if (first === undefined) continue;
        const more = wide.length === 1 ? '' : `, and ${wide.length - 1} more of its rules have a *`;
        say.wrong(placeOf(by, first.field), {
          severity: 'warning',
          sentence: `${called(by)} allows ${first.what}${more}.`,
          hint: 'List what is needed.',
        });
      }
  },
};

function wildcardsOf(
  rule: unknown,
  index: number,
): { readonly field: string; readonly what: string } | undefined {
  const verbs = listAt(rule, 'verbs').includes('*');
  const resources = listAt(rule, 'resources').includes('*');
  if (!verbs && !resources) return undefined;
  const on = resources ? `every resource${ofGroups(rule)}` : some(listAt(rule, 'resources'));
  return {
    field: `/rules/${index}/${verbs ? 'verbs' : 'resources'}`,
    what: `${verbs ? 'every verb' : some(listAt(rule, 'verbs'))} on ${on}`,
  };
}

/** Empty where the rule is about every group. */
function ofGroups(rule: unknown): string {
  const groups = listAt(rule, 'apiGroups').map((group) => (group === '' ? 'the core group' : group));
  return groups.includes('*') || groups.length === 0 ? '' : ` of ${some(groups)}`;
}

function some(names: readonly unknown[]): string {
  const texts = names.filter((name) => typeof name === 'string');
  return texts.length === 0 ? 'the non-resource URLs' : texts.slice(0, 5).join(', ');
}

import type { ClusterCheck } from '../check/check.ts';
import { listAt } from '../json/fields.ts';
import { placeOf } from '../rendered/place-of.ts';
import { called } from './lookup/identity.ts';
import { listed } from './lookup/suggestion.ts';

/** Verbs that lead to more rights than a role has, and the resources on which they do. */
const widening: Readonly<Record<string, readonly string[]>> = {
  bind: ['roles', 'clusterroles'],
  escalate: ['roles', 'clusterroles'],
  impersonate: ['users', 'groups', 'serviceaccounts', 'uids'],
};

export const aRoleDoesNotWidenItself: ClusterCheck = {
  rule: 'A role does not let its holder take more rights than it has',
  explanation: {
    code: 'SEA3421',
    title: 'A role may give itself more rights',
    meaning:
      'escalate lets the holder write any right into a role, bind lets it grant any role, impersonate lets it act as somebody else. ' +
      'Each of them is as good as every right that there is.',
    fix: 'Take the verb out. Where a controller needs it, name the roles or users that it is for in resourceNames, and suppress the finding with the reason.',
  },
  run(cluster, say) {
    for (const kind of ['Role', 'ClusterRole'])
      for (const by of cluster.ofKind('rbac.authorization.k8s.io', kind))
        for (const [index, rule] of listAt(by.object, 'rules').entries()) {
          if (listAt(rule, 'resourceNames').length > 0) continue;
          const resources = listAt(rule, 'resources');
          const verbs = Object.keys(widening).filter(
            (verb) =>
              listAt(rule, 'verbs').includes(verb) &&
              (resources.includes('*') || widening[verb]?.some((one) => resources.includes(one))),
          );
          if (verbs.length === 0) continue;
          say.wrong(placeOf(by, `/rules/${index}/verbs`), {
            severity: 'warning',
            sentence: `${called(by)} allows ${listed(verbs)} on ${listed(resources.filter((resource) => typeof resource === 'string'))}, which leads to every right that there is.`,
            hint: 'Take the verb out, or say in resourceNames whom it is for.',
          });
        }
  },
};

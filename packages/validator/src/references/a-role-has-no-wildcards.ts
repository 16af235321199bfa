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
      for (const by of cluster.ofKind('rbac.authorization.k8s.io', kind))
        for (const [index, rule] of listAt(by.object, 'rules').entries()) {
          const all = (field: string): boolean => listAt(rule, field).includes('*');
          const [verbs, resources] = [all('verbs'), all('resources')];
          if (!verbs && !resources) continue;
          say.wrong(placeOf(by, `/rules/${index}/${verbs ? 'verbs' : 'resources'}`), {
            severity: 'warning',
            sentence: `${called(by)} allows ${verbs ? 'every verb' : some(listAt(rule, 'verbs'))} on ${
              resources ? 'every resource' : some(listAt(rule, 'resources'))
            }.`,
            hint: 'List what is needed.',
          });
        }
  },
};

const some = (names: readonly unknown[]): string =>
  names.length === 0 ? 'the non-resource URLs' : names.slice(0, 5).map(String).join(', ');

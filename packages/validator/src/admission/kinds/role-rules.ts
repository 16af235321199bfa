import type { Field } from '../field.ts';
import { misfit } from '../formats/format.ts';
import { pathSegment, subdomain } from '../formats/names.ts';
import type { Refuse, Rule } from '../rule.ts';
import { either, shown } from '../shown.ts';

const group = 'rbac.authorization.k8s.io';

const explanation = {
  code: 'SEA3160',
  title: 'A role or a binding of a role is incomplete',
  meaning:
    'A rule of a role names verbs and either apiGroups with resources ("" is the core group) or, in a ClusterRole, nonResourceURLs. A ' +
    'binding names a Role or ClusterRole, and subjects that are a ServiceAccount (with its namespace), a User or a Group.',
  fix: 'Add what is missing.',
} as const;

/** Of a Role or ClusterRole. Source: rbac validation, `ValidatePolicyRule`. */
export const roleRules: Rule = {
  explanation,
  check(role, refuse) {
    const namespaced = role.at('kind').text === 'Role';
    for (const rule of role.at('rules').items) {
      if (rule.at('verbs').isEmpty)
        refuse(rule.at('verbs'), 'is empty; a rule names verbs', 'Add verbs such as get, list, watch.');
      const urls = rule.at('nonResourceURLs');
      if (!urls.isEmpty) {
        if (namespaced)
          refuse(urls, 'is set in a Role, which is for resources of a namespace', 'Use a ClusterRole.');
        if (['apiGroups', 'resources', 'resourceNames'].some((key) => !rule.at(key).isEmpty))
          refuse(urls, 'is set beside resources', 'Write two rules.');
        continue;
      }
      if (rule.at('apiGroups').isEmpty)
        refuse(
          rule.at('apiGroups'),
          'is empty; a rule names API groups',
          'Add the group; [""] is the core group.',
        );
      if (rule.at('resources').isEmpty)
        refuse(rule.at('resources'), 'is empty; a rule names resources', 'Add resources.');
    }
    const aggregated = role.at('aggregationRule');
    const selectors = aggregated.at('clusterRoleSelectors');
    if (aggregated.isSet && selectors.isEmpty)
      refuse(
        selectors,
        'is empty; an aggregation rule selects roles',
        'Add a selector, or remove the aggregation rule.',
      );
  },
};

/** Of a RoleBinding or ClusterRoleBinding. Source: rbac validation, `ValidateRoleBinding`, `ValidateRoleBindingSubject`. */
export const boundRole: Rule = {
  explanation,
  check(binding, refuse) {
    const namespaced = binding.at('kind').text === 'RoleBinding';
    const role = binding.at('roleRef');
    const kinds = namespaced ? ['Role', 'ClusterRole'] : ['ClusterRole'];
    if (role.isSet) {
      checkWord(role.at('kind'), kinds, refuse);
      checkGroup(role.at('apiGroup'), group, refuse);
      const name = role.at('name');
      const wrong = name.text === undefined ? undefined : misfit(pathSegment, name.text);
      if (name.isEmpty) refuse(name, 'is missing', 'Name the role.');
      else if (wrong !== undefined) refuse(name, wrong.predicate, wrong.hint);
    }
    for (const subject of binding.at('subjects').items) checkSubject(subject, namespaced, refuse);
  },
};

function checkSubject(subject: Field, namespaced: boolean, refuse: Refuse): void {
  const [kind, name] = [subject.at('kind'), subject.at('name')];
  checkWord(kind, ['ServiceAccount', 'User', 'Group'], refuse);
  if (name.isEmpty) refuse(name, 'is missing', 'Name the subject.');
  if (kind.text === 'ServiceAccount') {
    const wrong = name.text === undefined || name.text === '' ? undefined : misfit(subdomain, name.text);
    if (wrong !== undefined) refuse(name, wrong.predicate, wrong.hint);
    checkGroup(subject.at('apiGroup'), '', refuse);
    if (!namespaced && subject.at('namespace').isEmpty)
      refuse(
        subject.at('namespace'),
        'is missing; a ServiceAccount has a namespace',
        'Add the namespace of the ServiceAccount.',
      );
  } else if (kind.text === 'User' || kind.text === 'Group') checkGroup(subject.at('apiGroup'), group, refuse);
}

function checkWord(field: Field, words: readonly string[], refuse: Refuse): void {
  if (!words.includes(field.text ?? '') && (field.text !== undefined || !field.isSet))
    refuse(
      field,
      `is ${field.text === undefined ? 'missing' : shown(field.text)}; it must be ${either(words)}`,
      'Use one of these words.',
    );
}

/** A group that is not written is the one that belongs there. */
function checkGroup(field: Field, wanted: string, refuse: Refuse): void {
  if (field.text === undefined || field.text === '' || field.text === wanted) return;
  refuse(
    field,
    `is ${shown(field.text)}; it must be ${wanted === '' ? 'empty' : wanted}`,
    wanted === '' ? 'Remove it.' : `Write ${wanted}.`,
  );
}

import type { Field } from '../field.ts';
import { listPlanOf, type ListPlan } from '../list-plan.ts';
import type { AdmissionContext } from '../context.ts';
import type { Refuse, Rule } from '../rule.ts';
import { shown } from '../shown.ts';
import { isRecord } from '../../json/is-record.ts';
import { isKubernetesGroup } from '../kubernetes-group.ts';

/**
 * For custom kinds the API server refuses a repeated key always; for Kubernetes' own kinds it does on a server-side
 * apply, and otherwise keeps both items, of which one wins later.
 * Source: k8s.io/apiextensions-apiserver, pkg/apiserver/schema/listtype; sigs.k8s.io/structured-merge-diff.
 */
export const uniqueListKeys: Rule = {
  explanation: {
    code: 'SEA3107',
    title: 'A list that is a map or a set has an item twice',
    meaning:
      'The items of some lists are told apart by key fields: the environment variables of a container by name, ports by number and ' +
      'protocol. A server-side apply (Flux always, Argo CD on request) refuses a list with one key twice, and so does every apply of a ' +
      'custom object; elsewhere one of the two items is silently without effect.',
    fix: 'Remove one of the two items.',
  },
  check(object, refuse, context) {
    const plan = listPlanOf(context.schema);
    if (plan !== undefined) checkField(object, plan, refuse, severityFor(object, context));
  },
};

function severityFor(object: Field, { serverSideApply }: AdmissionContext): 'error' | 'warning' {
  const refused = serverSideApply === true || !isKubernetesGroup(object.at('apiVersion').text ?? '');
  return refused ? 'error' : 'warning';
}

function checkField(field: Field, plan: ListPlan, refuse: Refuse, severity: 'error' | 'warning'): void {
  const { value } = field;
  if (Array.isArray(value)) {
    if (value.length > 1 && (plan.keys !== undefined || plan.isSet === true))
      checkList(field, plan, refuse, severity);
    if (plan.items !== undefined)
      for (const item of field.items) checkField(item, plan.items, refuse, severity);
  } else if (isRecord(value)) {
    for (const [name, inner] of plan.properties)
      if (Object.hasOwn(value, name)) checkField(field.at(name), inner, refuse, severity);
    if (plan.additional !== undefined)
      for (const [, entry] of field.entries) checkField(entry, plan.additional, refuse, severity);
  }
}

function checkList(list: Field, { keys }: ListPlan, refuse: Refuse, severity: 'error' | 'warning'): void {
  const seen = new Map<string, number>();
  for (const [index, item] of list.items.entries()) {
    const key =
      keys === undefined
        ? JSON.stringify(item.value)
        : JSON.stringify(keys.map(([name, byDefault]) => item.at(name).value ?? byDefault ?? null));
    const first = seen.get(key);
    if (first === undefined) seen.set(key, index);
    else {
      const what =
        keys === undefined
          ? shown(item.value)
          : keys
              .map(([name, byDefault]) => `${name} ${shown(item.at(name).value ?? byDefault)}`)
              .join(' and ');
      refuse(
        item,
        `has the ${keys === undefined ? 'value' : 'key'} ${what}, as item ${first} of the list has`,
        'Remove one of the two.',
        severity,
      );
    }
  }
}

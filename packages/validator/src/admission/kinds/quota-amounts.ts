import type { Field } from '../field.ts';
import { nanos, one } from '../formats/quantity.ts';
import { nearestName } from '../../findings/nearest-name.ts';
import { isContainerResource, isHugePages } from '../formats/resource-name.ts';
import { qualifiedName } from '../formats/names.ts';
import type { Refuse, Rule } from '../rule.ts';
import { either, shown } from '../shown.ts';

const measured = 'cpu memory ephemeral-storage'.split(' ');
const counted =
  'pods resourcequotas services replicationcontrollers secrets configmaps persistentvolumeclaims services.nodeports services.loadbalancers'.split(
    ' ',
  );
const known = new Set([
  ...measured,
  ...measured.flatMap((name) => [`requests.${name}`, `limits.${name}`]),
  'requests.storage',
  ...counted,
]);
const whole = new Set(counted);

/** Source: core validation, `ValidateResourceQuotaSpec`, `ValidateResourceQuotaResourceName`. */
export const quotaAmounts: Rule = {
  explanation: {
    code: 'SEA3166',
    title: 'A quota or limit range has an impossible amount',
    meaning:
      'A quota limits resources that it knows (cpu, requests.cpu, limits.memory, pods, count/deployments.apps, …) to amounts that are not ' +
      'negative, and objects to whole numbers. In a limit range the minimum is not above the maximum, and the defaults lie between them.',
    fix: 'Correct the name or the amount.',
  },
  check(spec, refuse) {
    for (const [name, amount] of spec.at('hard').entries) {
      const plain = !name.includes('/');
      const huge = isHugePages(name.replace(/^requests\./, ''));
      if (!qualifiedName.accepts(name) || (plain && !known.has(name) && !huge))
        refuse(
          amount,
          'is a resource that no quota knows',
          'Correct the name; objects are counted as count/<plural>.<group>.',
        );
      const size = nanos(amount.value);
      if (size === undefined) continue;
      if (size < 0n)
        refuse(amount, `is ${shown(amount.value)}; it must not be negative`, 'Correct the quantity.');
      else if ((whole.has(name) || name.startsWith('count/')) && size % one !== 0n)
        refuse(amount, `is ${shown(amount.value)}; it must be a whole number`, 'Correct the quantity.');
    }
  },
};

/** Of a LimitRange. Source: core validation, `ValidateLimitRange`. */
export const limitRangeBounds: Rule = {
  explanation: quotaAmounts.explanation,
  check(spec, refuse) {
    const seen = new Set<string>();
    for (const limit of spec.at('limits').items) {
      const type = limit.at('type');
      if (type.text !== undefined && seen.has(type.text))
        refuse(type, `is ${shown(type.text)}, as an earlier limit is`, 'Join the two.');
      if (type.text !== undefined) seen.add(type.text);
      checkLimit(limit, type, refuse);
      if (type.text === 'Pod') {
        for (const key of ['default', 'defaultRequest'])
          if (!limit.at(key).isEmpty)
            refuse(
              limit.at(key),
              'is set, but pods as a whole have no defaults',
              'Move it to a limit of the type Container.',
            );
      }
      for (const [lower, upper] of [
        ['min', 'max'],
        ['min', 'default'],
        ['min', 'defaultRequest'],
        ['default', 'max'],
        ['defaultRequest', 'max'],
        ['defaultRequest', 'default'],
      ] as const)
        checkOrder(limit, lower, upper, refuse);
    }
  },
};

/** Source: core validation, `validateResourceName`. */
function isKnown(name: string): boolean {
  return (
    qualifiedName.accepts(name) &&
    (name.includes('/') || known.has(name) || name === 'storage' || isHugePages(name))
  );
}

const parts = ['min', 'max', 'default', 'defaultRequest', 'maxLimitRequestRatio'];

function checkLimit(limit: Field, type: Field, refuse: Refuse): void {
  const known = ['Container', 'Pod', 'PersistentVolumeClaim'];
  const { text = '' } = type;
  if (!qualifiedName.accepts(text) || (!text.includes('/') && !known.includes(text))) {
    const nearest = nearestName(text, known);
    refuse(
      type,
      `is ${shown(text)}; it must be ${either(known)}`,
      nearest === undefined ? 'Use one of these words.' : `Did you mean ${nearest}?`,
    );
  }
  if (
    text === 'PersistentVolumeClaim' &&
    !limit.at('min', 'storage').isSet &&
    !limit.at('max', 'storage').isSet
  )
    refuse(limit, 'has neither min nor max of storage', 'Add one of the two.');
  const ofContainers = text === 'Pod' || text === 'Container';
  for (const part of parts)
    for (const [name, amount] of limit.at(part).entries)
      if (!(ofContainers ? isContainerResource(name) : isKnown(name)))
        refuse(
          amount,
          'is a resource that cannot be limited here',
          'Use cpu, memory, ephemeral-storage or, for claims, storage.',
        );
}

function checkOrder(limit: Field, lower: string, upper: string, refuse: Refuse): void {
  for (const [name, small] of limit.at(lower).entries) {
    const large = limit.at(upper, name);
    const [least, most] = [nanos(small.value), nanos(large.value)];
    if (least !== undefined && most !== undefined && least > most)
      refuse(
        small,
        `is ${shown(small.value)}, above ${upper} ${shown(large.value)}`,
        'Correct one of the two.',
      );
  }
}

import { nearestName } from '../../findings/nearest-name.ts';
import type { Field } from '../field.ts';
import { nanos, one } from '../formats/quantity.ts';
import { isContainerResource, isExtended, mayBeOvercommitted } from '../formats/resource-name.ts';
import type { Refuse, Rule } from '../rule.ts';
import { shown } from '../shown.ts';
import { containersOf } from './containers.ts';

const bytes = new Set(['memory', 'ephemeral-storage', 'storage']);

/** Source: core validation, `validateResourceRequirements`, `validateContainerResourceName`. */
export const fittingResources: Rule = {
  explanation: {
    code: 'SEA3124',
    title: 'The requests and limits of a container do not fit together',
    meaning:
      'A request is not above its limit, and equals it where Kubernetes promises nothing twice (huge pages, devices). No quantity is ' +
      'negative, devices are whole, and a resource is cpu, memory, ephemeral-storage, hugepages-<size> or has a domain before its name. ' +
      'A fraction of a byte ("100m" of memory) is nearly always a mistake for "100Mi".',
    fix: 'Raise the limit or lower the request, and check the unit: m is a thousandth, M is a million, Mi is 1048576.',
  },
  check(pod, refuse) {
    for (const container of containersOf(pod)) {
      const resources = container.at('resources');
      if (!resources.isSet) continue;
      const [limits, requests] = [resources.at('limits'), resources.at('requests')];
      for (const [name, quantity] of [...limits.entries, ...requests.entries])
        checkQuantity(name, quantity, refuse);
      for (const [name, request] of requests.entries) checkPair(name, request, limits.at(name), refuse);
    }
  },
};

function checkQuantity(name: string, quantity: Field, refuse: Refuse): void {
  if (!isContainerResource(name)) {
    const nearest = nearestName(name, ['cpu', 'memory', 'ephemeral-storage']);
    const hint =
      nearest === undefined
        ? 'Use cpu, memory, ephemeral-storage or a name with a domain.'
        : `Did you mean ${nearest}?`;
    refuse(quantity, 'is a resource that no container can ask for', hint);
  }
  const size = nanos(quantity.value);
  if (size === undefined) return;
  if (size < 0n)
    refuse(quantity, `is ${shown(quantity.value)}; it must not be negative`, 'Correct the quantity.');
  else if (isExtended(name) && size % one !== 0n)
    refuse(quantity, `is ${shown(quantity.value)}; it must be a whole number`, 'Correct the quantity.');
  else if (bytes.has(name) && size % one !== 0n)
    refuse(
      quantity,
      `is ${shown(quantity.value)}, a fraction of a byte`,
      'Write whole bytes, with a unit such as Mi: "m" is a thousandth.',
      'warning',
    );
}

function checkPair(name: string, request: Field, limit: Field, refuse: Refuse): void {
  const shared = mayBeOvercommitted(name);
  if (!limit.isSet) {
    if (!shared)
      refuse(request, 'has no limit, which this resource needs', 'Add the same quantity as a limit.');
    return;
  }
  const [asked, most] = [nanos(request.value), nanos(limit.value)];
  if (asked === undefined || most === undefined) return;
  const pair = `is ${shown(request.value)} and the limit ${shown(limit.value)}`;
  if (!shared && asked !== most)
    refuse(request, `${pair}; they must be equal`, 'Write the same quantity in both.');
  else if (asked > most)
    refuse(
      request,
      `${pair}; a request must not be above its limit`,
      'Lower the request or raise the limit.',
    );
}

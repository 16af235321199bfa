import { addressOf, rangeOf } from '../formats/address.ts';
import { misfit } from '../formats/format.ts';
import { subdomain } from '../formats/names.ts';
import type { Field } from '../field.ts';
import type { Refuse, Rule } from '../rule.ts';
import { shown } from '../shown.ts';

/** Source: core validation, `validateService`, `ValidateServiceClusterIPsRelatedFields`, `validateServiceExternalTrafficPolicy`. */
export const serviceOfType: Rule = {
  explanation: {
    code: 'SEA3154',
    title: 'A Service has settings that do not go with its type',
    meaning:
      'An ExternalName has a DNS name and no addresses; a headless Service is no NodePort and no LoadBalancer; source ranges, node port ' +
      'allocation and load balancer classes are for LoadBalancer only; external traffic policies for Services that are reached from outside.',
    fix: 'Change the type, or remove the setting that the finding names.',
  },
  check(spec, refuse) {
    const type = spec.at('type').text || 'ClusterIP';
    if (type === 'ExternalName') checkExternalName(spec, refuse);
    else checkAddresses(spec, type, refuse);
    checkBalancer(spec, type, refuse);
    checkTraffic(spec, type, refuse);
    const timeout = spec.at('sessionAffinityConfig', 'clientIP', 'timeoutSeconds');
    // Without ClientIP an API server drops the settings for it.
    const isUsed = spec.at('sessionAffinity').text === 'ClientIP';
    if (isUsed && timeout.number !== undefined && (timeout.number <= 0 || timeout.number > 86_400))
      refuse(timeout, `is ${timeout.number}; it must be from 1 to 86400`, 'Correct the number.');
  },
};

function checkExternalName(spec: Field, refuse: Refuse): void {
  const name = spec.at('externalName');
  if (name.isEmpty) refuse(name, 'is missing; an ExternalName needs it', 'Write the DNS name.');
  const wrong =
    name.text === undefined || name.text === '' ? undefined : misfit(subdomain, name.text.replace(/\.$/, ''));
  if (wrong !== undefined) refuse(name, wrong.predicate, wrong.hint);
  for (const key of ['clusterIP', 'clusterIPs', 'ipFamilies', 'ipFamilyPolicy'])
    if (!spec.at(key).isEmpty)
      refuse(spec.at(key), 'is set, but an ExternalName has no address', 'Remove it.');
}

function checkAddresses(spec: Field, type: string, refuse: Refuse): void {
  const [one, many] = [spec.at('clusterIP'), spec.at('clusterIPs')];
  if (one.text === 'None' && (type === 'NodePort' || type === 'LoadBalancer'))
    refuse(one, `is "None", but a ${type} needs an address`, 'Remove it, or write "type: ClusterIP".');
  const [first] = many.texts;
  if (one.text !== undefined && one.text !== '' && first !== undefined && first !== one.text)
    refuse(
      many,
      `begins with ${shown(first)}; it must begin with the clusterIP ${shown(one.text)}`,
      'Remove one of the two.',
    );
  for (const address of [one, ...many.items]) {
    const { text } = address;
    if (text === undefined || text === '' || text === 'None') continue;
    if (addressOf(text) === undefined)
      refuse(address, `is ${shown(text)}; it must be an IP address or "None"`, 'Correct the address.');
  }
  for (const address of spec.at('externalIPs').items)
    if (address.text !== undefined && addressOf(address.text) === undefined)
      refuse(address, `is ${shown(address.text)}; it must be an IP address`, 'Correct the address.');
}

function checkBalancer(spec: Field, type: string, refuse: Refuse): void {
  const ranges = spec.at('loadBalancerSourceRanges');
  for (const range of ranges.items)
    if (range.text !== undefined && rangeOf(range.text.trim()) === undefined)
      refuse(range, `is ${shown(range.text)}; it must be a range such as 10.0.0.0/8`, 'Correct the range.');
  if (type === 'LoadBalancer') return;
  for (const key of ['loadBalancerSourceRanges', 'allocateLoadBalancerNodePorts', 'loadBalancerClass']) {
    const field = spec.at(key);
    if (field.isSet && !(Array.isArray(field.value) && field.value.length === 0))
      refuse(
        field,
        `is set, but the Service is of the type ${type}`,
        'Remove it, or write "type: LoadBalancer".',
      );
  }
}

function checkTraffic(spec: Field, type: string, refuse: Refuse): void {
  const policy = spec.at('externalTrafficPolicy');
  const outside =
    type === 'LoadBalancer' ||
    type === 'NodePort' ||
    (type === 'ClusterIP' && !spec.at('externalIPs').isEmpty);
  if (!policy.isEmpty && !outside)
    refuse(policy, 'is set, but nothing outside the cluster reaches the Service', 'Remove it.');
  const port = spec.at('healthCheckNodePort');
  if ((port.number ?? 0) !== 0 && !(type === 'LoadBalancer' && policy.text === 'Local'))
    refuse(port, 'is set, but only a LoadBalancer with "externalTrafficPolicy: Local" has it', 'Remove it.');
}

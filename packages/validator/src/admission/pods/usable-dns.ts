import { isAtLeast } from '../context.ts';
import { addressOf } from '../formats/address.ts';
import { misfit } from '../formats/format.ts';
import { subdomain, underscoredSubdomain } from '../formats/names.ts';
import type { Rule } from '../rule.ts';
import { shown } from '../shown.ts';

/** Source: core validation, `validatePodDNSConfig`, `ValidateHostAliases`. */
export const usableDns: Rule = {
  explanation: {
    code: 'SEA3130',
    title: 'The DNS settings of a pod cannot work',
    meaning:
      'With "dnsPolicy: None" a pod needs a name server of its own; it can have three at most, each an IP address. A search domain is a DNS ' +
      'name. A host alias is for an IP address too.',
    fix: 'Add a name server, or correct the address.',
  },
  check(pod, refuse) {
    const servers = pod.at('dnsConfig', 'nameservers');
    if (pod.at('dnsPolicy').text === 'None' && servers.isEmpty)
      refuse(
        servers,
        'is missing; "dnsPolicy: None" needs a name server',
        'Add the address of a name server.',
      );
    if (servers.items.length > 3)
      refuse(servers, `has ${servers.items.length} name servers; a pod has at most three`, 'Remove some.');
    const addresses = [...servers.items, ...pod.at('hostAliases').items.map((alias) => alias.at('ip'))];
    for (const address of addresses) {
      if (address.text !== undefined && addressOf(address.text) === undefined)
        refuse(address, `is ${shown(address.text)}; it must be an IP address`, 'Correct the address.');
    }
  },
};

/** A domain that names are looked up in. Source: core validation, `validatePodDNSConfig`. */
export const searchDomain: Rule = {
  explanation: usableDns.explanation,
  check(domain, refuse, context) {
    if (domain.text === undefined) return;
    const relaxed = isAtLeast(context, 33);
    if (relaxed && domain.text === '.') return;
    const wrong = misfit(relaxed ? underscoredSubdomain : subdomain, domain.text.replace(/\.$/, ''));
    if (wrong !== undefined) refuse(domain, wrong.predicate, wrong.hint);
  },
};

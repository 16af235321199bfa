import { addressOf } from '../formats/address.ts';
import type { Field } from '../field.ts';
import { misfit } from '../formats/format.ts';
import { subdomain } from '../formats/names.ts';
import { repeated } from '../repeated.ts';
import type { Refuse, Rule } from '../rule.ts';
import { shown } from '../shown.ts';

const explanation = {
  code: 'SEA3169',
  title: 'An endpoint has no usable address',
  meaning:
    'Endpoints that are written by hand, for a Service without a selector, have at least one address each; an address is an IP address of ' +
    'the family that the slice is of, or a DNS name where it is of names; the ports of a slice each have a name of their own.',
  fix: 'Correct the address, or give each port another name.',
} as const;

/** Of Endpoints. Source: core validation, `ValidateEndpoints`. */
export const subsetAddresses: Rule = {
  explanation,
  check(object, refuse) {
    for (const subset of object.at('subsets').items) {
      const addresses = [...subset.at('addresses').items, ...subset.at('notReadyAddresses').items];
      if (addresses.length === 0)
        refuse(subset, 'has neither addresses nor notReadyAddresses', 'Add an address.');
      for (const address of addresses) checkAddress(address.at('ip'), undefined, refuse);
    }
  },
};

/** Of an EndpointSlice. Source: discovery validation, `validateEndpoints`. */
export const sliceAddresses: Rule = {
  explanation,
  check(object, refuse) {
    const type = object.at('addressType').text;
    for (const endpoint of object.at('endpoints').items) {
      const addresses = endpoint.at('addresses');
      if (addresses.isEmpty) refuse(addresses, 'is empty', 'Add an address.');
      for (const address of addresses.items) {
        if (type === 'FQDN') checkName(address, refuse);
        else if (type === 'IPv4' || type === 'IPv6') checkAddress(address, type === 'IPv4' ? 4 : 6, refuse);
      }
    }
    for (const port of repeated(object.at('ports').items, (one) => one.at('name').text))
      refuse(port.at('name'), `is ${shown(port.at('name').value)}, as another port is named`, 'Rename it.');
  },
};

function checkAddress(address: Field, family: 4 | 6 | undefined, refuse: Refuse): void {
  const found = address.text === undefined ? undefined : addressOf(address.text);
  if (!address.isSet) refuse(address, 'is missing', 'Write an IP address.');
  else if (found === undefined || (family !== undefined && found.family !== family))
    refuse(
      address,
      `is ${shown(address.value)}; it must be an IP${family === undefined ? '' : `v${family}`} address`,
      'Correct the address.',
    );
}

function checkName(name: Field, refuse: Refuse): void {
  const wrong = name.text === undefined ? undefined : misfit(subdomain, name.text.replace(/\.$/, ''));
  if (wrong !== undefined) refuse(name, wrong.predicate, wrong.hint);
}

import type { Field } from '../field.ts';
import { isWithin, rangeOf } from '../formats/address.ts';
import type { Refuse, Rule } from '../rule.ts';
import { setKeys } from '../set-keys.ts';
import { shown } from '../shown.ts';

/** Source: networking validation, `ValidateNetworkPolicyPeer`, `ValidateNetworkPolicyPort`, `ValidateIPBlock`. */
export const policyPeers: Rule = {
  explanation: {
    code: 'SEA3161',
    title: 'A peer or a port of a NetworkPolicy is malformed',
    meaning:
      'A peer is either an IP block or selected by labels, never both and never empty. A range is written as 10.0.0.0/8; an exception lies ' +
      'inside it. A range of ports (endPort) begins with a number.',
    fix: 'Write two peers instead of one with both, and correct the range.',
  },
  check(spec, refuse) {
    const types = spec.at('policyTypes');
    if (types.items.length > 2)
      refuse(types, `has ${types.items.length} items; there are two types`, 'Remove what is there twice.');
    for (const [direction, side] of [
      ['ingress', 'from'],
      ['egress', 'to'],
    ] as const) {
      for (const rule of spec.at(direction).items) {
        for (const peer of rule.at(side).items) checkPeer(peer, refuse);
        for (const port of rule.at('ports').items) checkPort(port, refuse);
      }
    }
  },
};

function checkPeer(peer: Field, refuse: Refuse): void {
  const block = peer.at('ipBlock');
  const used = setKeys(peer, ['podSelector', 'namespaceSelector', 'ipBlock']);
  if (used.length === 0)
    refuse(
      peer,
      'is empty; a peer has a selector or an ipBlock',
      'Add one of them; "podSelector: {}" is every pod.',
    );
  else if (block.isSet && used.length > 1) refuse(peer, 'has an ipBlock and a selector', 'Write two peers.');
  if (!block.isSet) return;
  const cidr = block.at('cidr');
  const outer = rangeOf(cidr.text ?? '');
  if (cidr.text !== undefined && outer === undefined)
    refuse(
      cidr,
      `is ${shown(cidr.text)}; it must be a range such as 10.0.0.0/8`,
      'Correct the range; one address is a /32.',
    );
  for (const except of block.at('except').items) {
    if (except.text === undefined) continue;
    const inner = rangeOf(except.text);
    if (inner === undefined)
      refuse(except, `is ${shown(except.text)}; it must be a range such as 10.0.0.0/8`, 'Correct the range.');
    else if (outer !== undefined && !isWithin(inner, outer))
      refuse(
        except,
        `is ${shown(except.text)}, which does not lie inside ${shown(cidr.text)}`,
        'Remove it, or correct the range.',
      );
  }
}

function checkPort(port: Field, refuse: Refuse): void {
  const [first, last] = [port.at('port'), port.at('endPort')];
  if (!last.isSet) return;
  if (first.number === undefined)
    refuse(last, 'is set, but port is not a number', 'Write the first port as a number.');
  else if (last.number !== undefined && last.number < first.number)
    refuse(last, `is ${last.number}, below port ${first.number}`, 'Correct the number.');
}

import type { Field } from '../field.ts';
import { misfit } from '../formats/format.ts';
import { dnsLabel } from '../formats/names.ts';
import { repeated } from '../repeated.ts';
import type { Rule } from '../rule.ts';
import { shown } from '../shown.ts';

/** Source: core validation, `validateService`, `validateServicePort`. */
export const servicePorts: Rule = {
  explanation: {
    code: 'SEA3153',
    title: "The ports of a Service are incomplete or in each other's way",
    meaning:
      'A Service has a port, unless it is headless or an ExternalName; several ports all have names, each another one; no two have the same ' +
      'number and protocol; and only the types NodePort and LoadBalancer have node ports.',
    fix: 'Add the port or the names, or remove what is there twice.',
  },
  check(spec, refuse) {
    const list = spec.at('ports');
    const ports = list.items;
    const type = spec.at('type').text || 'ClusterIP';
    const headless = spec.at('clusterIP').text === 'None';
    if (ports.length === 0 && !headless && type !== 'ExternalName')
      refuse(
        list,
        'is missing; a Service needs a port',
        'Add a port, or make the Service headless ("clusterIP: None").',
      );
    for (const port of ports) {
      const [name, node] = [port.at('name'), port.at('nodePort')];
      if (name.isEmpty && ports.length > 1)
        refuse(name, 'is missing; with several ports each needs a name', 'Give the port a name.');
      const wrong = name.text === undefined || name.text === '' ? undefined : misfit(dnsLabel, name.text);
      if (wrong !== undefined) refuse(name, wrong.predicate, wrong.hint);
      if (type === 'ClusterIP' && (node.number ?? 0) !== 0)
        refuse(
          node,
          'is set, but the Service is of the type ClusterIP',
          'Remove it, or write "type: NodePort".',
        );
    }
    for (const port of repeated(ports, (one) => one.at('name').text))
      refuse(
        port.at('name'),
        `is ${shown(port.at('name').value)}, as another port of the Service is named`,
        'Rename it.',
      );
    for (const port of repeated(ports, (one) => keyOf(one, 'port')))
      refuse(
        port,
        `repeats the port ${shown(port.at('port').value)} with the same protocol`,
        'Remove one of the two.',
      );
    for (const port of repeated(ports, (one) => keyOf(one, 'nodePort')))
      refuse(
        port.at('nodePort'),
        `is ${shown(port.at('nodePort').value)}, which another port of the Service takes too`,
        'Use another node port.',
      );
  },
};

function keyOf(port: Field, name: string): string | undefined {
  const { number } = port.at(name);
  return number === undefined || number === 0 ? undefined : `${port.at('protocol').text || 'TCP'} ${number}`;
}

import type { Field } from '../field.ts';
import { repeated } from '../repeated.ts';
import type { Rule } from '../rule.ts';
import { shown } from '../shown.ts';

/** Source: core validation, `validateContainerPorts`, `checkHostPortConflicts`, `validatePodHostNetworkDeps`. */
export const freePorts: Rule = {
  explanation: {
    code: 'SEA3125',
    title: "Two ports of a pod are in each other's way",
    meaning:
      'The ports of a container have different names, the containers of a pod do not take the same port of the node, and in the network of ' +
      'the node (hostNetwork) a port is the same inside and outside.',
    fix: 'Rename one of the ports, or use another host port.',
  },
  check(pod, refuse) {
    for (const list of ['containers', 'initContainers']) {
      for (const container of pod.at(list).items) {
        const ports = container.at('ports').items;
        for (const port of repeated(ports, (one) => one.at('name').text))
          refuse(
            port.at('name'),
            `is ${shown(port.at('name').value)}, as another port of the container is named`,
            'Rename it.',
          );
        if (list === 'initContainers') continue;
        for (const port of pod.at('hostNetwork').value === true ? ports : []) {
          const [outer, inner] = [port.at('hostPort'), port.at('containerPort')];
          if (outer.number !== undefined && outer.number !== 0 && outer.number !== inner.number)
            refuse(
              outer,
              `is ${outer.number} and the container's port ${shown(inner.value)}; with hostNetwork they must be equal`,
              'Remove hostPort.',
            );
        }
      }
    }
    const taken = pod.at('containers').items.flatMap((container) => container.at('ports').items);
    for (const port of repeated(taken, hostPort))
      refuse(
        port.at('hostPort'),
        `is ${shown(port.at('hostPort').value)}, which another port of the pod takes too`,
        'Use another host port.',
      );
  },
};

function hostPort(port: Field): string | undefined {
  const number = port.at('hostPort').number ?? 0;
  if (number === 0) return undefined;
  return `${port.at('protocol').text ?? 'TCP'} ${port.at('hostIP').text ?? ''} ${number}`;
}

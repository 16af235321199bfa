import { misfit } from '../formats/format.ts';
import { dnsLabel } from '../formats/names.ts';
import { repeated } from '../repeated.ts';
import type { Rule } from '../rule.ts';
import { shown } from '../shown.ts';
import { containersOf } from './containers.ts';

/** Source: core validation, `validateContainers`, `validateInitContainers`, `validateContainerCommon`. */
export const uniqueContainers: Rule = {
  explanation: {
    code: 'SEA3120',
    title: 'The containers of a pod are incomplete or share a name',
    meaning:
      'A pod has at least one container; each has an image and a name of its own, a DNS label, that no init container of the pod has either.',
    fix: 'Add what is missing, and give each container another name.',
  },
  check(pod, refuse) {
    const list = pod.at('containers');
    if (Array.isArray(list.value) && list.items.length === 0)
      refuse(list, 'is empty; a pod needs a container', 'Add a container.');
    const containers = containersOf(pod);
    for (const container of containers) {
      const [name, image] = [container.at('name'), container.at('image')];
      if (name.value === '') refuse(name, 'is empty', 'Give the container a name.');
      else if (name.text !== undefined) {
        const wrong = misfit(dnsLabel, name.text);
        if (wrong !== undefined) refuse(name, wrong.predicate, wrong.hint);
      }
      if (image.isEmpty) refuse(image, 'is missing', 'Name the image that the container runs.');
    }
    for (const container of repeated(containers, (one) => one.at('name').text)) {
      const name = container.at('name');
      refuse(
        name,
        `is ${shown(name.value)}, as another container of the pod is named`,
        'Give it another name.',
      );
    }
  },
};

import type { Field } from '../field.ts';
import type { Refuse, Rule } from '../rule.ts';
import { setKeys } from '../set-keys.ts';
import { either } from '../shown.ts';

const ofProbes = ['exec', 'httpGet', 'tcpSocket', 'grpc'] as const;
const ofHooks = ['exec', 'httpGet', 'tcpSocket', 'sleep'] as const;
const probes = ['livenessProbe', 'readinessProbe', 'startupProbe'] as const;

/** Source: core validation, `validateHandler`, `validateLivenessProbe` and its neighbours, `validateInitContainers`. */
export const oneHandler: Rule = {
  explanation: {
    code: 'SEA3121',
    title: 'A probe or a hook of a container is not what it can be',
    meaning:
      'A probe or a lifecycle hook does exactly one thing: exec, httpGet, tcpSocket, grpc (probes) or sleep (hooks). A liveness or startup ' +
      'probe succeeds at the first success, a readiness probe has no grace period of its own, and an init container that does not stay ' +
      '(restartPolicy: Always) has neither probes nor hooks.',
    fix: 'Leave one handler, and remove what the kind of probe or container cannot have.',
  },
  check(pod, refuse) {
    for (const container of pod.at('containers').items) checkContainer(container, refuse);
    for (const container of pod.at('initContainers').items) {
      if (container.at('restartPolicy').text === 'Always') checkContainer(container, refuse);
      else {
        for (const key of setKeys(container, [...probes, 'lifecycle']))
          refuse(
            container.at(key),
            'is set on an init container that ends before the others start',
            'Remove it, or give the init container "restartPolicy: Always".',
          );
      }
    }
  },
};

function checkContainer(container: Field, refuse: Refuse): void {
  for (const key of probes) {
    const probe = container.at(key);
    if (!probe.isSet) continue;
    checkHandler(probe, ofProbes, refuse);
    const [successes, grace] = [probe.at('successThreshold'), probe.at('terminationGracePeriodSeconds')];
    if (key !== 'readinessProbe' && successes.number !== undefined && ![0, 1].includes(successes.number))
      refuse(successes, `is ${successes.number}; of a ${key} it must be 1`, 'Write 1, or remove it.');
    if (key === 'readinessProbe' && grace.isSet)
      refuse(grace, 'is set on a readiness probe, which ends no container', 'Remove it.');
    else if (grace.number !== undefined && grace.number <= 0)
      refuse(grace, `is ${grace.number}; it must be at least 1`, 'Correct the number.');
  }
  for (const key of ['postStart', 'preStop']) {
    const hook = container.at('lifecycle', key);
    if (hook.isSet) checkHandler(hook, ofHooks, refuse);
  }
}

function checkHandler(handler: Field, kinds: readonly string[], refuse: Refuse): void {
  const used = setKeys(handler, kinds);
  if (used.length === 0)
    refuse(handler, `says not what to do: it needs ${either(kinds)}`, 'Add one of them.');
  else if (used.length > 1)
    refuse(handler, `has ${used.join(' and ')}; it may have only one of them`, 'Keep one of them.');
  const command = handler.at('exec', 'command');
  if (handler.at('exec').isSet && command.isEmpty)
    refuse(command, 'is empty', 'Write the command as a list.');
}

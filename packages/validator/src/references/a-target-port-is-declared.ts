import type { ClusterCheck, Say } from '../check/check.ts';
import { fieldAt, listAt, textAt } from '../json/fields.ts';
import type { ClusterView } from '../rendered/cluster-view.ts';
import { placeOf } from '../rendered/place-of.ts';
import { called } from './lookup/identity.ts';
import { mayMakeMore } from './lookup/makers.ts';
import type { PodSelector } from './lookup/pod-selector.ts';
import { portNames, portsOfPods, portTexts } from './lookup/ports.ts';
import { sayUnless } from './lookup/say-missing.ts';
import { selectingServices } from './lookup/services.ts';
import { listed, suggestion } from './lookup/suggestion.ts';
import { unseenIn } from './lookup/unseen.ts';

export const aTargetPortIsDeclared: ClusterCheck = {
  rule: 'The target port of a Service is declared by the pods that it selects',
  explanation: {
    code: 'SEA3405',
    title: 'A Service targets a port that its pods do not declare',
    meaning:
      'A target port that is a name needs a container port of that name and protocol: without one the Service has no endpoints. ' +
      'A number needs no declaration: pods that declare other ports and not this one may listen on it all the same, so this is only an info.',
    fix: 'Correct targetPort, or name the port in the container.',
  },
  run(cluster, say) {
    for (const service of selectingServices(cluster)) {
      if (service.pods.length === 0) continue;
      for (const [index, port] of listAt(service.located.object, 'spec', 'ports').entries()) {
        const target = fieldAt(port, 'targetPort') ?? fieldAt(port, 'port');
        const protocol = textAt(port, 'protocol') || 'TCP';
        const field = `/spec/ports/${index}/${fieldAt(port, 'targetPort') === undefined ? 'port' : 'targetPort'}`;
        if (typeof target === 'string') checkName(cluster, say, service, { target, protocol, field });
        else if (typeof target === 'number') checkNumber(say, service, { target, protocol, field });
      }
    }
  },
};

interface Target<T> {
  readonly target: T;
  readonly protocol: string;
  readonly field: string;
}

function checkName(
  cluster: ClusterView,
  say: Say,
  { located, namespace, pods }: PodSelector,
  { target, protocol, field }: Target<string>,
): void {
  const ports = pods.flatMap(portsOfPods);
  if (ports.some((port) => port.name === target && port.protocol === protocol)) return;
  // Other pods that are selected too may have the port.
  const reason = unseenIn(cluster, namespace) ?? mayMakeMore(cluster, namespace);
  const named = ports.filter(({ name }) => name !== undefined);
  sayUnless(reason, cluster, say, placeOf(located, field), {
    sentence: `${called(located)} targets the ${protocol} port ${target}, and the pods that it selects (${podsText(pods)}) declare ${
      named.length === 0 ? 'no port with a name' : `only ${listed(portTexts(named))}`
    }.`,
    hint: suggestion(
      target,
      portNames(ports),
      `Name a container port ${target}, or target a port by its number.`,
    ),
  });
}

function checkNumber(
  say: Say,
  { located, pods }: PodSelector,
  { target, protocol, field }: Target<number>,
): void {
  const declared = pods.map(portsOfPods);
  if (declared.some((ports) => ports.length === 0)) return;
  const ports = declared.flat();
  if (ports.some((port) => port.number === target && port.protocol === protocol)) return;
  say.wrong(placeOf(located, field), {
    severity: 'info',
    sentence: `${called(located)} targets ${target}/${protocol}, and the pods that it selects (${podsText(pods)}) declare only ${listed(portTexts(ports))}.`,
    hint: 'Target a port that the pods declare, or declare this one.',
  });
}

const podsText = (pods: PodSelector['pods']): string =>
  listed([...new Set(pods.map(({ located }) => called(located)))]);

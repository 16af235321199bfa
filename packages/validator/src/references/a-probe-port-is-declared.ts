import type { ClusterCheck } from '../check/check.ts';
import { fieldAt, textAt } from '../json/fields.ts';
import { containersOf } from '../rendered/pod-spec.ts';
import { placeOf } from '../rendered/place-of.ts';
import { called } from './lookup/identity.ts';
import { podsOf } from './lookup/pods-of.ts';
import { declaredPorts, portNames, portsOfPods, portTexts } from './lookup/ports.ts';
import { listed, suggestion } from './lookup/suggestion.ts';

/** Where a container names a port that the kubelet connects to. */
const probePaths = [
  ...['livenessProbe', 'readinessProbe', 'startupProbe'].flatMap((probe) => [
    [probe, 'httpGet'],
    [probe, 'tcpSocket'],
    [probe, 'grpc'],
  ]),
  ...['postStart', 'preStop'].map((hook) => ['lifecycle', hook, 'httpGet']),
];

export const aProbePortIsDeclared: ClusterCheck = {
  rule: 'The port of a probe is declared',
  explanation: {
    code: 'SEA3409',
    title: 'A probe asks a port that is not declared',
    meaning:
      'A port that is a name has to be a port of the same container: without one the probe fails for ever, and the pod never gets ready or is restarted again and again. ' +
      'A number needs no declaration, but it is often a wrong one when the pod declares others, so this is only pointed out.',
    fix: 'Correct the port of the probe, or declare it in the container.',
  },
  run(cluster, say) {
    for (const pods of podsOf(cluster).all) {
      const ofPod = portsOfPods(pods);
      for (const { container, pointer } of containersOf(pods.pod)) {
        const own = declaredPorts(container, 'containerPort');
        const told = new Set<number>();
        for (const path of probePaths) {
          const port = fieldAt(container, ...path, 'port');
          const place = placeOf(pods.located, `${pointer}/${path.join('/')}/port`);
          const who = `The ${path.at(-2) ?? ''} of container ${textAt(container, 'name') ?? ''} of ${called(pods.located)}`;
          if (typeof port === 'string' && !/^\d+$/.test(port)) {
            if (own.some(({ name }) => name === port)) continue;
            const named = own.filter(({ name }) => name !== undefined);
            say.wrong(place, {
              sentence: `${who} asks the port ${port}, and the container declares ${
                named.length === 0 ? 'no port with a name' : `only ${listed(portTexts(named))}`
              }.`,
              hint: suggestion(
                port,
                portNames(own),
                `Name a port of the container ${port}, or ask a number.`,
              ),
            });
          } else if (typeof port === 'number') {
            const isKnown = own.length === 0 || ofPod.some(({ number }) => number === port);
            if (isKnown || told.has(port)) continue;
            told.add(port);
            say.wrong(place, {
              severity: 'info',
              sentence: `${who} asks port ${port}, and the pod declares only ${listed(portTexts(ofPod))}.`,
              hint: 'Ask a port that the container declares, or declare this one.',
            });
          }
        }
      }
    }
  },
};

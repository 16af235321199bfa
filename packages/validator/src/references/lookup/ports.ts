import { fieldAt, listAt, textAt } from '../../json/fields.ts';
import { isRecord } from '../../json/is-record.ts';
import { containersOf } from '../../rendered/pod-spec.ts';
import type { Pods } from './pods-of.ts';

/** A port that a container or a Service declares. */
export interface DeclaredPort {
  readonly name: string | undefined;
  readonly number: number | undefined;
  readonly protocol: string;
}

/** Ports that run beside each other in a pod: those of its containers, and of init containers that keep running. */
export function portsOfPods({ pod }: Pods): readonly DeclaredPort[] {
  return containersOf(pod).flatMap(({ container, list }) =>
    list === 'containers' || (list === 'initContainers' && container['restartPolicy'] === 'Always')
      ? declaredPorts(container, 'containerPort')
      : [],
  );
}

/** The ports of a container (`containerPort`) or of a Service's spec (`port`). */
export function declaredPorts(value: unknown, numberField: string): readonly DeclaredPort[] {
  return listAt(value, 'ports')
    .filter(isRecord)
    .map((port) => {
      const number = fieldAt(port, numberField);
      return {
        name: textAt(port, 'name') || undefined,
        number: typeof number === 'number' ? number : undefined,
        protocol: textAt(port, 'protocol') || 'TCP',
      };
    });
}

/** Ports as a person reads them: `http (8080)`, `8443`, `dns (53/UDP)`. */
export function portTexts(ports: readonly DeclaredPort[]): readonly string[] {
  const texts = ports.map(({ name, number, protocol }) => {
    const of = `${number ?? '?'}${protocol === 'TCP' ? '' : `/${protocol}`}`;
    return name === undefined ? of : `${name} (${of})`;
  });
  return [...new Set(texts)];
}

export const portNames = (ports: readonly DeclaredPort[]): readonly string[] => [
  ...new Set(ports.flatMap(({ name }) => name ?? [])),
];

import { listAt, textAt } from '../../json/fields.ts';
import { isRecord } from '../../json/is-record.ts';
import type { ClusterView } from '../../rendered/cluster-view.ts';
import type { LocatedObject } from '../../rendered/located-object.ts';
import { containersOf } from '../../rendered/pod-spec.ts';
import { called, nameOf, namespaceOf } from './identity.ts';
import { isMaker } from './inert-kinds.ts';
import { perCluster } from './per-cluster.ts';
import { podsOf, type Pods } from './pods-of.ts';
import { mayDo } from './rights.ts';
import type { Wanted } from './say-missing.ts';

/** The operator's resource that may make pods or Services in a namespace, as a clause: `Kafka orders may make some`. */
export function mayMakeMore(cluster: ClusterView, namespace: string | undefined): string | undefined {
  const maker = makersOf(cluster).find((one) => {
    const own = namespaceOf(one);
    return own === undefined || namespace === undefined || own === namespace;
  });
  return maker && `${called(maker)} may make some`;
}

/**
 * What may make an object of that name while the cluster runs, as a clause: an operator's resource that begins or
 * mentions the name, or pods that may make objects of that kind or are told the name (a Job that makes certificates).
 */
export function mayMakeNamed(
  cluster: ClusterView,
  { by, kind, namespace, name }: Wanted,
): string | undefined {
  const maker = makersOf(cluster).find((one) => {
    const own = nameOf(one);
    // An operator's resource does not make others of its own kind.
    return (
      one !== by &&
      one.object.kind !== kind &&
      ((own !== undefined && isMadeOf(name, own)) || textsOf(one).has(name))
    );
  });
  if (maker !== undefined) return `${called(maker)} may make it`;
  const word = wordFor[kind];
  const resource = resourceOf[kind];
  if (word === undefined || resource === undefined) return undefined;
  const running = podsOf(cluster)
    .inNamespace(namespace)
    .find(
      (pods) =>
        (pods.located !== by || Array.isArray(pods.pod.spec['initContainers'])) &&
        (mayDo(cluster, pods, ['create'], resource) || isTold(commandsOf(pods), word, name)),
    );
  return running && `${called(running.located)} may make it`;
}

/** Whether a name is made of another: `db-app` or `postgres.db.credentials` of `db`. */
const isMadeOf = (name: string, own: string): boolean =>
  name === own || name.startsWith(`${own}-`) || `.${name}.`.includes(`.${own}.`);

const makersOf = perCluster(({ objects }) => objects.filter(isMaker));

/** Every text in the spec of a resource, worked out once. */
const textsKnown = new WeakMap<LocatedObject, ReadonlySet<string>>();
function textsOf(located: LocatedObject): ReadonlySet<string> {
  const known = textsKnown.get(located) ?? new Set(textsIn(located.object['spec']));
  textsKnown.set(located, known);
  return known;
}

function textsIn(value: unknown): readonly string[] {
  const texts: string[] = [];
  const waiting = [value];
  while (waiting.length > 0) {
    const next = waiting.pop();
    if (typeof next === 'string') texts.push(next);
    else if (Array.isArray(next)) for (const member of next as unknown[]) waiting.push(member);
    else if (isRecord(next)) for (const member of Object.values(next)) waiting.push(member);
  }
  return texts;
}

/** What the containers are told, in one text each: command, arguments, environment. */
const commandsKnown = new WeakMap<Pods, readonly string[]>();
function commandsOf(pods: Pods): readonly string[] {
  const known =
    commandsKnown.get(pods) ??
    containersOf(pods.pod).map(({ container }) => {
      const { command, args } = container;
      const environment = listAt(container, 'env').map(
        (variable) => `${textAt(variable, 'name') ?? ''}=${textAt(variable, 'value') ?? ''}`,
      );
      return [...textsIn(command).toReversed(), ...textsIn(args).toReversed(), ...environment].join('\n');
    });
  commandsKnown.set(pods, known);
  return known;
}

/** How a command line speaks of a kind. */
const wordFor: Readonly<Record<string, RegExp>> = { ConfigMap: /config-?map/i, Secret: /secret|cert|tls/i };
const resourceOf: Readonly<Record<string, string>> = { ConfigMap: 'configmaps', Secret: 'secrets' };

function isTold(commands: readonly string[], word: RegExp, name: string): boolean {
  return commands.some(
    (text) => text.includes(name) && word.test(text) && text.split(/[^A-Za-z0-9.-]+/).includes(name),
  );
}

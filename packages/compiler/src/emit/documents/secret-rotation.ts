import { isRecord } from '../../objects/merge-patch.ts';
import type { Documents } from '../../resolved/documents.ts';
import type { ResolvedFleet } from '../../resolved/fleet.ts';
import type { Placement } from '../../resolved/placement.ts';
import { argoCdRotation } from './argo-cd-rotation.ts';
import { generatedNote } from './generated-note.ts';
import { code, commands, documentText, steps, table } from './markdown.ts';
import { secretReaders, type SecretReader } from './secret-readers.ts';

/** One external secret of a placement, with who reads it. */
interface PlacedSecret {
  readonly placement: Placement;
  readonly secret: Documents['externalSecrets'][number];
  /** Name of the ExternalSecret, which may differ from the Secret that it fills. */
  readonly source: string;
  readonly readers: readonly SecretReader[];
  /** Charts whose values name the Secret. */
  readonly charts: readonly string[];
}

const restartable: ReadonlySet<string> = new Set(['DaemonSet', 'Deployment', 'StatefulSet']);

/** How each secret of the fleet is rotated; undefined for a fleet that takes none from a store. */
export function secretRotation(fleet: ResolvedFleet): string | undefined {
  const secrets = placedSecrets(fleet);
  const own = argoCdRotation(fleet);
  if (secrets.length === 0 && own.length === 0) return undefined;
  const groups = Map.groupBy(secrets, ({ placement, secret }) => `${placement.application}: ${secret.name}`);
  return documentText([
    `# Secret rotation of ${fleet.name}`,
    generatedNote(fleet),
    'No secret is in git. Each one lives in a store; External Secrets copies it into the cluster and looks again every refresh interval.',
    ...(secrets.length === 0
      ? []
      : ['## The secrets', overview(secrets), '## How a rotation goes', procedure]),
    ...[...groups].flatMap(([title, members]) => [`## ${title}`, ...members.flatMap(rotationOf)]),
    ...own,
  ]);
}

const procedure = steps([
  'Make the new value beside the old one, where the system that issues it can hold two. Otherwise expect errors between the next two steps.',
  'Write the new value to the store, under the key in the table.',
  'Refresh, check and restart with the commands below: on the standby first, then on the active cluster.',
  'Watch the application for a quarter of an hour, then revoke the old value.',
  'To go back, write the old value to the store again and repeat the commands.',
]);

function placedSecrets(fleet: ResolvedFleet): PlacedSecret[] {
  const placements = new Map(fleet.placements.map((placement) => [placement.name, placement]));
  return fleet.documents.externalSecrets.flatMap((secret) => {
    const placement = placements.get(secret.placement);
    if (placement === undefined) return [];
    const object = placement.objects
      .map((each) => each.object)
      .find(
        (each) =>
          each.kind === 'ExternalSecret' && targetName(each['spec'], each.metadata.name) === secret.name,
      );
    const namespace = object?.metadata.namespace ?? placement.namespace;
    const readers = secretReaders(placement, secret.name, namespace);
    const charts = placement.charts
      .filter(({ values }) => mentions(values, secret.name))
      .map(({ release }) => release);
    return [{ placement, secret, source: object?.metadata.name ?? secret.name, readers, charts }];
  });
}

function mentions(value: unknown, text: string): boolean {
  if (typeof value !== 'object' || value === null) return value === text;
  return Object.values(value).some((member) => mentions(member, text));
}

function targetName(spec: unknown, otherwise: string): string {
  const target = isRecord(spec) ? spec['target'] : undefined;
  const name = isRecord(target) ? target['name'] : undefined;
  return typeof name === 'string' ? name : otherwise;
}

function overview(secrets: readonly PlacedSecret[]): string {
  return table(
    [
      'Secret',
      'Application',
      'Cluster',
      'Environment',
      'Store',
      'Key in the store',
      'Refreshed every',
      'Read by',
    ],
    secrets.map(({ placement, secret, readers, charts }) => [
      code(secret.name),
      placement.application,
      placement.cluster,
      placement.environment,
      secret.store,
      code(secret.from),
      secret.refreshInterval,
      [
        ...readers.map(({ kind, name }) => `${kind} ${name}`),
        ...charts.map((chart) => `chart ${chart}`),
      ].join(', '),
    ]),
  );
}

function rotationOf({ placement, secret, source, readers, charts }: PlacedSecret): string[] {
  const kubectl = `kubectl --context ${placement.cluster} --namespace ${placement.namespace}`;
  const restarted = readers
    .filter(({ kind, restart }) => restart && restartable.has(kind))
    .map(({ kind, name }) => `${kind.toLowerCase()}/${name}`);
  const untouched = readers.filter(({ restart }) => !restart).map(({ kind, name }) => `${kind} ${name}`);
  const later = readers.filter(({ kind, restart }) => restart && !restartable.has(kind));
  return [
    `### ${placement.environment} on ${placement.cluster}`,
    `The value is ${code(secret.from)} in the store ${code(secret.store)}. Without the first command it arrives within ${secret.refreshInterval}.`,
    commands([
      `${kubectl} annotate externalsecret ${source} force-sync="$(date +%s)" --overwrite`,
      `${kubectl} wait externalsecret/${source} --for=condition=Ready --timeout=2m`,
      `${kubectl} get externalsecret ${source} --output jsonpath='{.status.refreshTime}{"\\n"}'   # must be just now`,
      ...(restarted.length === 0 ? [] : [`${kubectl} rollout restart ${restarted.join(' ')}`]),
      ...restarted.map((workload) => `${kubectl} rollout status ${workload} --timeout=10m`),
    ]),
    ...(restarted.length === 0
      ? []
      : [
          'The restart is safe under self-heal: it writes an annotation that git does not name, and Argo CD leaves it.',
        ]),
    ...(untouched.length === 0
      ? []
      : [
          `${untouched.join(', ')}: the mounted file changes by itself within about a minute; the program must read it again.`,
        ]),
    ...(later.length === 0
      ? []
      : [`${later.map(({ kind, name }) => `${kind} ${name}`).join(', ')}: the next run has the new value.`]),
    ...(charts.length === 0
      ? []
      : [
          `Chart ${charts.join(', ')}: the model does not know its workloads. Restart those that do not reload the Secret by themselves.`,
        ]),
  ];
}

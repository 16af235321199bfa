import { stringify } from 'yaml';
import type { Placement } from '@seatrial/compiler';
import type { Kubernetes } from '../kubernetes/kubernetes.ts';
import type { Lab, LabArgoCd } from '../lab/lab.ts';
import type { Run } from '../run/run.ts';
import { eventLines } from './dump/event-lines.ts';
import { part } from './dump/part.ts';
import { without } from './differences/paths.ts';
import { field } from './field.ts';
import type { Claim, DumpPart } from './claim.ts';
import type { Application, Published } from './trial.ts';

/** What a dump asks of the rest of the trial. */
export interface DumpGround {
  readonly run: Run;
  readonly lab: Lab;
  readonly history: () => readonly Published[];
  readonly placement: (name: string) => Placement | undefined;
  readonly application: (placement: string) => Application;
  readonly argoCdOf: (placement: string) => LabArgoCd;
  readonly differences: (placement: string) => Promise<readonly string[]>;
}

/** Everything that helps to find why a claim was not proven. Neither throws nor hangs: each part has its own end. */
export async function dumpOf(ground: DumpGround, claim: Claim): Promise<readonly DumpPart[]> {
  const { run } = ground;
  const parts = [
    ...(claim.placement === undefined ? [] : ofPlacement(ground, claim.placement)),
    ...(claim.cluster === undefined ? [] : ofCluster(ground, claim.cluster, claim.placement)),
    part('processes', () =>
      run.supervisor
        .running()
        .map(({ name, pid, log }) => `${String(pid)} ${name} ${log}`)
        .join('\n'),
    ),
    part('last commits', () =>
      ground
        .history()
        .slice(-5)
        .toReversed()
        .map(
          ({ at, commits, message }) => `${(at / 1000).toFixed(1)} s ${JSON.stringify(commits)} ${message}`,
        )
        .join('\n'),
    ),
  ];
  return (await Promise.all(parts)).filter(({ text }) => text !== '');
}

function ofPlacement(ground: DumpGround, name: string): readonly Promise<DumpPart>[] {
  const placement = ground.placement(name);
  return [
    part(`Application ${name}`, () => applicationText(ground.application(name))),
    part(`result of the last operation of ${name}`, () =>
      yaml(field(ground.application(name).object, 'status', 'operationState')),
    ),
    part(`${name}: git against live`, async () => (await ground.differences(name)).join('\n') || 'equal'),
    part(`Argo CD about ${name}`, async () => lastLines(await ground.argoCdOf(name).logs(name))),
    part(`events of Application ${name}`, async () => {
      const { kubernetes, namespace } = ground.argoCdOf(name);
      return await eventLines(kubernetes, namespace, name);
    }),
    ...(placement === undefined
      ? []
      : [
          part(`events in ${placement.namespace} of ${placement.cluster}`, async () => {
            return await eventLines(clusterOf(ground, placement.cluster), placement.namespace);
          }),
        ]),
  ];
}

function ofCluster(
  ground: DumpGround,
  cluster: string,
  about: string | undefined,
): readonly Promise<DumpPart>[] {
  return [
    part(`API server of ${cluster}`, async () =>
      (await clusterOf(ground, cluster).isReady(1000)) ? 'ready' : 'gives no answer',
    ),
    part(`log of ${cluster}`, async () =>
      lastLines((await ground.lab.clusters.get(cluster)?.logs(about)) ?? ''),
    ),
  ];
}

function clusterOf({ lab }: DumpGround, name: string): Kubernetes {
  const cluster = lab.clusters.get(name);
  if (cluster === undefined) throw new Error(`the lab has no cluster ${name}`);
  return cluster.kubernetes;
}

/** Without the operation, which is a part of its own, and without who wrote which field. */
function applicationText({ object }: Application): string {
  return yaml(
    without(object, [
      ['metadata', 'managedFields'],
      ['status', 'operationState'],
      ['status', 'history'],
    ]),
  );
}

function yaml(value: unknown): string {
  return value === undefined ? 'there is none' : stringify(value);
}

/** The end of a log is where the cause is. */
function lastLines(text: string): string {
  return text.trimEnd().split('\n').slice(-80).join('\n');
}

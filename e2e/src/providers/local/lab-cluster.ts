import type { LabCluster } from '../../lab/lab.ts';
import { awaitProcess } from '../../run/await-process.ts';
import { lastLines } from '../../run/log-lines.ts';
import type { Run } from '../../run/run.ts';
import type { Child } from '../../run/supervisor.ts';
import { endComponents, startComponents } from './components.ts';
import { apiServerProcess } from './control-plane-processes.ts';
import { forgetNodeLeases } from './nodes.ts';
import type { OpenCluster } from './open-cluster.ts';

/** What the rehearsal sees of a cluster, and does to it. */
export function labCluster(
  run: Run,
  cluster: OpenCluster,
  operators: Pick<LabCluster, 'gatekeeper' | 'externalSecrets'>,
): LabCluster {
  const { request, plan, files, processes, kubernetes, behindTheCut } = cluster;
  const process = (name: string): Child => {
    const child = processes.get(name);
    if (child === undefined) throw new Error(`${request.name} has no ${name}`);
    return child;
  };
  return {
    name: request.name,
    version: { wanted: request.kubernetes, used: run.programs.version(`kube-apiserver-${plan.minor}`) },
    kubernetes,
    kubeconfig: files.kubeconfig,
    apiServer: {
      kill: () => process('kube-apiserver').kill(),
      freeze: () => process('kube-apiserver').signal('SIGSTOP'),
      thaw: () => process('kube-apiserver').signal('SIGCONT'),
      async revive() {
        await endComponents(processes);
        const child = await run.supervisor.start(apiServerProcess(run.programs, plan));
        processes.set('kube-apiserver', child);
        await awaitProcess(run, child, {
          awaited: `the API server of ${request.name} is back`,
          isUp: () => behindTheCut.isReady(1000),
        });
        await forgetNodeLeases(behindTheCut, request);
        await startComponents(run, plan, processes);
      },
      cutOff: () => process('proxy').signal('SIGSTOP'),
      reconnect: () => process('proxy').signal('SIGCONT'),
      behindTheCut,
    },
    ...operators,
    logs: (about) =>
      lastLines(
        [...processes.values()].map(({ log }) => log),
        { about, count: 20 },
      ),
  };
}

import type { KubernetesObject } from '@seatrial/compiler';
import { clusterSecret, defaultProject, withServerKey } from '../../argo-cd/argo-cd-objects.ts';
import { establishDefinitions } from '../../argo-cd/establish-definitions.ts';
import { argoCdComponents, knobsOf, type ArgoCdComponent } from '../../argo-cd/knobs.ts';
import type { ArgoCdRequest, LabArgoCd, Operator } from '../../lab/lab.ts';
import type { Run } from '../../run/run.ts';
import { argoCdManifest, imagesOf } from './argo-cd-manifest.ts';
import type { ContainerEngine } from './container-engine.ts';
import { nameInCertificate, type KindLabCluster } from './kind-lab-cluster.ts';
import { loadHeldImages } from './load-images.ts';
import { podLogs } from './pod-logs.ts';
import { awaitReady, workloadOperator, type Workload } from './workload-operator.ts';

const workloadOf = (component: ArgoCdComponent): Workload => ({
  kind: component === 'application-controller' ? 'StatefulSet' : 'Deployment',
  name: `argocd-${component}`,
});

/** Installs Argo CD into a cluster from its own manifest, and registers the others. @throws Infrastructure, Timeout */
export async function installArgoCd(
  run: Run,
  engine: ContainerEngine,
  { namespace, cluster, manages }: ArgoCdRequest,
  named: (cluster: string) => Promise<KindLabCluster>,
): Promise<LabArgoCd> {
  const own = await named(cluster);
  const { behindTheCut: kubernetes } = own.apiServer;
  const { name: kindName, node } = own.kind;
  const manifest = await argoCdManifest(run.programs, namespace);
  await loadHeldImages(engine, imagesOf(manifest), kindName);
  await kubernetes.apply({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace } });
  const isDefinition = ({ kind }: KubernetesObject): boolean => kind === 'CustomResourceDefinition';
  await establishDefinitions(run, kubernetes, manifest.filter(isDefinition));
  const others = manifest.filter((object) => !isDefinition(object)).map(withKnobs);
  await Promise.all(
    [...others, defaultProject(namespace)].map((object) => kubernetes.apply(withServerKey(object))),
  );
  for (const managed of manages) {
    const { kind, outerServer } = await named(managed.name);
    const { ca: caData, certificate: certData, key: keyData } = kind.access;
    const tlsClientConfig = { insecure: false, serverName: nameInCertificate, caData, certData, keyData };
    await kubernetes.apply(clusterSecret(namespace, managed, { server: outerServer, tlsClientConfig }));
  }
  const redis: Workload = { kind: 'Deployment', name: 'argocd-redis' };
  const workloads = [...argoCdComponents.map(workloadOf), redis];
  await Promise.all(workloads.map((workload) => awaitReady(run, kubernetes, namespace, workload)));
  const operatorOf = (component: ArgoCdComponent): Operator =>
    workloadOperator(run, engine, { kubernetes, node, namespace }, workloadOf(component));
  return {
    cluster,
    namespace,
    kubernetes,
    controller: operatorOf('application-controller'),
    repoServer: operatorOf('repo-server'),
    applicationSets: operatorOf('applicationset-controller'),
    logs: (about) => podLogs(engine, node, namespace, about),
  };
}

/** The same settings as on the local provider, as the environment of the same components. */
function withKnobs(object: KubernetesObject): KubernetesObject {
  const component = argoCdComponents.find((one) => object.metadata.name === `argocd-${one}`);
  if (component === undefined || !['Deployment', 'StatefulSet'].includes(object.kind)) return object;
  const env = Object.entries(knobsOf(component)).map(([name, value]) => ({ name, value }));
  const changed = structuredClone(object) as unknown as {
    spec: { template: { spec: { containers: { env?: { name: string }[] }[] } } };
  };
  for (const container of changed.spec.template.spec.containers) {
    const others = (container.env ?? []).filter((one) => !env.some(({ name }) => name === one.name));
    container.env = [...others, ...env];
  }
  return changed as unknown as KubernetesObject;
}

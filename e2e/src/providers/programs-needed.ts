import type { ResolvedFleet } from '@seatrial/compiler';
import { nearestMinor } from './local/kubernetes-version.ts';
import type { ProgramName } from '../run/programs.ts';
import type { LabRequest, Provider } from '../lab/lab.ts';
import { labRequestOf } from '../lab/lab-request.ts';

/** What a rehearsal of a fleet starts. `kubernetes` as in `Programs`. @throws Infrastructure where that is empty */
export function programsNeeded(
  provider: Provider['name'],
  fleet: ResolvedFleet,
  kubernetes: readonly string[],
): readonly ProgramName[] {
  const request = labRequestOf(fleet);
  return [
    ...{
      local: () => [...controlPlanes(request, kubernetes), ...argoCd],
      // Argo CD runs in containers, by the manifest that is beside its program.
      kind: (): readonly ProgramName[] => ['argocd', 'probe'],
      existing: () => argoCd,
    }[provider](),
    ...(request.clusters.some(({ gatekeeper }) => gatekeeper) ? (['gatekeeper'] as const) : []),
    ...(request.clusters.some(({ externalSecrets }) => externalSecrets)
      ? (['external-secrets'] as const)
      : []),
  ];
}

/** It starts kustomize and helm itself. */
const argoCd: readonly ProgramName[] = ['argocd', 'miniredis', 'kustomize', 'helm'];

function controlPlanes({ clusters }: LabRequest, available: readonly string[]): readonly ProgramName[] {
  const minors = new Set(clusters.map(({ kubernetes }) => nearestMinor(kubernetes, available)));
  return [
    'etcd',
    'kwok',
    ...[...minors].flatMap((minor): readonly ProgramName[] => [
      `kube-apiserver-${minor}`,
      `kube-controller-manager-${minor}`,
      `kube-scheduler-${minor}`,
    ]),
  ];
}

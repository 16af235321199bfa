import type { KubernetesObject } from '../../objects/kubernetes-object.ts';
import type { ServiceAccount } from '../../model/service-account.ts';
import { compact } from '../compact.ts';

export function serviceAccountName(component: string, account: ServiceAccount | undefined): string {
  return account?.name ?? component;
}

/** Annotations by which a cloud gives the pods a role. Sources: EKS IRSA, GKE and AKS Workload Identity. */
function cloudAnnotations(role: ServiceAccount['cloudRole']): Record<string, string | undefined> {
  return {
    'eks.amazonaws.com/role-arn': role?.aws,
    'iam.gke.io/gcp-service-account': role?.gcp,
    'azure.workload.identity/client-id': role?.azure,
  };
}

/** The account, unless the model only names one that somebody else makes. */
export function serviceAccount(
  component: string,
  account: ServiceAccount | undefined,
): KubernetesObject | undefined {
  if (account?.name !== undefined && account.cloudRole === undefined && account.annotations === undefined)
    return undefined;
  return {
    apiVersion: 'v1',
    kind: 'ServiceAccount',
    metadata: compact({
      name: serviceAccountName(component, account),
      annotations: compact({ ...cloudAnnotations(account?.cloudRole), ...account?.annotations }),
    }) as KubernetesObject['metadata'],
    automountServiceAccountToken: account?.apiToken ?? false,
  };
}

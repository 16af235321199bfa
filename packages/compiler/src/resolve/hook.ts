import type { KubernetesObject } from '../objects/kubernetes-object.ts';
import type { Hook } from '../model/hook.ts';
import { compact } from './compact.ts';
import type { Context, Draft } from './context.ts';
import { containerOf } from './workload/container.ts';
import { podSecurity } from './workload/security.ts';
import { serviceAccount, serviceAccountName } from './workload/service-account.ts';
import { selectorLabels } from './workload/names.ts';

/** A hook as a Job; the engine deletes and makes it anew at every sync. */
export function hookObjects(component: string, hook: Hook, context: Context): Draft[] {
  const path = ['hooks', component];
  const labels = { ...context.labels, ...selectorLabels(component, context) };
  const annotations = context.dialect.hook(hook.on, hook.deletePolicy ?? 'BeforeHookCreation');
  const metadata = { name: component, labels: selectorLabels(component, context), annotations };
  const pod = {
    metadata: { labels },
    spec: compact({
      restartPolicy: 'Never',
      serviceAccountName:
        hook.serviceAccount === undefined ? undefined : serviceAccountName(component, hook.serviceAccount),
      automountServiceAccountToken: hook.serviceAccount?.apiToken ?? false,
      securityContext: podSecurity(hook.security),
      containers: [
        containerOf({ name: component, container: hook, security: hook.security, mounts: [], context, path }),
      ],
    }),
  };
  const job: KubernetesObject = {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata,
    spec: compact({
      backoffLimit: hook.backoffLimit ?? 0,
      activeDeadlineSeconds: hook.activeDeadlineSeconds,
      template: pod,
    }),
  };
  const account =
    hook.serviceAccount === undefined ? undefined : serviceAccount(component, hook.serviceAccount);
  // The account is a hook too: a PreSync Job would otherwise wait for an account that comes after it.
  const accountHook = account && {
    ...account,
    metadata: {
      ...account.metadata,
      labels: metadata.labels,
      annotations: { ...account.metadata.annotations, ...annotations },
    },
  };
  const wave = hook.wave ?? 0;
  return [
    { object: job, component, path, wave },
    ...(accountHook === undefined ? [] : [{ object: accountHook, component, path, wave: wave - 1 }]),
  ];
}

import type { KubernetesObject } from '../../objects/kubernetes-object.ts';
import type { Ingress } from '../../model/ingress.ts';
import type { LongWorkload } from '../../model/workload.ts';
import { didYouMean } from '../../findings/nearest.ts';
import { compact } from '../compact.ts';
import type { Context } from '../context.ts';

type Class = Context['ingressClass'];

/** Source: AWS Load Balancer Controller, "Ingress annotations". */
function albAnnotations(ingress: Ingress): Record<string, string | undefined> {
  const certificate = ingress.tls?.certificateArn;
  const secure = ingress.tls !== undefined;
  return {
    'alb.ingress.kubernetes.io/scheme': ingress.public === false ? 'internal' : 'internet-facing',
    'alb.ingress.kubernetes.io/target-type': 'ip',
    'alb.ingress.kubernetes.io/listen-ports': secure ? '[{"HTTP":80},{"HTTPS":443}]' : '[{"HTTP":80}]',
    'alb.ingress.kubernetes.io/ssl-redirect': secure ? '443' : undefined,
    'alb.ingress.kubernetes.io/certificate-arn': certificate,
    'alb.ingress.kubernetes.io/healthcheck-path': ingress.healthPath,
  };
}

/** Source: Traefik, "Kubernetes Ingress", annotations on the Ingress. */
function traefikAnnotations(ingress: Ingress): Record<string, string | undefined> {
  const secure = ingress.tls !== undefined;
  return {
    'traefik.ingress.kubernetes.io/router.entrypoints': secure ? 'websecure' : 'web',
    'traefik.ingress.kubernetes.io/router.tls': secure ? 'true' : undefined,
  };
}

const annotationsOf: Readonly<Record<Class, (ingress: Ingress) => Record<string, string | undefined>>> = {
  alb: albAnnotations,
  nginx: () => ({}),
  traefik: traefikAnnotations,
};

function checkClass(ingress: Ingress, ingressClass: Class, context: Context, path: readonly string[]): void {
  const misplaced = [
    ['public', ingress.public === false],
    ['healthPath', ingress.healthPath !== undefined],
    ['tls.certificateArn', ingress.tls?.certificateArn !== undefined],
  ] as const;
  for (const [field, given] of misplaced) {
    if (ingressClass === 'alb' || !given) continue;
    context.report({
      code: 'SEA1011',
      sentence: `ingress.${field} means something to the class alb only, and this ingress has ${ingressClass}`,
      hint: 'leave it out, set class: "alb", or use annotations of your controller',
      path: [...path, ...field.split('.')],
    });
  }
}

export function ingress(
  component: string,
  workload: LongWorkload,
  context: Context,
  path: readonly string[],
): KubernetesObject | undefined {
  const wanted = workload.ingress;
  if (wanted === undefined || wanted === false) return undefined;
  const ingressClass = wanted.class ?? context.ingressClass;
  checkClass(wanted, ingressClass, context, path);
  const port = wanted.port ?? Object.keys(workload.ports ?? {})[0];
  if (port === undefined || workload.ports?.[port] === undefined || workload.service === false) {
    context.report({
      code: 'SEA1010',
      sentence:
        port === undefined
          ? 'the ingress needs a port and the workload has none'
          : workload.service === false
            ? 'the ingress needs the service that the workload switches off'
            : `the ingress routes to port "${port}", which the workload does not have`,
      hint:
        port === undefined ? 'give the workload a port' : didYouMean(port, Object.keys(workload.ports ?? {})),
      path,
    });
  }
  const hosts = [wanted.host, ...(wanted.aliases ?? [])];
  const paths = (wanted.paths ?? ['/']).map((prefix) => ({
    path: prefix,
    pathType: 'Prefix',
    backend: { service: { name: component, port: { name: port ?? 'http' } } },
  }));
  const tlsSecret = wanted.tls?.secret;
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    metadata: compact({
      name: component,
      annotations: compact({ ...annotationsOf[ingressClass](wanted), ...wanted.annotations }),
    }) as KubernetesObject['metadata'],
    spec: compact({
      ingressClassName: ingressClass,
      tls: tlsSecret === undefined ? undefined : [{ hosts, secretName: tlsSecret }],
      rules: hosts.map((host) => ({ host, http: { paths } })),
    }),
  };
}

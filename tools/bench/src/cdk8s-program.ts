import { ApiObject, App, Chart } from 'cdk8s';
import { applicationNames, clusterNames, image, parametersOf } from './fleet/parameters.ts';

/** The objects of one application on one cluster: what a user of cdk8s writes for the same placement. */
class Placement extends Chart {
  constructor(app: App, application: string, cluster: string) {
    super(app, `${cluster}-${application}`, { namespace: application });
    const { replicas, host, region, minAvailable } = parametersOf(application, cluster);
    const labels = { 'app.kubernetes.io/name': application, 'app.kubernetes.io/part-of': application };
    const metadata = { name: application, labels };
    new ApiObject(this, 'deployment', {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata,
      spec: {
        replicas,
        selector: { matchLabels: labels },
        template: {
          metadata: { labels },
          spec: {
            serviceAccountName: application,
            automountServiceAccountToken: false,
            securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
            containers: [
              {
                name: application,
                image: image(application),
                ports: [{ name: 'http', containerPort: 8080 }],
                env: [
                  { name: 'REGION', value: region },
                  { name: 'LOG_LEVEL', value: 'info' },
                ],
                resources: { requests: { cpu: '100m', memory: '128Mi' }, limits: { memory: '256Mi' } },
                livenessProbe: { httpGet: { path: '/live', port: 'http' } },
                readinessProbe: { httpGet: { path: '/ready', port: 'http' } },
                securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
              },
            ],
          },
        },
      },
    });
    new ApiObject(this, 'service', {
      apiVersion: 'v1',
      kind: 'Service',
      metadata,
      spec: { selector: labels, ports: [{ name: 'http', port: 80, targetPort: 'http' }] },
    });
    const backend = { service: { name: application, port: { name: 'http' } } };
    new ApiObject(this, 'ingress', {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'Ingress',
      metadata,
      spec: {
        ingressClassName: 'nginx',
        rules: [{ host, http: { paths: [{ path: '/', pathType: 'Prefix', backend }] } }],
      },
    });
    new ApiObject(this, 'budget', {
      apiVersion: 'policy/v1',
      kind: 'PodDisruptionBudget',
      metadata,
      spec: { minAvailable, selector: { matchLabels: labels } },
    });
    new ApiObject(this, 'account', {
      apiVersion: 'v1',
      kind: 'ServiceAccount',
      metadata,
      automountServiceAccountToken: false,
    });
  }
}

const [clusters, outdir] = process.argv.slice(2);
const app = new App({ outdir: outdir! });
for (const cluster of clusterNames(Number(clusters))) {
  for (const application of applicationNames()) new Placement(app, application, cluster);
}
app.synth();

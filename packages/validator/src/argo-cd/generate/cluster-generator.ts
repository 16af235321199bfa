import { fieldAt, recordAt } from '../../json/fields.ts';
import { NotRendered } from '../go-template/failures.ts';
import { sanitizeName } from '../go-template/text-functions.ts';
import { stringMap } from '../go-template/string-map.ts';
import type { GeneratorScope } from './generators.ts';
import type { RegisteredCluster } from './registered-cluster.ts';
import type { Parameters } from './renderer.ts';
import { selects } from './selector.ts';
import { withValues } from './with-values.ts';

/**
 * One entry a registered cluster; the cluster that Argo CD runs on is one too unless a selector is asked for.
 * Source: applicationset/generators/cluster.go. @throws Refused, NotRendered
 */
export function clusterParameters(settings: unknown, scope: GeneratorScope): readonly Parameters[] {
  const { clusters, renderer } = scope;
  if (clusters.length === 0)
    throw new NotRendered('the Secrets that register its clusters are not among the objects');
  const selector = recordAt(settings, 'selector');
  const selected = clusters.filter(({ labels }) => selects(selector, labels));
  const found = selected.map((cluster) => ofCluster(cluster, renderer.goTemplate));
  const asks = ['matchLabels', 'matchExpressions'].some(
    (key) => Object.keys(Object(selector[key])).length > 0,
  );
  if (!asks && !selected.some(({ server }) => server === ownServer))
    found.push({ name: 'in-cluster', nameNormalized: 'in-cluster', server: ownServer, project: '' });
  const all = found.map((parameters) => withValues(parameters, fieldAt(settings, 'values'), renderer));
  return fieldAt(settings, 'flatList') === true ? [{ clusters: all }] : all;
}

const ownServer = 'https://kubernetes.default.svc';

function ofCluster(
  { name, server, project = '', labels, annotations }: RegisteredCluster,
  goTemplate: boolean,
): Parameters {
  const plain = { name, nameNormalized: sanitizeName(name), server, project };
  if (goTemplate) {
    const metadata = {
      ...(Object.keys(annotations).length === 0 ? {} : { annotations: stringMap(annotations) }),
      labels: stringMap(labels),
    };
    return { ...plain, metadata };
  }
  return { ...plain, ...under('metadata.annotations.', annotations), ...under('metadata.labels.', labels) };
}

function under(prefix: string, texts: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).map(([key, value]) => [prefix + key, value]));
}

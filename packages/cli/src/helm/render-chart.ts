import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { KubernetesObject } from '@seatrial/compiler';
import { parseManifests } from './parse-manifests.ts';
import { HelmError, runHelm } from './run-helm.ts';

/** One rendering of a chart for one placement. */
export interface ChartRendering {
  /** The chart's `.tgz` or folder, as `findChart` gives it. */
  readonly chartPath: string;
  readonly release: string;
  readonly namespace: string;
  /** The cluster's exact version, without the `v`. */
  readonly kubernetesVersion: string;
  /** What the cluster serves, as `.Capabilities.APIVersions` has it: `group/version` and `group/version/Kind`. */
  readonly apiVersions: readonly string[];
  readonly values: Readonly<Record<string, unknown>>;
  /** Value files that helm merges before `values`, in this order. */
  readonly valueFiles?: readonly string[];
}

const renderTimeout = 120_000;

/**
 * The objects that the real helm renders, definitions (`crds/`) and hooks included, in helm's order. Tests are left out:
 * Argo CD has no phase for `helm.sh/hook: test` and never creates them. Nothing is fetched and no cluster is asked.
 *
 * @throws MissingFromCache when helm is not prepared; HelmError with the first useful line when the chart does not render.
 */
export async function renderChart(rendering: ChartRendering): Promise<KubernetesObject[]> {
  const {
    chartPath,
    release,
    namespace,
    kubernetesVersion,
    apiVersions,
    values,
    valueFiles = [],
  } = rendering;
  const rendered = await runHelm({ network: false, timeout: renderTimeout }, async (folder) => {
    const valuesFile = join(folder, 'values.json');
    await writeFile(valuesFile, yamlSafeJson(values));
    const capabilities = apiVersions.length === 0 ? [] : ['--api-versions', apiVersions.join(',')];
    const cluster = ['--namespace', namespace, '--kube-version', kubernetesVersion, ...capabilities];
    const files = [...valueFiles, valuesFile].flatMap((file) => ['--values', file]);
    return ['template', '--include-crds', ...files, ...cluster, '--', release, chartPath];
  });
  return parse(rendered).filter((object) => !isTest(object));
}

function parse(rendered: string): KubernetesObject[] {
  try {
    return parseManifests(rendered);
  } catch (error) {
    throw new HelmError(`helm printed what is no YAML of Kubernetes objects: ${firstLineOf(error)}`);
  }
}

function firstLineOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n', 1)[0] ?? '';
}

/** helm's own `--skip-tests` would also leave out an object that is a test among other hooks. */
function isTest(object: KubernetesObject): boolean {
  const hooks = object.metadata?.annotations?.['helm.sh/hook']?.split(',').map((hook) => hook.trim()) ?? [];
  return (
    hooks.length > 0 &&
    hooks.every((hook) => hook === 'test' || hook === 'test-success' || hook === 'test-failure')
  );
}

/** JSON is YAML but for characters that YAML refuses or folds as line breaks. */
function yamlSafeJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

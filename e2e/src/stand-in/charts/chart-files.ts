import { basename } from 'node:path/posix';
import type { ChartSource, KubernetesObject } from '@seatrial/compiler';
import { stringify } from 'yaml';
import { realRevision } from '../commits.ts';
import { valuesKey } from './chart-objects.ts';

/**
 * A digest of the values as helm itself merged them: when a value file changes, or is left out, an object in the
 * cluster does too. `omit` leaves out what stands in, which is another one in every rehearsal.
 */
const valuesTemplate = `apiVersion: v1
kind: ConfigMap
metadata:
  name: {{ .Release.Name }}-values
  namespace: {{ .Release.Namespace }}
  labels: {{- toYaml .Values.${valuesKey}.labels | nindent 4 }}
data:
  chart: {{ .Chart.Name | quote }}
  version: {{ .Chart.AppVersion | quote }}
  values: {{ omit .Values "${valuesKey}" | toJson | sha256sum | quote }}
`;

const objectsTemplate = `{{- range .Values.${valuesKey}.objects }}
---
{{ toYaml . }}
{{- end }}
`;

/**
 * The files of a chart that stands in, by path inside it. Definitions are in `crds/`, where helm does not read them as
 * templates; Argo CD takes them for ordinary manifests all the same (`--include-crds`), tracks and prunes them, and
 * applies definitions before what they define.
 */
export function chartFiles(
  source: ChartSource,
  definitions: readonly KubernetesObject[],
): Readonly<Record<string, string>> {
  const { name, version } = nameOf(source);
  return {
    'Chart.yaml': stringify({
      apiVersion: 'v2',
      name,
      version: 'chart' in source ? source.version : '0.0.0',
      appVersion: version,
      description: `Stands in for the chart ${name} in a rehearsal.`,
    }),
    'templates/values.yaml': valuesTemplate,
    'templates/objects.yaml': objectsTemplate,
    ...Object.fromEntries(
      // JSON is YAML that no reader of YAML 1.1 misreads: to helm, `yes` without quotes is a boolean.
      definitions.map((definition) => [`crds/${definition.metadata.name}.yaml`, JSON.stringify(definition)]),
    ),
  };
}

/** What a chart is called, and which version of it the fleet asks for: that of a chart in git is its revision. */
export function nameOf(source: ChartSource): { readonly name: string; readonly version: string } {
  if ('chart' in source) return { name: source.chart, version: source.version };
  return { name: basename(source.path), version: realRevision(source.revision) };
}

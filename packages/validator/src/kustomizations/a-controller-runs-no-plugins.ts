import type { Check } from '../check/check.ts';
import { fieldAt, listAt } from '../json/fields.ts';
import { isRecord } from '../json/is-record.ts';
import { readDocuments } from '../sources/read-documents.ts';
import { entriesOf } from './kustomization.ts';
import { isRemote, pathFrom } from './paths-read.ts';
import type { KustomizationView } from './kustomization-view.ts';

export const aControllerRunsNoPlugins: Check<KustomizationView> = {
  rule: 'A kustomization needs nothing that controllers have off',
  explanation: {
    code: 'SEA3606',
    title: 'A kustomization needs something that controllers have off',
    meaning:
      "Flux's controllers never inflate helmCharts and never run plugins; Argo CD does so only when kustomize.buildOptions in argocd-cm has " +
      '--enable-helm or --enable-alpha-plugins --enable-exec. Without that the build fails in the cluster though it works on a laptop.',
    fix: 'Let the engine render the chart (an Argo CD source with a chart, a Flux HelmRelease), or turn the option on knowingly.',
  },
  run(view, say) {
    for (const field of ['helmCharts', 'helmChartInflationGenerator']) {
      if (listAt(view.fields, field).length === 0) continue;
      say.wrong(view.at(`/${field}`), {
        severity: 'warning',
        sentence: `${field} is off in Flux, and in Argo CD unless --enable-helm is set.`,
        hint: 'Let the engine render the chart, or set kustomize.buildOptions in argocd-cm.',
      });
    }
    for (const field of ['generators', 'transformers', 'validators']) {
      for (const { entry, pointer } of entriesOf(view, field)) {
        const runs = configurationsOf(view, entry)
          .map(programOf)
          .find((found) => found !== undefined);
        if (runs === undefined) continue;
        say.wrong(view.at(pointer), {
          severity: 'warning',
          sentence: `The plugin runs ${runs}, which is off in Flux and, unless it is turned on, in Argo CD.`,
          hint: 'Use what kustomize has built in, or commit what the plugin makes.',
        });
      }
    }
  },
};

function configurationsOf(
  { file, folder, repository }: KustomizationView,
  entry: string,
): readonly unknown[] {
  const path = entry.includes('\n') || isRemote(entry) ? undefined : pathFrom(folder, entry);
  const { documents } = entry.includes('\n')
    ? readDocuments(file, new TextEncoder().encode(entry))
    : path !== undefined && repository.hasFile(path)
      ? repository.documents(path)
      : { documents: [] };
  return documents.map(({ value }) => value);
}

/** The program or image that a plugin's configuration asks for in its annotation. Source: kyaml's runtimeutil. */
function programOf(configuration: unknown): string | undefined {
  const asked = fieldAt(configuration, 'metadata', 'annotations', 'config.kubernetes.io/function');
  if (typeof asked !== 'string') return undefined;
  const [document] = readDocuments('', new TextEncoder().encode(asked)).documents;
  if (isRecord(fieldAt(document?.value, 'container'))) return 'a container';
  if (isRecord(fieldAt(document?.value, 'exec'))) return 'a program';
  return undefined;
}

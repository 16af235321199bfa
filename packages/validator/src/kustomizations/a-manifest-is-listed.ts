import { posix } from 'node:path';
import type { Check } from '../check/check.ts';
import { textAt } from '../json/fields.ts';
import { groupVersion } from './accumulated.ts';
import { kustomizationNames } from './kustomization-names.ts';
import type { KustomizationView } from './kustomization-view.ts';

/** Objects that people apply by hand, or that are for a tool: they often lie beside a kustomization and are no part of it. */
const appliedByHand =
  /(^|\.)(argoproj\.io|toolkit\.fluxcd\.io|config\.k8s\.io|kustomize\.config\.k8s\.io|kyverno\.io)$/;

export const aManifestIsListed: Check<KustomizationView> = {
  rule: 'A manifest beside a kustomization is listed by one',
  explanation: {
    code: 'SEA3604',
    title: 'A manifest is listed by no kustomization',
    meaning:
      'The folder has a kustomization, so only what that lists is applied. A manifest that nobody lists looks as if it were in force, and is not.',
    fix: 'Add the file to "resources", or delete it.',
  },
  run(view, say) {
    const { repository, folder, file } = view;
    for (const path of filesIn(view)) {
      if (path === file || kustomizationNames.includes(posix.basename(path))) continue;
      if (view.isListed(path) || view.isApplied(path)) continue;
      // What is no manifest, or a broken one, is somebody else's business.
      const [first] = repository.source(path).objects;
      if (
        first === undefined ||
        repository.documents(path).findings.some(({ severity }) => severity === 'error')
      )
        continue;
      const { object } = first;
      const kind = textAt(object, 'kind');
      const apiVersion = textAt(object, 'apiVersion');
      if (kind === undefined || apiVersion === undefined || textAt(object, 'metadata', 'name') === undefined)
        continue;
      if (appliedByHand.test(groupVersion(apiVersion)[0])) continue;
      if (textAt(object, 'metadata', 'annotations', 'config.kubernetes.io/local-config') === 'true') continue;
      const name = textAt(object, 'metadata', 'name');
      say.wrong(
        { source: { file: path, ...first.locate('') } },
        {
          severity: 'warning',
          sentence: `No kustomization lists this file, so the ${kind} ${name} in it is not applied.`,
          hint: `Add ${posix.basename(path)} to the resources of ${folder === '.' ? file : folder}, or delete it.`,
        },
      );
    }
  },
};

function filesIn({ repository, folder, isComponent }: KustomizationView): readonly string[] {
  // A component is often a bag of files that its variants pick from.
  if (isComponent) return [];
  const folders = byFolder.get(repository.files) ?? Map.groupBy(repository.files, posix.dirname);
  byFolder.set(repository.files, folders);
  return folders.get(folder) ?? [];
}

/** The files of a repository by their folders: sorted out once, because a repository may have thousands of both. */
const byFolder = new WeakMap<readonly string[], ReadonlyMap<string, readonly string[]>>();

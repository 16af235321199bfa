import type { Dialect } from './dialect.ts';

const waveAnnotation = 'argocd.argoproj.io/sync-wave';
const optionsAnnotation = 'argocd.argoproj.io/sync-options';

/** Source: Argo CD user guide, "Sync Phases and Waves", "Resource Hooks" and "Sync Options". */
export const argoCdDialect: Dialect = {
  wave: (wave) => ({ [waveAnnotation]: String(wave) }),
  hook: (on, deletePolicy) => ({
    'argocd.argoproj.io/hook': on,
    'argocd.argoproj.io/hook-delete-policy': deletePolicy,
  }),
  // Only the resource's own annotation works; the application's option does not (argo-cd#15095).
  definitionComesLater: (annotations) => {
    const options = annotations[optionsAnnotation]?.split(',') ?? [];
    return { [optionsAnnotation]: [...new Set([...options, 'SkipDryRunOnMissingResource=true'])].join(',') };
  },
  waveOf: (annotations) => {
    const wave = Number(annotations[waveAnnotation]);
    return Number.isInteger(wave) && annotations[waveAnnotation] !== undefined ? wave : undefined;
  },
};

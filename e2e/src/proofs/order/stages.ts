import type { KubernetesObject } from '@seatrial/compiler';

const phases = ['PreSync', 'Sync', 'PostSync'] as const;
export type Phase = (typeof phases)[number];

/** What a sync does at once: the objects of one wave of one phase. */
export interface Stage {
  readonly phase: Phase;
  readonly wave: number;
  readonly objects: readonly KubernetesObject[];
}

/** How Argo CD reads the hooks of a chart. Source: Argo CD, `docs/user-guide/helm.md`, "Helm Hooks". */
const helmPhases: Readonly<Record<string, Phase>> = {
  'pre-install': 'PreSync',
  'pre-upgrade': 'PreSync',
  'post-install': 'PostSync',
  'post-upgrade': 'PostSync',
};

/**
 * The objects of a sync in the order in which Argo CD makes them: by phase, then by wave.
 * Source: Argo CD, `docs/user-guide/sync-waves.md`.
 */
export function stagesOf(objects: readonly KubernetesObject[]): readonly Stage[] {
  const stages = new Map<string, { phase: Phase; wave: number; objects: KubernetesObject[] }>();
  for (const object of objects) {
    const wave = waveOf(object);
    for (const phase of phasesOf(object)) {
      const key = `${phase} ${String(wave)}`;
      const stage = stages.get(key) ?? { phase, wave, objects: [] };
      stage.objects.push(object);
      stages.set(key, stage);
    }
  }
  return [...stages.values()].sort(
    (a, b) => phases.indexOf(a.phase) - phases.indexOf(b.phase) || a.wave - b.wave,
  );
}

/** `PreSync wave -1`, `wave 2`. */
export function stageName({ phase, wave }: Stage): string {
  return phase === 'Sync' ? `wave ${String(wave)}` : `${phase} wave ${String(wave)}`;
}

/** Empty for a hook that no successful sync runs (`SyncFail`, `PostDelete`, `Skip`). */
function phasesOf({ metadata: { annotations = {} } }: KubernetesObject): readonly Phase[] {
  const own = annotations['argocd.argoproj.io/hook'];
  if (own !== undefined) return phases.filter((phase) => names(own).includes(phase));
  const helm = annotations['helm.sh/hook'];
  if (helm === undefined) return ['Sync'];
  return phases.filter((phase) => names(helm).some((name) => helmPhases[name] === phase));
}

function waveOf({ metadata: { annotations = {} } }: KubernetesObject): number {
  return Number(annotations['argocd.argoproj.io/sync-wave'] ?? annotations['helm.sh/hook-weight'] ?? 0);
}

function names(list: string): readonly string[] {
  return list.split(',').map((name) => name.trim());
}

import { listAt, recordAt, textAt } from '../json/fields.ts';
import type { LocatedObject } from '../rendered/located-object.ts';
import type { SetView } from '../rendered/set-view.ts';
import type { ArgoApplication } from './applications.ts';
import { expandedSetsOf } from './expansions.ts';
import { haveSameArgoCd } from './same-argo-cd.ts';

/** When an object comes in the sync of its Application: phases one after the other, and in each the waves. */
export interface SyncStep {
  readonly phase: 'PreSync' | 'Sync' | 'PostSync';
  readonly wave: number;
}

const phases = ['PreSync', 'Sync', 'PostSync'] as const;

/** Source: gitops-engine, pkg/sync/syncwaves and pkg/sync/hook. */
export function stepOf({ object }: LocatedObject): SyncStep {
  const annotations = recordAt(object, 'metadata', 'annotations');
  const wave =
    wholeNumber(annotations['argocd.argoproj.io/sync-wave']) ??
    wholeNumber(annotations['helm.sh/hook-weight']) ??
    0;
  const own = textAt(annotations, 'argocd.argoproj.io/hook') ?? '';
  const ofHelm = textAt(annotations, 'helm.sh/hook') ?? '';
  if (/PreSync/.test(own) || /pre-(install|upgrade)/.test(ofHelm)) return { phase: 'PreSync', wave };
  if (/PostSync/.test(own) || /post-(install|upgrade)/.test(ofHelm)) return { phase: 'PostSync', wave };
  return { phase: 'Sync', wave };
}

/** Negative: the first comes earlier. */
export function compareSteps(one: SyncStep, other: SyncStep): number {
  return phases.indexOf(one.phase) - phases.indexOf(other.phase) || one.wave - other.wave;
}

/** As it stands in a sentence: `wave 2`, `the phase PreSync`. */
export function describeStep({ phase, wave }: SyncStep): string {
  return phase === 'Sync' ? `wave ${wave}` : `wave ${wave} of ${phase}`;
}

function wholeNumber(text: unknown): number | undefined {
  return typeof text === 'string' && /^[+-]?\d+$/.test(text) ? Number(text) : undefined;
}

const skipOption = 'SkipDryRunOnMissingResource=true';

/**
 * Whether Argo CD applies an object whose kind the cluster does not know yet. Since Argo CD 3 the option counts on the
 * Application too. Source: getSyncTasks, gitops-engine pkg/sync/sync_context.go.
 */
export function skipsDryRun({ object }: LocatedObject, application: ArgoApplication): boolean {
  const options = textAt(object, 'metadata', 'annotations', 'argocd.argoproj.io/sync-options') ?? '';
  return (
    options.split(',').some((option) => option.trim() === skipOption) ||
    listAt(application.located.object, 'spec', 'syncPolicy', 'syncOptions').includes(skipOption)
  );
}

/** Whether a sync that fails is tried again by itself: automated ones are, five times unless `retry` says otherwise. */
export function retries({ located }: ArgoApplication): boolean {
  const policy = recordAt(located.object, 'spec', 'syncPolicy');
  const limit = recordAt(policy, 'retry')['limit'];
  return typeof limit === 'number'
    ? limit !== 0
    : policy['automated'] !== undefined && policy['automated'] !== null;
}

/**
 * Whether one Application is surely healthy before another one starts: both are applied by the same parent, in waves,
 * and Argo CD is told how to wait for an Application, which it does not by itself.
 */
export function comesFirst(view: SetView, one: ArgoApplication, other: ArgoApplication): boolean {
  if (one.generated || !haveSameArgoCd(one, other) || one.located.unit !== other.located.unit) return false;
  const plane = one.plane;
  const waits =
    plane?.setting('resource.customizations.health.argoproj.io_Application') !== undefined ||
    (plane?.setting('resource.customizations') ?? '').includes('argoproj.io/Application');
  return waits && compareSteps(stepOf(one.located), stepOf(makerOf(view, other))) < 0;
}

/** What the parent applies: the Application itself, or the set that makes it. */
function makerOf(view: SetView, { located, generated, name }: ArgoApplication): LocatedObject {
  if (!generated) return located;
  const made = expandedSetsOf(view).find(({ applications }) =>
    applications.some(({ object }) => textAt(object, 'metadata', 'name') === name),
  );
  return made?.set.located ?? located;
}

import type { Check } from '../check/check.ts';
import { aControllerRunsNoPlugins } from './a-controller-runs-no-plugins.ts';
import { aGeneratedNameIsRewritten } from './a-generated-name-is-rewritten.ts';
import { aManifestIsListed } from './a-manifest-is-listed.ts';
import { aPatchSelectsAnObject } from './a-patch-selects-an-object.ts';
import { aRemoteBaseIsPinned } from './a-remote-base-is-pinned.ts';
import { aReplacementSelectsAnObject } from './a-replacement-selects-an-object.ts';
import { aReplicaEntryMatchesAWorkload } from './a-replica-entry-matches-a-workload.ts';
import { anEmptyTargetIsMeant } from './an-empty-target-is-meant.ts';
import { anImageEntryMatchesAContainer } from './an-image-entry-matches-a-container.ts';
import type { KustomizationView } from './kustomization-view.ts';

export const kustomizationChecks: readonly Check<KustomizationView>[] = [
  aPatchSelectsAnObject,
  aReplacementSelectsAnObject,
  anEmptyTargetIsMeant,
  aManifestIsListed,
  aRemoteBaseIsPinned,
  aControllerRunsNoPlugins,
  anImageEntryMatchesAContainer,
  aReplicaEntryMatchesAWorkload,
  aGeneratedNameIsRewritten,
];

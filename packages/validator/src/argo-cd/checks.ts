import type { SetCheck } from '../check/check.ts';
import { aBuildEndsInTime } from './a-build-ends-in-time.ts';
import { aConstraintComesAfterItsTemplate } from './a-constraint-comes-after-its-template.ts';
import { aDefinitionComesBeforeItsObjects } from './a-definition-comes-before-its-objects.ts';
import { aDestinationIsOneKnownCluster } from './a-destination-is-one-known-cluster.ts';
import { aParameterIsFilledIn } from './a-parameter-is-filled-in.ts';
import { aProjectIsThere } from './a-project-is-there.ts';
import { aProjectPermitsEveryKind } from './a-project-permits-every-kind.ts';
import { aProjectPermitsEveryNamespace } from './a-project-permits-every-namespace.ts';
import { aProjectPermitsTheDestination } from './a-project-permits-the-destination.ts';
import { aProjectPermitsTheRepository } from './a-project-permits-the-repository.ts';
import { aReferencedSourceIsThere } from './a-referenced-source-is-there.ts';
import { aSourceHoldsManifests } from './a-source-holds-manifests.ts';
import { aTrackingLabelIsLeftToArgoCd } from './a-tracking-label-is-left-to-argo-cd.ts';
import { anAppOfAppsReachesArgoCd } from './an-app-of-apps-reaches-argo-cd.ts';
import { anApplicationHasANameOfItsOwn } from './an-application-has-a-name-of-its-own.ts';
import { anApplicationLivesWhereItsProjectAllows } from './an-application-lives-where-its-project-allows.ts';
import { anApplicationSetCanBeExpanded } from './an-application-set-can-be-expanded.ts';
import { anObjectHasOneApplication } from './an-object-has-one-application.ts';
import { refreshPathsCoverTheBuild } from './refresh-paths-cover-the-build.ts';

/** What Argo CD 3.4 itself asks of its objects, in the order of their codes. */
export const argoCdChecks: readonly SetCheck[] = [
  aProjectIsThere,
  aProjectPermitsTheRepository,
  aProjectPermitsTheDestination,
  aDestinationIsOneKnownCluster,
  aProjectPermitsEveryKind,
  anAppOfAppsReachesArgoCd,
  anApplicationLivesWhereItsProjectAllows,
  anObjectHasOneApplication,
  anApplicationHasANameOfItsOwn,
  anApplicationSetCanBeExpanded,
  aSourceHoldsManifests,
  aReferencedSourceIsThere,
  aDefinitionComesBeforeItsObjects,
  aConstraintComesAfterItsTemplate,
  refreshPathsCoverTheBuild,
  aBuildEndsInTime,
  aTrackingLabelIsLeftToArgoCd,
  aProjectPermitsEveryNamespace,
  aParameterIsFilledIn,
];

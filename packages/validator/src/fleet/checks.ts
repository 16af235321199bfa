import type { FleetCheck } from '../check/check.ts';
import { aClusterHasRoomForItsPods } from './a-cluster-has-room-for-its-pods.ts';
import { aCredentialIsNotInPlainText } from './a-credential-is-not-in-plain-text.ts';
import { aFailoverIsOneEdit } from './a-failover-is-one-edit.ts';
import { aSecretIsNotInPlainText } from './a-secret-is-not-in-plain-text.ts';
import { aStandbyAnswersOnNoHostOfTheActive } from './a-standby-answers-on-no-host-of-the-active.ts';
import { aStandbyNeedsNothingOfTheActive } from './a-standby-needs-nothing-of-the-active.ts';
import { aStandbyServesTheKindsThatItTakesOver } from './a-standby-serves-the-kinds-that-it-takes-over.ts';
import { aStorageClassIsOnItsCluster } from './a-storage-class-is-on-its-cluster.ts';
import { anObjectHasOneOwner } from './an-object-has-one-owner.ts';
import { oneActiveClusterAnswersOnAHost } from './one-active-cluster-answers-on-a-host.ts';
import { whatFailsOverDoesNotRunOnWhatIsLost } from './what-fails-over-does-not-run-on-what-is-lost.ts';
import { whatIsActiveIsOnTheStandbyToo } from './what-is-active-is-on-the-standby-too.ts';

/** What only a model can know: roles, pairs, and what is declared of clusters. */
export const fleetChecks: readonly FleetCheck[] = [
  aStandbyAnswersOnNoHostOfTheActive,
  oneActiveClusterAnswersOnAHost,
  aFailoverIsOneEdit,
  whatIsActiveIsOnTheStandbyToo,
  whatFailsOverDoesNotRunOnWhatIsLost,
  aClusterHasRoomForItsPods,
  aStorageClassIsOnItsCluster,
  aStandbyServesTheKindsThatItTakesOver,
  aStandbyNeedsNothingOfTheActive,
  anObjectHasOneOwner,
  aSecretIsNotInPlainText,
  aCredentialIsNotInPlainText,
];

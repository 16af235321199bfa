import type { Finding, ObjectId, Place, ResolvedSuppression } from '@seatrial/compiler';
import { unusedSuppression } from './unused-suppression.ts';

/**
 * Marks the findings that the model accepts, each with the reason of the first suppression that is of it, and says which
 * suppressions are of none. No finding goes away.
 *
 * @param isWhole false: the findings are of a part of the fleet, and a suppression that is of none of them may well be of another.
 */
export function suppress(
  findings: readonly Finding[],
  suppressions: readonly ResolvedSuppression[],
  isWhole: boolean,
): readonly Finding[] {
  const used = new Set<ResolvedSuppression>();
  const marked = findings.map((finding): Finding => {
    const matching = suppressions.filter((suppression) => isOf(suppression, finding));
    for (const suppression of matching) used.add(suppression);
    const [first] = matching;
    return first === undefined ? finding : { ...finding, suppressed: { reason: first.reason } };
  });
  if (!isWhole) return marked;
  const unused = suppressions.flatMap((suppression, index) =>
    used.has(suppression) ? [] : [unusedSuppression(suppression, index, findings)],
  );
  return [...marked, ...unused];
}

function isOf(suppression: ResolvedSuppression, { code, place }: Finding): boolean {
  return code === suppression.code && isThere(suppression, place);
}

function isThere({ cluster, environment, application, object }: ResolvedSuppression, place: Place): boolean {
  return (
    (cluster === undefined || cluster === place.cluster) &&
    (environment === undefined || environment === place.environment) &&
    (application === undefined || application === place.application) &&
    (object === undefined || (place.object !== undefined && namesOf(place.object).includes(object)))
  );
}

/** The ways in which a model may write an object. */
function namesOf({ kind, namespace, name }: ObjectId): readonly string[] {
  return [`${kind}/${name}`, ...(namespace === undefined ? [] : [`${kind}/${namespace}/${name}`])];
}

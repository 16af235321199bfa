import type { SetCheck } from '../check/check.ts';
import { fieldAt, textAt } from '../json/fields.ts';
import { appendPointer } from '../json/json-pointer.ts';
import { placeOf } from '../rendered/place-of.ts';
import { argoCdOf, type ArgoApplication } from './applications.ts';
import type { ControlPlane } from './control-plane.ts';

export const aTrackingLabelIsLeftToArgoCd: SetCheck = {
  rule: 'The label that Argo CD tracks objects by is left to it',
  explanation: {
    code: 'SEA3518',
    title: 'An object sets the label that Argo CD tracks by',
    meaning:
      'Argo CD 3 tracks objects by an annotation. Where application.resourceTrackingMethod of argocd-cm says "label" or "annotation+label", it writes app.kubernetes.io/instance (or what application.instanceLabelKey says) into every object, over what is there; what selects by the value that the author wrote then finds nothing.',
    fix: 'Select by another label, set application.instanceLabelKey to a label that nothing else uses, or track by annotation.',
  },
  run(view, say) {
    for (const application of argoCdOf(view).applications) {
      const { plane, unit } = application;
      const method = plane?.setting('application.resourceTrackingMethod');
      if (plane === undefined || unit === undefined || (method !== 'label' && method !== 'annotation+label'))
        continue;
      const key = plane.setting('application.instanceLabelKey') || 'app.kubernetes.io/instance';
      const own = instanceName(application, plane);
      for (const located of view.objectsOf.get(unit.name) ?? []) {
        const { object } = located;
        const isMonitor =
          object.kind === 'ServiceMonitor' && String(object.apiVersion).startsWith('monitoring.coreos.com/');
        for (const path of [
          ['metadata', 'labels'],
          ...(isMonitor ? [['spec', 'selector', 'matchLabels']] : []),
        ]) {
          const value = fieldAt(object, ...path, key);
          if (typeof value !== 'string' || value === own) continue;
          const selects = path[0] === 'spec';
          const shown = `${object.kind} ${textAt(object, 'metadata', 'name') ?? ''}`;
          say.wrong(placeOf(located, appendPointer(`/${path.join('/')}`, key)), {
            severity: 'warning',
            sentence: selects
              ? `${shown} selects by ${key}: ${value}, and Argo CD writes ${own} into that label of what the Application ${application.name} applies.`
              : `${shown} sets ${key}: ${value}, and Argo CD tracks by that label and writes ${own} over it.`,
            hint: selects
              ? 'Select by another label.'
              : `Leave ${key} out, or set application.instanceLabelKey to a label that nothing else uses.`,
          });
        }
      }
    }
  },
};

/** Source: AppInstanceName, util/argo/argo.go. */
function instanceName({ name, namespace }: ArgoApplication, plane: ControlPlane): string {
  return namespace === undefined || namespace === plane.namespace ? name : `${namespace}_${name}`;
}

import { isPhase, lives, stage, type Stage } from './stage.ts';

/** Volumes for claims. `storageClasses`: those of the cluster. */
export function volumeStages(storageClasses: readonly string[]): Stage[] {
  return [provision(storageClasses), volumeGone];
}

/** As kwok's `pvc-provision`, for the classes of the fleet; the controller manager binds the claim to the volume. */
function provision(storageClasses: readonly string[]): Stage {
  return stage('claim-provision', {
    resourceRef: { apiGroup: 'v1', kind: 'PersistentVolumeClaim' },
    selector: {
      matchExpressions: [
        lives,
        { key: '.spec.volumeName', operator: 'DoesNotExist' },
        // One that names no class, and none that names an unknown one: it waits, as on a real cluster.
        {
          cel: {
            expression: `!has(self.spec.storageClassName) || self.spec.storageClassName in ${JSON.stringify(storageClasses)}`,
          },
        },
      ],
    },
    steps: [
      {
        apply: {
          template: `
apiVersion: v1
kind: PersistentVolume
metadata:
  name: pvc-{{ .metadata.uid }}
  annotations: { pv.kubernetes.io/provisioned-by: kwok.x-k8s.io/volume }
spec:
  accessModes:
  {{ YAML .spec.accessModes 2 }}
  capacity:
  {{ YAML .spec.resources.requests 2 }}
  persistentVolumeReclaimPolicy: Delete
  storageClassName: {{ or .spec.storageClassName "" | Quote }}
  volumeMode: {{ or .spec.volumeMode "Filesystem" }}
  claimRef:
    apiVersion: v1
    kind: PersistentVolumeClaim
    name: {{ .metadata.name | Quote }}
    namespace: {{ .metadata.namespace | Quote }}
    uid: {{ .metadata.uid | Quote }}
  hostPath: { path: /nothing, type: DirectoryOrCreate }
`,
        },
      },
    ],
  });
}

const volumeGone: Stage = stage('volume-gone', {
  resourceRef: { apiGroup: 'v1', kind: 'PersistentVolume' },
  selector: { matchExpressions: [lives, isPhase('Released')] },
  steps: [{ delete: true }],
});

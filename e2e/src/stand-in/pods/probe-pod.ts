import { asRecords, type JsonRecord } from '../json.ts';
import { probeContainer } from './probe-container.ts';

/** What a single plain node cannot give. */
const ofOtherNodes = new Set([
  'nodeSelector',
  'affinity',
  'nodeName',
  'runtimeClassName',
  'overhead',
  'imagePullSecrets',
]);

/** Volumes that every node has. */
const plainVolumes = [
  'configMap',
  'secret',
  'emptyDir',
  'projected',
  'downwardAPI',
  'persistentVolumeClaim',
  'hostPath',
];

/** A pod of the fleet as a node of a rehearsal can run it. */
export function probePod(spec: JsonRecord, image: string, ends: boolean): JsonRecord {
  const kept = Object.fromEntries(Object.entries(spec).filter(([field]) => !ofOtherNodes.has(field)));
  return {
    ...kept,
    ...lists(spec, 'topologySpreadConstraints', (all) => all.filter(isWish)),
    ...lists(spec, 'volumes', (all) => all.map(plainVolume)),
    ...lists(spec, 'initContainers', (all) =>
      // One that is restarted is a companion, and serves as long as the pod does.
      all.map((container) => probeContainer(container, image, container['restartPolicy'] !== 'Always')),
    ),
    ...lists(spec, 'containers', (all) => all.map((container) => probeContainer(container, image, ends))),
  };
}

function lists(
  spec: JsonRecord,
  field: string,
  change: (all: readonly JsonRecord[]) => readonly JsonRecord[],
): JsonRecord {
  return spec[field] === undefined ? {} : { [field]: change(asRecords(spec[field])) };
}

function isWish({ whenUnsatisfiable }: JsonRecord): boolean {
  return whenUnsatisfiable === 'ScheduleAnyway';
}

function plainVolume(volume: JsonRecord): JsonRecord {
  return plainVolumes.some((kind) => volume[kind] !== undefined)
    ? volume
    : { name: volume['name'], emptyDir: {} };
}

import { fieldAt } from '../json/fields.ts';

const textMaps = new Set([
  'annotations',
  'commonAnnotations',
  'commonLabels',
  'labels',
  'matchLabels',
  'nodeSelector',
]);
const dataMaps = new Set(['binaryData', 'data', 'stringData']);

/** Whether only text may stand at a path of a document: values of ConfigMaps and Secrets, labels, annotations, variables. */
export function mustBeText(path: readonly (string | number)[], document: unknown): boolean {
  const map = path.at(-2);
  if (path.at(-1) === 'value' && path.at(-3) === 'env' && typeof map === 'number') return true;
  if (typeof map !== 'string' || typeof path.at(-1) !== 'string') return false;
  if (textMaps.has(map)) return true;
  const owner = path.slice(0, -2);
  if (
    !dataMaps.has(map) ||
    !owner.every((key, at) => (at % 2 === 0 ? key === 'items' : typeof key === 'number'))
  )
    return false;
  const kind = fieldAt(document, ...owner, 'kind');
  return kind === 'ConfigMap' || kind === 'Secret';
}

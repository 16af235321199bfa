import { storageDriver, subdomain } from '../formats/names.ts';
import { claimSpec } from '../kinds/claims.ts';
import { at, below, type Placed } from '../rule.ts';
import { oneOf } from '../values/allowed-word.ts';
import { innerPath, straightPath } from '../values/inner-path.ts';
import { between, fileMode, noNegativeQuantity } from '../values/number-in-range.ts';
import { needs } from '../values/present-fields.ts';
import { written } from '../values/well-formed-text.ts';
import { templateMetadata } from './template-metadata.ts';

const ofFile = innerPath({ reserved: true });

const keys = (path: string): readonly Placed[] => [
  ...at(`${path}.defaultMode`, fileMode),
  ...at(`${path}.items.*.mode`, fileMode),
  ...at(`${path}.items.*`, needs(...(path === 'downwardAPI' ? ['path'] : ['key', 'path']))),
  ...at(`${path}.items.*.path`, ofFile),
];

/** A volume of a pod. */
export const volume: readonly Placed[] = [
  ...at('emptyDir.sizeLimit', noNegativeQuantity),
  ...at('configMap', needs('name')),
  ...at('secret', needs('secretName')),
  ...at('persistentVolumeClaim', needs('claimName')),
  ...at('ephemeral', needs('volumeClaimTemplate')),
  ...at('ephemeral.volumeClaimTemplate', needs('spec')),
  ...at('hostPath', needs('path')),
  ...at('nfs', needs('server', 'path')),
  ...at('nfs.path', written({ what: 'an absolute path', accepts: (text) => text.startsWith('/') })),
  ...at('csi', needs('driver')),
  ...at('csi.driver', written(storageDriver)),
  ...at('csi.nodePublishSecretRef', needs('name')),
  ...at('csi.nodePublishSecretRef.name', written(subdomain)),
  ...at('projected.sources.*.configMap', needs('name')),
  ...at('projected.sources.*.secret', needs('name')),
  ...['configMap', 'secret', 'downwardAPI'].flatMap(keys),
  ...at('projected.defaultMode', fileMode),
  ...['configMap', 'secret', 'downwardAPI'].flatMap((source) => below('projected.sources.*', keys(source))),
  ...at('projected.sources.*.serviceAccountToken.expirationSeconds', between(600, 4_294_967_296)),
  ...at('projected.sources.*.serviceAccountToken', needs('path')),
  ...at('projected.sources.*.serviceAccountToken.path', ofFile),
  ...at(
    'hostPath.type',
    oneOf('DirectoryOrCreate', 'Directory', 'FileOrCreate', 'File', 'Socket', 'CharDevice', 'BlockDevice'),
  ),
  ...at('hostPath.path', straightPath),
  ...below('ephemeral.volumeClaimTemplate', templateMetadata),
  ...below('ephemeral.volumeClaimTemplate.spec', claimSpec),
];

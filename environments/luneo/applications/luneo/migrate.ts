import { defineHook } from '@seatrial/compiler';
import { image } from '../../images.ts';
import { everywhere } from '../../places.ts';

/**
 * Migrates the database before anything of a new version starts. On the first sync no Secret exists at that moment,
 * so it signs in to Aurora with an IAM role of its own (the hook brings its ServiceAccount along).
 */
export const migrate = defineHook({
  on: 'PreSync',
  deletePolicy: 'BeforeHookCreation',
  image: image('backend'),
  command: ['node', 'dist/migrate.js'],
  environment: {
    NODE_ENV: 'production',
    // The global endpoint follows the writer, so a failover changes nothing here.
    DATABASE_HOST: everywhere.aurora_global_writer_endpoint,
    DATABASE_NAME: 'luneo',
    DATABASE_AUTH: 'iam',
  },
  resources: { requests: { cpu: '250m', memory: '256Mi' }, limits: { memory: '512Mi' } },
  activeDeadlineSeconds: 900,
  security: { user: 1000, group: 1000, readOnlyRootFilesystem: true },
  serviceAccount: { cloudRole: { aws: everywhere.migration_role_arn } },
});

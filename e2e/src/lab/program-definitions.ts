/**
 * Definitions that a program beside a cluster watches, as it is started there: without some of them it ends. Of
 * Gatekeeper 3.23.1 without mutation and External Secrets 0.19.2.
 */
export const programDefinitions = {
  gatekeeper: [
    'configpodstatuses.status.gatekeeper.sh',
    'configs.config.gatekeeper.sh',
    'connectionpodstatuses.status.gatekeeper.sh',
    'connections.connection.gatekeeper.sh',
    'constraintpodstatuses.status.gatekeeper.sh',
    'constrainttemplatepodstatuses.status.gatekeeper.sh',
    'constrainttemplates.templates.gatekeeper.sh',
    'expansiontemplate.expansion.gatekeeper.sh',
    'expansiontemplatepodstatuses.status.gatekeeper.sh',
    'providerpodstatuses.status.gatekeeper.sh',
    'providers.externaldata.gatekeeper.sh',
    'syncsets.syncset.gatekeeper.sh',
  ],
  externalSecrets: [
    'clusterexternalsecrets.external-secrets.io',
    'clusterpushsecrets.external-secrets.io',
    'clustersecretstores.external-secrets.io',
    'externalsecrets.external-secrets.io',
    'generatorstates.generators.external-secrets.io',
    'pushsecrets.external-secrets.io',
    'secretstores.external-secrets.io',
  ],
} as const;

const glob = { type: 'string', pattern: '^\\*?[-:a-z0-9]*\\*?$' };
const texts = { type: 'array', items: { type: 'string' } };
const labelSelector = {
  type: 'object',
  properties: {
    matchLabels: { type: 'object', additionalProperties: { type: 'string' } },
    matchExpressions: {
      type: 'array',
      items: {
        type: 'object',
        properties: { key: { type: 'string' }, operator: { type: 'string' }, values: texts },
        required: ['key', 'operator'],
      },
    },
  },
};

/**
 * `spec.match` of a Gatekeeper constraint as a structural schema.
 * Source: Gatekeeper's documentation, "How to use Gatekeeper", "The match field"; the patterns and the enumeration are
 * those of the match CRD in open-policy-agent/gatekeeper 3.23.1, pkg/target/matchcrd_constant.go.
 */
export const constraintMatch = {
  type: 'object',
  properties: {
    source: { type: 'string', enum: ['All', 'Generated', 'Original'] },
    kinds: { type: 'array', items: { type: 'object', properties: { apiGroups: texts, kinds: texts } } },
    scope: { type: 'string' },
    namespaces: { type: 'array', items: glob },
    excludedNamespaces: { type: 'array', items: glob },
    labelSelector,
    namespaceSelector: labelSelector,
    name: glob,
  },
};

/** Where Kubernetes' own validation and these rules differ on purpose. */
export interface KnownDifference {
  /** Kind and name of the good object. */
  readonly of: string;
  /** The title of a mutation. */
  readonly mutation: RegExp;
  /** Who takes the object. */
  readonly taken: 'by Kubernetes only' | 'by these rules only';
  readonly reason: string;
}

const madeUp =
  'An API server makes up a name for a LimitRange without one; but every engine applies objects by their names, and refuses it.';
const required =
  "Kubernetes' own OpenAPI document calls the field required, though a server fills in an empty one: who leaves it out forgot it.";
const warnedOf =
  'An item twice in a list that is a map is told as SEA3107: refused on a server-side apply, a warning otherwise.';
const cel = 'Not checked: expressions in CEL, and what they say about fields.';

/** What Kubernetes takes and the schema or a rule refuses: nothing that anybody means. */
const refused: readonly (readonly [of: string, mutation: RegExp, reason: string])[] = [
  ['LimitRange team', /^(?:drop|empty) \/metadata\/name$/, madeUp],
  ['CSIDriver csi.example.com', /^drop \/spec$/, required],
  ['CSIDriver csi.example.com', /^(?:empty .*\/tokenRequests\/0|drop .*\/audience)$/, required],
  ['EndpointSlice db-1', /^drop \/endpoints$/, required],
  ['Pod rich', /^drop .*\/preference$/, required],
  ['Pod rich', /^drop .*\/(?:httpHeaders\/0|sysctls\/0)\/value$/, required],
  ['Pod rich', /^drop .*\/iscsi\/lun$/, required],
  ['Job rich', /^(?:empty .*\/podFailurePolicy|drop .*\/(?:rules|status))$/, required],
  ['PersistentVolumeClaim rich', /^(?:empty \/spec\/dataSource|drop \/spec\/dataSource\/kind)$/, required],
];

/** What Kubernetes refuses and passes here. */
const passed: readonly (readonly [of: string, mutation: RegExp, reason: string])[] = [
  ['RuntimeClass gvisor', /^doubled .*\/tolerations$/, 'Not checked: nobody writes a toleration twice.'],
  [
    'CSIDriver csi.example.com',
    /^doubled .*\/tokenRequests$/,
    'Not checked: one or two entries that the author of a driver writes.',
  ],
  ['Pod rich', /^doubled .*\/(?:schedulingGates|sysctls|resizePolicy)$/, warnedOf],
  ['Pod rich', /\/iscsi\//, 'Not checked: addresses of iSCSI disks, which CSI drivers have replaced.'],
  [
    'StorageClass rich',
    /\/allowedTopologies/,
    'Not checked: topology terms that are empty or there twice; the scheduler ignores them.',
  ],
  ['MutatingWebhookConfiguration rich', /\/matchConditions\/0\/expression$/, cel],
  ['CustomResourceDefinition tickets.example.com', /\/x-kubernetes-validations\/0\/rule$/, cel],
  [
    'CustomResourceDefinition tickets.example.com',
    /^(?:drop|empty) .*\/spec\/properties(?:\/replicas)?$/,
    cel,
  ],
  [
    'CustomResourceDefinition tickets.example.com',
    /\/replicas\/(?:minimum|maximum|default)$/,
    'Not checked: whether a default of a definition satisfies its own schema.',
  ],
  [
    'CustomResourceDefinition tickets.example.com',
    /^opposite .*\/preserveUnknownFields$/,
    'Not checked: a field of v1beta1 that is false wherever it still stands.',
  ],
  ['Service rich', /^doubled .*\/ipFamilies$/, 'Not checked: there are two families, and few write them.'],
];

export const knownDifferences: readonly KnownDifference[] = [
  ...refused.map(
    ([of, mutation, reason]) => ({ of, mutation, taken: 'by Kubernetes only', reason }) as const,
  ),
  ...passed.map(
    ([of, mutation, reason]) => ({ of, mutation, taken: 'by these rules only', reason }) as const,
  ),
];

/** Kinds of which only the metadata is checked beyond the schema, and why that is enough. */
export const kindsLeftOut: Readonly<Record<string, string>> = {
  'apps/v1 ControllerRevision': 'Controllers write them; its data may be anything.',
  'certificates.k8s.io/v1 CertificateSigningRequest':
    'People and programs ask for one certificate; no repository holds it.',
  'flowcontrol.apiserver.k8s.io/v1 FlowSchema':
    'Made by the API server; who adds one tunes a server by hand.',
  'flowcontrol.apiserver.k8s.io/v1 PriorityLevelConfiguration': 'As FlowSchema.',
  'v1 Node': 'Kubelets register them.',
};

/** A Gatekeeper `ConstraintTemplate` with one Rego module. Its name is the kind in lower case, as Gatekeeper demands. */
export type ConstraintTemplate = {
  readonly apiVersion: 'templates.gatekeeper.sh/v1';
  readonly kind: 'ConstraintTemplate';
  readonly metadata: { readonly name: string; readonly annotations?: Readonly<Record<string, string>> };
  readonly spec: {
    readonly crd: {
      readonly spec: {
        readonly names: { readonly kind: string };
        readonly validation?: { readonly openAPIV3Schema: ParameterSchema };
      };
    };
    readonly targets: readonly [
      {
        readonly target: 'admission.k8s.gatekeeper.sh';
        readonly code: readonly [{ readonly engine: 'Rego'; readonly source: RegoSource }];
      },
    ];
  };
};

export interface RegoSource {
  readonly version: 'v0' | 'v1';
  readonly rego: string;
  /** Modules of packages `lib.*`. */
  readonly libs?: readonly string[];
}

/** The part of OpenAPI v3 that parameters need. */
export interface ParameterSchema {
  readonly type: 'string' | 'integer' | 'boolean' | 'array' | 'object';
  readonly description?: string;
  readonly enum?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly items?: ParameterSchema;
  readonly properties?: Readonly<Record<string, ParameterSchema>>;
  readonly required?: readonly string[];
}

/** ConfigMaps and Secrets: what pods read their settings from. */
export type ConfigurationKind = 'ConfigMap' | 'Secret';

/** A ConfigMap or Secret that some object is, or makes. */
export interface MadeConfiguration {
  readonly kind: ConfigurationKind;
  /** Undefined: not known; `*`: every namespace. */
  readonly namespace: string | undefined;
  readonly name: string;
  /** Undefined: whatever it gets when the cluster runs. */
  readonly keys: readonly string[] | undefined;
  /** It only adds keys to one that something else makes. */
  readonly adds?: true;
}

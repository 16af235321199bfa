/**
 * Which objects a constraint looks at; all of its fields must hold.
 * Source: Gatekeeper documentation, "Constraints: The match field".
 */
export interface Match {
  /** Groups and kinds; `*` means any. By default those that the policy is made for. */
  readonly kinds?: readonly MatchKinds[];
  /** Only in these namespaces; a name may begin or end with `*`. */
  readonly namespaces?: readonly string[];
  /** Not in these namespaces; a name may begin or end with `*`. */
  readonly excludedNamespaces?: readonly string[];
  readonly scope?: '*' | 'Cluster' | 'Namespaced';
  /** Labels of the object. */
  readonly labelSelector?: LabelSelector;
  /** Labels of its namespace. */
  readonly namespaceSelector?: LabelSelector;
  /** The name of the object; it may begin or end with `*`. */
  readonly name?: string;
  /** Objects as they are (`Original`), or those that an ExpansionTemplate makes of them (`Generated`). */
  readonly source?: 'All' | 'Original' | 'Generated';
}

export interface MatchKinds {
  /** `''` is the core group. */
  readonly apiGroups: readonly string[];
  readonly kinds: readonly string[];
}

interface LabelSelector {
  readonly matchLabels?: Readonly<Record<string, string>>;
  readonly matchExpressions?: readonly {
    readonly key: string;
    readonly operator: 'In' | 'NotIn' | 'Exists' | 'DoesNotExist';
    readonly values?: readonly string[];
  }[];
}

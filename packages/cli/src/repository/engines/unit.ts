import type { Finding } from '@seatrial/compiler';
import type { LocatedObject } from '@seatrial/validator';
import type { Content } from '../render/content.ts';
import type { NotRendered } from '../render/rendered.ts';

/** What one sync applies, or a person by hand, with what is known of it before anything is rendered. */
export interface Unit {
  /** Unique in the repository. */
  readonly name: string;
  readonly engine: 'argo-cd' | 'flux' | 'hand';
  readonly cluster: string;
  /** Where objects without a namespace go. */
  readonly namespace?: string;
  readonly application?: LocatedObject;
  readonly contents: readonly Content[];
  /** Sources that are not rendered here. */
  readonly notRendered: readonly UnitNotRendered[];
  readonly findings: readonly Finding[];
  /** Files that it reads in a way that is not followed here. */
  readonly alsoReads?: readonly string[];
  /** Whether the engine decrypts what SOPS has encrypted. */
  readonly decrypts?: boolean;
  /** Labels and annotations that Flux adds to every object. */
  readonly commonMetadata?: CommonMetadata;
  /** Where variables come from that are not known here, each as it stands in a sentence. */
  readonly unknownVariables?: readonly string[];
}

export interface UnitNotRendered extends NotRendered {
  /** Namespaces that its objects can be in; absent: any. */
  readonly namespaces?: readonly string[];
  /** Whether names and keys of its objects are known, and only their values are not. */
  readonly isNamed?: boolean;
  /** The folder of this repository with the chart that it is. */
  readonly chart?: string;
}

export interface CommonMetadata {
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
}

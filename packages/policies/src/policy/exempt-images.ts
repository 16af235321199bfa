import type { ParameterSchema } from './constraint-template.ts';

/** What every policy about containers takes. */
export interface ExemptImages {
  /** Containers with these images are left out; a `*` at the end stands for any rest. */
  readonly exemptImages?: readonly string[];
}

export const exemptImages: ParameterSchema = {
  type: 'array',
  description: 'Containers with these images are left out; a `*` at the end stands for any rest.',
  items: { type: 'string' },
};

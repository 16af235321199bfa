import { z } from 'zod';

/** RFC 1123 label: what Kubernetes accepts as the name of most things, and what is safe as a folder's name. */
export const dnsLabel = z
  .string()
  .max(63, 'is longer than 63 characters')
  .regex(
    /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/,
    'is not a DNS label (lower-case letters, digits and "-", a letter or digit at both ends)',
  );

/** A quantity such as `250m`, `1.5Gi` or a plain number. Source: k8s.io/apimachinery resource.Quantity. */
export const quantity = z.union([
  z.number().nonnegative(),
  z
    .string()
    .regex(
      /^[0-9]+(\.[0-9]+)?(m|k|M|G|T|P|E|Ki|Mi|Gi|Ti|Pi|Ei)?$/,
      'is not a quantity such as 250m or 1.5Gi',
    ),
]);

export const stringMap = z.record(z.string(), z.string());

/** A count or a percentage, as disruption budgets and rolling updates take it. */
export const intOrPercent = z.union([
  z.int().nonnegative(),
  z.string().regex(/^\d+%$/, 'is not a percentage such as 25%'),
]);

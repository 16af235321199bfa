/** The codes of what this package has to say. */
export const codes = {
  doesNotMatch: 'SEA3001',
  malformedKind: 'SEA3002',
  notServed: 'SEA3003',
  notCheckable: 'SEA3004',
  noSchema: 'SEA3005',
  engineFailed: 'SEA3006',
  notJson: 'SEA3007',
} as const;

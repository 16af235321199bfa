import { expect, test } from 'vitest';
import { factFiles } from '../../src/facts/fact-files.ts';

const cluster = { kubernetes: '1.34.2', applications: ['api', 'web'], facts: '1'.repeat(64) };

test('a file for each cluster and one for the fleet, with a line for each value', () => {
  const files = factFiles({
    fleet: '2'.repeat(64),
    applications: { api: '3'.repeat(64) },
    clusters: { dublin: { ...cluster, argoCd: 'argo-cd' }, paris: cluster },
    charts: [{ repository: 'https://charts.example', chart: 'loki', version: '1.0.0' }],
  });
  expect([...files.keys()]).toEqual(['facts.json', 'dublin/facts.json', 'paris/facts.json']);
  expect(files.get('paris/facts.json')).toBe(`{
  "generatedBy": "seatrial compile",
  "kubernetes": "1.34.2",
  "applications": [
    "api",
    "web"
  ],
  "facts": "${'1'.repeat(64)}"
}
`);
  expect(JSON.parse(files.get('dublin/facts.json') ?? '')).toMatchObject({ argoCd: 'argo-cd' });
  expect(files.get('facts.json')).toBe(`{
  "generatedBy": "seatrial compile",
  "fleet": "${'2'.repeat(64)}",
  "applications": {
    "api": "${'3'.repeat(64)}"
  },
  "charts": [
    {
      "repository": "https://charts.example",
      "chart": "loki",
      "version": "1.0.0"
    }
  ]
}
`);
});

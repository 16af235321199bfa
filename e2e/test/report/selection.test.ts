import { expect, it } from 'vitest';
import { htmlReport } from '../../src/report/html/html-report.ts';
import { junitReport } from '../../src/report/junit-report.ts';
import { markdownReport } from '../../src/report/markdown-report.ts';
import { jsonReport, rehearsalJsonSchema } from '../../src/report/rehearsal.ts';
import { selectionNote, selectionOf } from '../../src/report/selection.ts';
import { summaryOf } from '../../src/report/summary.ts';
import type { Subject } from '../../src/trial/subject.ts';
import { z } from 'zod';
import { sampleRehearsal } from './sample-rehearsal.ts';

const subject = { fleet: { clusters: [{ name: 'hub' }, { name: 'north' }] } } as unknown as Subject;
const complete = sampleRehearsal();
const proven = { ...complete, proofs: complete.proofs.filter(({ outcome }) => outcome === 'proven') };
const chosen = { ...proven, ...selectionOf({ subject, proofs: ['heals', 'syncs'], clusters: ['north'] }) };
const notRun = [
  'Chosen proofs: syncs, heals; not run:',
  'Chosen clusters: north; nothing was proven about: hub.',
];

it('says nothing of a rehearsal that was asked for everything', () => {
  expect(selectionOf({ subject })).toEqual({});
  expect(selectionNote(proven)).toBeUndefined();
  expect(summaryOf(proven)).toContain(`All ${proven.proofs.length} claims proven`);
});

it('names what was chosen and what was left out in every report, and never says that all is proven', () => {
  const reports = [
    summaryOf(chosen).replaceAll(/\s+/g, ' '),
    markdownReport(chosen),
    htmlReport(chosen),
    junitReport(chosen),
  ];
  for (const text of reports) for (const part of notRun) expect(text).toContain(part);
  expect(summaryOf(chosen)).toContain(`All ${proven.proofs.length} chosen claims proven`);
  const data: unknown = JSON.parse(jsonReport(chosen));
  expect(data).toMatchObject({
    selection: {
      proofs: {
        chosen: ['syncs', 'heals'],
        leftOut: expect.arrayContaining(['order', 'failover']) as unknown,
      },
      clusters: { chosen: ['north'], leftOut: ['hub'] },
    },
  });
  const schema = z.fromJSONSchema(rehearsalJsonSchema() as Parameters<typeof z.fromJSONSchema>[0]);
  expect(schema.safeParse(data).error).toBeUndefined();
});

it('a single claim leaves its kind neither chosen nor left out', () => {
  const { selection } = selectionOf({ subject, proofs: ['heals', 'heals/tools-north', 'syncs/tools-hub'] });
  expect(selection?.proofs?.chosen).toEqual(['heals', 'syncs/tools-hub']);
  expect(selection?.proofs?.leftOut).not.toContain('syncs');
  expect(selection?.proofs?.leftOut).toContain('order');
});

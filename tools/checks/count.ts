import { readFileSync } from 'node:fs';
import {
  countNx,
  countRehearsal,
  countVitest,
  type NxReport,
  type RehearsalReport,
  type VitestReport,
} from './counts.ts';

const [runner, file = ''] = process.argv.slice(2);
const report: unknown = JSON.parse(readFileSync(file, 'utf8'));
const counts =
  runner === 'nx'
    ? countNx(report as NxReport)
    : runner === 'rehearsal'
      ? countRehearsal(report as RehearsalReport)
      : countVitest(report as VitestReport);
console.log(`${counts.passed} ${counts.failed} ${counts.skipped}`);

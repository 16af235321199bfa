import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { htmlReport } from '../../src/report/html/html-report.ts';
import { isFailure, outcomes } from '../../src/report/verdict.ts';
import { hostileRehearsal } from './hostile-rehearsal.ts';
import { sampleRehearsal } from './sample-rehearsal.ts';
import { elementsOf, type Element } from './well-formed.ts';

const rehearsal = sampleRehearsal();
const page = htmlReport(rehearsal);
const idsOf = (elements: readonly Element[]): readonly string[] =>
  elements.flatMap(({ attributes }) => attributes['id'] ?? []);

it('needs nothing but itself, and says so in its policy', () => {
  const elements = elementsOf(page);
  const loading = /^(src|srcset|action|data|poster|background|style|on.*)$/;
  const active = new Set(['script', 'link', 'iframe', 'object', 'embed', 'base', 'img', 'form']);
  expect(elements.filter(({ name }) => active.has(name))).toEqual([]);
  expect(
    elements.filter(({ attributes }) => Object.keys(attributes).some((name) => loading.test(name))),
  ).toEqual([]);
  const links = elements.flatMap(({ attributes }) => attributes['href'] ?? []);
  expect(links.filter((href) => !href.startsWith('#'))).toEqual([]);
  const style = /<style>(.*?)<\/style>/s.exec(page)?.[1] ?? '';
  expect(style).not.toMatch(/@import|url\((?!#)/);
  const policy = elements.find((element) => element.attributes['http-equiv'])?.attributes['content'];
  const digest = createHash('sha256').update(style).digest('base64');
  expect(policy).toBe(
    `default-src 'none'; style-src 'sha256-${digest}'; base-uri 'none'; form-action 'none'`.replaceAll(
      "'",
      '&#39;',
    ),
  );
});

it('holds every proof once, those that failed before all others', () => {
  const places = rehearsal.proofs.map((proof) => {
    const anchor = `id="proof-${proof.id.replaceAll(/[^\w.-]/g, '-')}"`;
    expect(page.split(anchor)).toHaveLength(2);
    return { failed: isFailure(proof), at: page.indexOf(anchor) };
  });
  const lastFailure = Math.max(...places.filter(({ failed }) => failed).map(({ at }) => at));
  const firstOther = Math.min(...places.filter(({ failed }) => !failed).map(({ at }) => at));
  expect(lastFailure).toBeLessThan(firstOther);
});

it('never shows a claim that is not proven here as proven', () => {
  const open = rehearsal.proofs.filter(({ outcome }) => outcome === 'not proven here');
  expect(open).not.toHaveLength(0);
  for (const { id, reason = '' } of open) {
    const body = page.indexOf(`id="proof-${id.replaceAll(/[^\w.-]/g, '-')}"`);
    expect(page.slice(page.lastIndexOf('<details', body), body)).toMatch(/class="proof not-proven-here"/);
    expect(page).toContain(reason);
  }
});

it('counts every outcome in words', () => {
  for (const outcome of outcomes) {
    const count = rehearsal.proofs.filter((proof) => proof.outcome === outcome).length;
    expect(page).toMatch(new RegExp(`</svg>\\s*${count}</span>\\s*<span class="word">${outcome}</span>`));
  }
});

it('says every drawing in words too, and leads nowhere that is not there', () => {
  const elements = elementsOf(page);
  const ids = idsOf(elements);
  expect(new Set(ids).size).toBe(ids.length);
  const untold = elements.filter(
    ({ name, attributes }) => name === 'svg' && !attributes['aria-label'] && !attributes['aria-hidden'],
  );
  expect(untold).toEqual([]);
  const named = elements.flatMap(({ attributes }) => [
    attributes['href']?.slice(1) ?? [],
    attributes['aria-labelledby'] ?? [],
  ]);
  const known = new Set(ids);
  expect(named.flat().filter((id) => !known.has(id))).toEqual([]);
  expect(page).toContain('never both serving');
  expect(page).toContain('both 1.6 s, perhaps 600 ms');
  expect(page).toContain('not a production recovery time');
});

it('shows what names and logs hold, and lets none of it be anything else', () => {
  const hostilePage = htmlReport(hostileRehearsal());
  const kinds = (html: string): ReadonlySet<string> => new Set(elementsOf(html).map(({ name }) => name));
  expect(kinds(hostilePage)).toEqual(kinds(page));
  const attributes = elementsOf(hostilePage).flatMap((element) => Object.keys(element.attributes));
  expect(attributes.filter((name) => /^on|^src$/.test(name))).toEqual([]);
  expect(hostilePage).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  expect(hostilePage).not.toContain('[31m');
  expect(hostilePage).not.toMatch(/[\p{Cc}--[\t\n]]|\u202E/v);
});

it('says what is missing when the ground gave way before anything was proven', () => {
  const nothing = htmlReport({
    ...rehearsal,
    proofs: [],
    drills: [],
    stages: [],
    timeline: { placements: [], commits: [] },
    ended: 'infrastructure',
    reason: 'etcd of hub died',
  });
  elementsOf(nothing);
  expect(nothing).toContain('Nothing was proven, then the ground gave way');
  expect(nothing).toContain('etcd of hub died');
});

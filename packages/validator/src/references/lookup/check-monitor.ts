import type { Say } from '../../check/check.ts';
import { fieldAt } from '../../json/fields.ts';
import type { ClusterView } from '../../rendered/cluster-view.ts';
import { placeOf } from '../../rendered/place-of.ts';
import { called } from './identity.ts';
import { selectorText } from './label-selector.ts';
import { endpointsOf, unseenByMonitor, whereText, type Monitor } from './monitors.ts';
import { sayUnless } from './say-missing.ts';
import { listed, suggestion } from './suggestion.ts';

/** What a monitor selects. */
export interface Scraped {
  /** Names of its ports. */
  readonly ports: readonly string[];
  /** Whose ports they are, in a sentence. */
  readonly owners: string;
  /** Where a name can be given to a port: `a container port`. */
  readonly port: string;
}

/** Says which ports of a monitor are not among those of what it selects. */
export function checkScrapedPorts(
  cluster: ClusterView,
  say: Say,
  monitor: Monitor,
  { ports, owners, port: a }: Scraped,
): void {
  for (const [endpoint, at] of endpointsOf(monitor)) {
    const port = fieldAt(endpoint, 'port');
    if (typeof port !== 'string' || port === '' || ports.includes(port)) continue;
    sayUnless(unseenByMonitor(cluster, monitor), cluster, say, placeOf(monitor.located, `${at}/port`), {
      sentence: `${called(monitor.located)} scrapes the port ${port} of ${owners}, and there is ${
        ports.length === 0 ? 'no port with a name' : `only ${listed(ports)}`
      }.`,
      hint: suggestion(port, ports, `Give ${a} the name ${port}, or scrape another.`),
    });
  }
}

/** Says that a monitor selects nothing. */
export function sayNothingScraped(
  cluster: ClusterView,
  say: Say,
  monitor: Monitor,
  words: { readonly none: string; readonly have: string; readonly hint: string },
): void {
  const { located, requirements } = monitor;
  sayUnless(unseenByMonitor(cluster, monitor), cluster, say, placeOf(located, '/spec/selector'), {
    sentence: `${called(located)} selects ${selectorText(requirements)}, and ${words.none}${whereText(monitor)} ${words.have} these labels.`,
    hint: words.hint,
  });
}

import { fieldAt, recordAt } from '../../json/fields.ts';
import { each, reference, type ConfigurationReference } from './pod-references.ts';

/** Paths below an endpoint that hold a key of a Secret. Source: prometheus-operator, API reference, Endpoint. */
const secretPaths = [
  ['authorization', 'credentials'],
  ['basicAuth', 'password'],
  ['basicAuth', 'username'],
  ['bearerTokenSecret'],
  ['oauth2', 'clientSecret'],
  ['tlsConfig', 'keySecret'],
] as const;

const eitherPaths = [
  ['oauth2', 'clientId'],
  ['tlsConfig', 'ca'],
  ['tlsConfig', 'cert'],
] as const;

/** The credentials that Prometheus scrapes with; it leaves a monitor out altogether when one of them is missing. */
export function monitorReferences(object: unknown, list: string): readonly ConfigurationReference[] {
  return each(recordAt(object, 'spec'), list, '/spec').flatMap(([endpoint, at]) => [
    ...secretPaths.flatMap((path) =>
      reference('Secret', fieldAt(endpoint, ...path), [at, ...path].join('/')),
    ),
    ...eitherPaths.flatMap((path) => [
      ...reference('Secret', fieldAt(endpoint, ...path, 'secret'), [at, ...path, 'secret'].join('/')),
      ...reference(
        'ConfigMap',
        fieldAt(endpoint, ...path, 'configMap'),
        [at, ...path, 'configMap'].join('/'),
      ),
    ]),
  ]);
}

import { addressOf } from '../formats/address.ts';
import type { AdmissionContext } from '../context.ts';
import type { Field } from '../field.ts';
import { misfit } from '../formats/format.ts';
import { pathSegment, portName, subdomain, wildcardSubdomain } from '../formats/names.ts';
import { serviceName } from '../object-name.ts';
import type { Refuse, Rule } from '../rule.ts';
import { shown } from '../shown.ts';

const unsafe = ['//', '/./', '/../', '%2f', '%2F'];

/** Source: networking validation, `ValidateIngressSpec`, `validateHTTPIngressPath`, `validateIngressBackend`. */
export const ingressRoutes: Rule = {
  explanation: {
    code: 'SEA3155',
    title: 'An Ingress has a route that cannot be',
    meaning:
      'An Ingress has rules or a default backend. A host is a DNS name, if need be with "*." before it, never an address or a URL; a path ' +
      'begins with "/"; a backend is either a Service with a port name or number, or another object.',
    fix: 'Correct the host, path or backend that the finding names.',
  },
  check(spec, refuse, context) {
    if (spec.at('rules').isEmpty && !spec.at('defaultBackend').isSet)
      refuse(spec, 'has neither rules nor a defaultBackend', 'Add a rule.');
    checkBackend(spec.at('defaultBackend'), refuse, context);
    for (const rule of spec.at('rules').items) {
      checkHost(rule.at('host'), refuse);
      const paths = rule.at('http', 'paths');
      if (rule.at('http').isSet && paths.isEmpty) refuse(paths, 'is empty', 'Add a path.');
      for (const path of paths.items) {
        checkPath(path, refuse);
        checkBackend(path.at('backend'), refuse, context);
      }
    }
    for (const tls of spec.at('tls').items) for (const host of tls.at('hosts').items) checkHost(host, refuse);
  },
};

function checkHost(host: Field, refuse: Refuse): void {
  const { text } = host;
  if (text === undefined || (text === '' && host.pointer.includes('/rules/'))) return;
  if (addressOf(text) !== undefined && !host.pointer.includes('/tls/')) {
    refuse(
      host,
      `is ${shown(text)}; it must be a DNS name, not an address`,
      'Write the name, or leave the host out.',
    );
    return;
  }
  const wrong = misfit(text.includes('*') ? wildcardSubdomain : subdomain, text);
  if (wrong !== undefined)
    refuse(
      host,
      wrong.predicate,
      text.includes('/') || text.includes(':') ? 'Write the host name alone.' : wrong.hint,
    );
}

function checkPath(route: Field, refuse: Refuse): void {
  const [path, type] = [route.at('path'), route.at('pathType').text];
  const text = path.text ?? '';
  const exact = type === 'Exact' || type === 'Prefix';
  if (!text.startsWith('/') && (exact || (text !== '' && type === 'ImplementationSpecific'))) {
    refuse(
      path,
      `is ${shown(text)}; it must begin with "/"`,
      text === '' ? 'Write "/".' : `Write ${shown(`/${text}`)}.`,
    );
    return;
  }
  if (!exact) return;
  const found = unsafe.find((part) => text.includes(part)) ?? ['/..', '/.'].find((end) => text.endsWith(end));
  if (found !== undefined)
    refuse(path, `is ${shown(text)}; it must not contain ${shown(found)}`, 'Write the path plainly.');
}

function checkBackend(backend: Field, refuse: Refuse, context: AdmissionContext): void {
  if (!backend.isSet) return;
  const [service, resource] = [backend.at('service'), backend.at('resource')];
  if (service.isSet && resource.isSet) refuse(backend, 'has service and resource', 'Keep one of the two.');
  else if (!service.isSet && !resource.isSet)
    refuse(backend, 'has neither service nor resource', 'Add the service.');
  const group = resource.at('apiGroup');
  const badGroup = group.text === undefined ? undefined : misfit(subdomain, group.text);
  if (badGroup !== undefined) refuse(group, badGroup.predicate, badGroup.hint);
  for (const key of ['kind', 'name']) {
    const field = resource.at(key);
    const bad = field.text === undefined ? undefined : misfit(pathSegment, field.text);
    if (field.value === '') refuse(field, 'is empty', 'Name the object.');
    else if (bad !== undefined) refuse(field, bad.predicate, bad.hint);
  }
  if (!service.isSet || resource.isSet) return;
  const [name, port] = [service.at('name'), service.at('port')];
  if (name.value === '') refuse(name, 'is empty', 'Name the Service.');
  const wrong =
    name.text === undefined || name.text === '' ? undefined : misfit(serviceName(context), name.text);
  if (wrong !== undefined) refuse(name, wrong.predicate, wrong.hint);
  const [number, word] = [port.at('number'), port.at('name')];
  const numbered = (number.number ?? 0) !== 0;
  if (numbered && !word.isEmpty) refuse(port, 'has name and number', 'Keep one of the two.');
  else if (!numbered && word.isEmpty)
    refuse(port, 'has neither name nor number', 'Add the number of the port.');
  else if (numbered && (number.number ?? 0) > 65_535)
    refuse(number, `is ${shown(number.value)}; a port is a number from 1 to 65535`, 'Correct the port.');
  else if ((number.number ?? 0) < 0)
    refuse(number, `is ${shown(number.value)}; a port is a number from 1 to 65535`, 'Correct the port.');
  const bad =
    word.text === undefined || word.text === '' || numbered ? undefined : misfit(portName, word.text);
  if (bad !== undefined) refuse(word, bad.predicate, bad.hint);
}

import type { Field } from '../field.ts';
import { dnsLabelFromLetter, subdomain } from '../formats/names.ts';
import { repeated } from '../repeated.ts';
import type { Refuse, Rule } from '../rule.ts';
import { shown } from '../shown.ts';

/** Of a webhook configuration. Source: admissionregistration validation, `validateValidatingWebhook`, `validateRule`. */
export const webhookCalls: Rule = {
  explanation: {
    code: 'SEA3163',
    title: 'An admission webhook cannot be called',
    meaning:
      'A webhook has a name of three parts at least, exactly one of a service and an https URL, a review version (v1) that the API server ' +
      'speaks, and rules that name groups, versions, resources and operations.',
    fix: 'Correct what the finding names.',
  },
  check(object, refuse) {
    const hooks = object.at('webhooks').items;
    for (const hook of hooks) checkHook(hook, refuse);
    for (const hook of repeated(hooks, (one) => one.at('name').text))
      refuse(
        hook.at('name'),
        `is ${shown(hook.at('name').value)}, as another webhook here is named`,
        'Rename it.',
      );
  },
};

function checkHook(hook: Field, refuse: Refuse): void {
  const [name, versions, client] = [
    hook.at('name'),
    hook.at('admissionReviewVersions'),
    hook.at('clientConfig'),
  ];
  if (
    name.text !== undefined &&
    (!subdomain.accepts(name.text) || name.text.length > 253 || name.text.split('.').length < 3)
  )
    refuse(
      name,
      `is ${shown(name.text)}; it must be a DNS name of at least three parts`,
      'Write a name such as check.example.com.',
    );
  if (Array.isArray(versions.value)) {
    for (const version of versions.items)
      if (
        version.text !== undefined &&
        !(dnsLabelFromLetter.accepts(version.text) && version.text.length <= 63)
      )
        refuse(version, `is ${shown(version.text)}; it must be ${dnsLabelFromLetter.what}`, 'Write v1.');
    for (const version of repeated(versions.items, (one) => one.text))
      refuse(version, 'is there twice', 'Remove one of the two.');
    if (!versions.texts.some((version) => version === 'v1' || version === 'v1beta1'))
      refuse(versions, 'has no version that an API server speaks', 'Add v1.');
  }
  checkClient(client, refuse);
  for (const condition of repeated(hook.at('matchConditions').items, (one) => one.at('name').text))
    refuse(condition.at('name'), 'is there twice', 'Rename one of the two.');
  for (const rule of hook.at('rules').items) {
    for (const key of ['apiGroups', 'apiVersions', 'resources', 'operations']) {
      const list = rule.at(key);
      for (const item of list.items)
        if ((key === 'apiVersions' || key === 'resources') && item.value === '')
          refuse(
            item,
            'is empty',
            `Write ${key === 'resources' ? 'a resource such as pods' : 'a version such as v1'}.`,
          );
      if (list.isEmpty) refuse(list, 'is empty', 'Add what the webhook is for; ["*"] is everything.');
      else if (key !== 'resources' && list.texts.length > 1 && list.texts.includes('*'))
        refuse(list, 'has "*" beside others', 'Leave "*" alone.');
    }
  }
}

/** Source: k8s.io/apiserver, pkg/util/webhook/validation.go. */
export function checkClient(client: Field, refuse: Refuse): void {
  if (!client.isSet) return;
  const [url, service] = [client.at('url'), client.at('service')];
  if (url.isSet === service.isSet)
    refuse(
      client,
      url.isSet ? 'has url and service' : 'has neither url nor service',
      'Keep exactly one of the two.',
    );
  else if (url.text !== undefined) {
    const wrong = urlProblem(url.text);
    if (wrong !== undefined) refuse(url, `is ${shown(url.text)}; ${wrong}`, 'Correct the URL.');
  } else {
    const [port, path] = [service.at('port'), service.at('path')];
    for (const key of ['name', 'namespace'])
      if (service.at(key).isEmpty) refuse(service.at(key), 'is missing', 'Name the Service.');
    if (port.number !== undefined && (port.number < 1 || port.number > 65_535))
      refuse(port, `is ${shown(port.number)}; a port is a number from 1 to 65535`, 'Correct the port.');
    if (path.text !== undefined && path.text !== '' && path.text !== '/' && !isServicePath(path.text))
      refuse(
        path,
        `is ${shown(path.text)}; it must be a path such as /validate`,
        'Begin it with "/", and leave no part empty.',
      );
  }
}

function urlProblem(text: string): string | undefined {
  if (!URL.canParse(text)) return 'it must be a URL such as https://host/path';
  const url = new URL(text);
  if (url.protocol !== 'https:') return 'it must begin with https://';
  if (url.username !== '' || url.password !== '') return 'it must not have a user';
  if (url.search !== '' || url.hash !== '') return 'it must not have "?" or "#"';
  return undefined;
}

function isServicePath(path: string): boolean {
  if (!path.startsWith('/')) return false;
  const parts = path.slice(1).replace(/\/$/, '').split('/');
  return parts.every((part) => subdomain.accepts(part));
}

import { goJson } from './go-json.ts';
import type { Subject } from '../match/subject.ts';

/**
 * `input.review` as JSON, as Gatekeeper's audit and `gator test` build it: an AdmissionRequest without an operation.
 * Source: Gatekeeper 3.23.1, pkg/target/target.go (unstructuredToAdmissionRequest), and k8s.io/api/admission/v1.
 * @param object JSON of the object
 * @param namespaceObject JSON of the Namespace that the object is in; `{}` where there is none
 */
export function reviewOf(
  { group, version, kind, name, namespace }: Subject,
  object: string,
  namespaceObject: string,
): string {
  const fields = [
    `"uid":""`,
    `"kind":${JSON.stringify({ group, version, kind })}`,
    `"resource":{"group":"","version":"","resource":""}`,
    ...(name === '' ? [] : [`"name":${JSON.stringify(name)}`]),
    ...(namespace === '' ? [] : [`"namespace":${JSON.stringify(namespace)}`]),
    `"operation":""`,
    `"userInfo":{}`,
    `"object":${goJson(object)}`,
    `"oldObject":null`,
    `"options":null`,
    `"namespaceObject":${goJson(namespaceObject)}`,
  ];
  return `{${fields.join(',')}}`;
}

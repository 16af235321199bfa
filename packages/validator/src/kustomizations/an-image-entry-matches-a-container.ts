import type { Check } from '../check/check.ts';
import { listAt, textAt } from '../json/fields.ts';
import { imagesIn } from './images-in.ts';
import type { KustomizationView } from './kustomization-view.ts';

export const anImageEntryMatchesAContainer: Check<KustomizationView> = {
  rule: 'An entry of images matches a container',
  explanation: {
    code: 'SEA3607',
    title: 'An entry of images matches no container',
    meaning:
      'No container below has an image of that name, so kustomize changes nothing and says nothing: the objects keep the version that the base names.',
    fix:
      'Write the name as the containers have it, with its registry and without its tag. Images in other fields, such as those of custom resources, ' +
      'need an entry in "configurations".',
  },
  run(view, say) {
    const entries = listAt(view.fields, 'images');
    if (entries.length === 0) return;
    // Configurations may name more fields that hold images.
    const configured = listAt(view.fields, 'configurations').length > 0;
    const images = new Set(view.before.flatMap((one) => imagesIn(one, view)));
    const unknown = configured
      ? 'configurations may name more images'
      : (view.before.find((one) => one.unknown !== undefined)?.unknown ??
        (view.before.length === 0 ? 'nothing here uses the component' : undefined));
    for (const [index, entry] of entries.entries()) {
      const name = textAt(entry, 'name');
      const test = name === undefined || name === '' ? undefined : imageTest(name);
      if (test === undefined || [...images].some((image) => test.test(image))) continue;
      const place = view.at(`/images/${index}`);
      if (unknown !== undefined) {
        say.unknown(place, unknown);
        continue;
      }
      say.wrong(place, {
        severity: 'warning',
        sentence: `No container below has the image ${name}, so the entry changes nothing.`,
        hint: hintFor(name ?? '', [...images]),
      });
    }
  },
};

/** Source: IsImageMatched in kustomize; a name is a regular expression there. */
function imageTest(name: string): RegExp | undefined {
  try {
    return new RegExp(`^${name}(:[a-zA-Z0-9_.{}-]*)?(@sha256:[a-zA-Z0-9_.{}-]*)?$`);
  } catch {
    return undefined;
  }
}

function hintFor(name: string, images: readonly string[]): string {
  const last = name.slice(name.lastIndexOf('/') + 1);
  const near = images.find((image) => image.replace(/[:@][^/]*$/, '').endsWith(last));
  return near === undefined
    ? 'Write the name as the container has it, with its registry and without its tag, or take the entry out.'
    : `Did you mean ${near.replace(/[:@][^/]*$/, '')}?`;
}

import { isImageReference } from '../formats/image-reference.ts';
import type { Rule } from '../rule.ts';
import { shown } from '../shown.ts';

/**
 * An API server takes every text that is not empty (and, in a bare Pod, has no space at an end); the kubelet does not:
 * such a pod stays in `InvalidImageName`. A warning, because a build step may still fill the name in.
 */
export const readableImage: Rule = {
  explanation: {
    code: 'SEA3126',
    title: 'The name of an image cannot be read',
    meaning:
      'An image is named [registry[:port]/]path[:tag][@digest], with lower-case letters in the path. A pod with another name stays in ' +
      'InvalidImageName.',
    fix: 'Correct the name; capital letters, spaces and "http://" are the usual mistakes.',
  },
  check(image, refuse) {
    const { text } = image;
    if (text === undefined || text.trim() === '' || isImageReference(text)) return;
    // ko builds the image of a Go package and writes its name in place.
    if (text.startsWith('ko://')) return;
    refuse(image, `is ${shown(text)}, which no container runtime can read`, hintFor(text), 'warning');
  },
};

function hintFor(text: string): string {
  const plain = text.trim().replace(/^[a-z]+:\/\//, '');
  for (const better of [plain, plain.toLowerCase()])
    if (better !== text && isImageReference(better)) return `Did you mean ${shown(better)}?`;
  return 'Write it as registry/path:tag.';
}

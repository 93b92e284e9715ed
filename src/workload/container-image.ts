import { ImagePullPolicy } from './workload-props';
import { ImageReference } from '../image/image-reference';
import { refuse } from '../kube/problem';
import { CONTAINER_RULES } from '../policy/waivable-rules';

/** What holds for an image, beside what every image must be. */
export interface ImageDemands {
  readonly pullPolicy: ImagePullPolicy;
  /** Whether the rule is waived that an image cannot change without notice. */
  readonly mutable: boolean;
  /** Where it may come from; anywhere, where there are none. */
  readonly trusted: readonly string[];
}

/** Checks the image of a container. */
export function checkImage(what: string, text: string, { pullPolicy, mutable, trusted }: ImageDemands): string {
  const image = ImageReference.parse(text);
  if (image.isMutable && !mutable) {
    refuse({
      what: `image of ${what} can change without notice`,
      got: text,
      expected: 'a digest, or a tag other than latest',
      todo: `pin it, or waive ${CONTAINER_RULES.imageTag} with the reason`,
    });
  }
  if (!image.isMutable && mutable) {
    refuse({
      what: `waiver of ${CONTAINER_RULES.imageTag} for ${what} is not used`,
      got: text,
      expected: 'an image without digest, and with the tag latest or none',
      todo: 'remove the waiver',
    });
  }
  if (pullPolicy === ImagePullPolicy.IF_NOT_PRESENT && image.digest === undefined) {
    refuse({
      what: `image of ${what} is pulled only where it is missing`,
      got: text,
      expected: 'a digest, since a tag can name an older image on the node',
      todo: 'add the digest, or leave imagePullPolicy out',
    });
  }
  if (trusted.length > 0 && !trusted.some(registry => image.comesFrom(registry))) {
    refuse({
      what: `image of ${what} comes from a registry that the app does not trust`,
      got: text,
      expected: `an image from ${trusted.join(', ')}`,
      todo: 'mirror it there, or add its registry to trustedRegistries',
    });
  }
  return text;
}

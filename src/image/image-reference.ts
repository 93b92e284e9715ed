import { refuse } from '../kube/problem';

/**
 * The name of an image, in its parts.
 *
 * @see https://github.com/distribution/reference
 */
export class ImageReference {
  /**
   * Reads the name of an image.
   *
   * @param text such as `registry.example.com/team/web:1.4.2@sha256:…`
   * @throws if it is no name of an image
   */
  public static parse(text: string): ImageReference {
    const match = typeof text === 'string' && text.length <= 512 ? REFERENCE.exec(text) : null;
    if (!match) {
      refuse({ what: 'image is no image reference', got: text, expected: '[registry/]repository:tag or …@sha256:digest', todo: 'correct the name' });
    }
    const [, name, tag, digest] = match;
    const slash = name.indexOf('/');
    const first = slash < 0 ? '' : name.slice(0, slash);
    const hasRegistry = first.includes('.') || first.includes(':') || first === 'localhost';
    const path = hasRegistry ? name.slice(slash + 1) : name;
    if (path !== path.toLowerCase()) {
      refuse({ what: 'image repository has capital letters', got: text, expected: 'lower case', todo: 'write the repository as the registry does' });
    }
    return new ImageReference(text, hasRegistry ? first : 'docker.io', path, tag, digest);
  }

  private constructor(
    /**
     * The whole name, as it was given.
     */
    public readonly text: string,
    /**
     * Host of the registry; `docker.io` where none is named.
     */
    public readonly registry: string,
    /**
     * Repository in the registry.
     */
    public readonly repository: string,
    /**
     * The tag, which can be moved to another image at any time.
     */
    public readonly tag?: string,
    /**
     * The digest, which names one image for ever.
     */
    public readonly digest?: string,
  ) {}

  /**
   * Whether it can name another image tomorrow without a word in the manifest: it has neither digest nor tag, or the tag is `latest`.
   */
  public get isMutable(): boolean {
    return this.digest === undefined && (this.tag === undefined || this.tag === 'latest');
  }

  /**
   * Whether the image comes from a registry, or from a part of one.
   *
   * @param registry host, with or without a path below it, such as `ghcr.io/acme`
   */
  public comesFrom(registry: string): boolean {
    const full = `${this.registry}/${this.repository}`;
    return full === registry || full.startsWith(registry.endsWith('/') ? registry : `${registry}/`);
  }
}

const COMPONENT = '[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*';
const HOST = '(?:[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?)(?:\\.[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?)*(?::[0-9]+)?';
const REFERENCE = new RegExp(`^((?:${HOST}/)?${COMPONENT}(?:/${COMPONENT})*)(?::([A-Za-z0-9_][A-Za-z0-9_.-]{0,127}))?(?:@(sha256:[0-9a-f]{64}))?$`);

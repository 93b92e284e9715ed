import { refuse } from '../kube/problem';

/**
 * The name of an image, in its parts.
 *
 * @see https://github.com/distribution/reference
 */
export class ImageReference {
  /**
   * Reads the name of an image as container runtimes do: `web` alone is `docker.io/library/web`.
   *
   * @param text such as `registry.example.com/team/web:1.4.2@sha256:…`
   * @throws if it is no name of an image
   */
  public static parse(text: string): ImageReference {
    const parts = typeof text === 'string' && text.length <= LONGEST ? partsOf(text) : undefined;
    if (!parts) {
      return refuse({ what: 'image is no image reference', got: withoutUser(text), expected: '[registry/]repository:tag or …@sha256:digest', todo: 'correct the name' });
    }
    const { registry, repository, tag, digest } = parts;
    if (repository !== repository.toLowerCase()) {
      refuse({ what: 'image repository has capital letters', got: text, expected: 'lower case', todo: 'write the repository as the registry does' });
    }
    if (repository.length > LONGEST_REPOSITORY) {
      refuse({ what: 'image repository is too long', got: text, expected: `at most ${LONGEST_REPOSITORY} characters`, todo: 'give it a shorter name' });
    }
    return new ImageReference(text, registry, repository, tag, digest);
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

const LONGEST = 512;
const LONGEST_REPOSITORY = 255;
const DOCKER_HUB = 'docker.io';

const LABEL = '[a-zA-Z0-9]+(?:-+[a-zA-Z0-9]+)*';
const HOST = new RegExp(`^(?:${LABEL}(?:\\.${LABEL})*|\\[[0-9a-fA-F:]+\\])(?::\\d+)?$`);
const COMPONENT = /^[a-zA-Z0-9]+(?:(?:\.|__?|-+)[a-zA-Z0-9]+)*$/;
const TAG = /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$/;
const DIGEST = /^(?:sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128})$/;
/** What a container runtime takes for the id of an image on the node. */
const IMAGE_ID = /^[0-9a-f]{64}$/;

/** Cut at its separators first, so that no expression has a choice: a hostile text is refused as fast as any other. */
function partsOf(text: string): Pick<ImageReference, 'registry' | 'repository' | 'tag' | 'digest'> | undefined {
  const [named, digest] = cut(text, text.indexOf('@'));
  const [name, tag] = cut(named, named.indexOf(':', named.lastIndexOf('/')));
  const slash = name.indexOf('/');
  const first = slash < 0 ? '' : name.slice(0, slash);
  const hasRegistry = /[.:]/.test(first) || first === 'localhost';
  const path = hasRegistry ? name.slice(slash + 1) : name;
  const fits = (!hasRegistry || HOST.test(first))
    && path.split('/').every(component => COMPONENT.test(component))
    && (tag === undefined || TAG.test(tag))
    && (digest === undefined || DIGEST.test(digest))
    && !IMAGE_ID.test(text);
  if (!fits) { return undefined; }
  const registry = !hasRegistry || first === 'index.docker.io' ? DOCKER_HUB : first;
  return { registry, repository: registry === DOCKER_HUB && !path.includes('/') ? `library/${path}` : path, tag, digest };
}

/** A text before and after the separator at a place; all before where it has none. */
function cut(text: string, at: number): [string, string | undefined] {
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
}

/** What may be shown: before an `@` that begins no digest may stand a password. */
function withoutUser(text: unknown): unknown {
  const at = typeof text === 'string' ? text.lastIndexOf('@') : -1;
  return typeof text === 'string' && at > 0 && /[./]/.test(text.slice(at)) ? `…${text.slice(at)}` : text;
}

import { ApiObject, ApiObjectMetadata, App, JsonPatch } from 'cdk8s';
import { Construct, IConstruct } from 'constructs';
import { metadataOf, withAnnotations } from './object-metadata';
import { orderedCopy } from './ordered-copy';
import { ownerOf, setOwner } from './owner';
import { Session } from './session';
import { withoutCredentials } from '../kube/credential';

/** What an object is, and how its JSON is made. */
export interface RenderedObjectProps {
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
  /** Left out for objects of the cluster. */
  readonly namespace?: string;
  readonly labels?: Record<string, string>;
  readonly annotations?: Record<string, string>;
  /** Annotations that depend on what is declared later in the program; those that somebody sets on the object go before them. */
  readonly lateAnnotations?: () => Record<string, string>;
  /** The construct that the user wrote and that stands for this object. */
  readonly owner: IConstruct;
  /** Everything but apiVersion, kind and metadata, asked for at the moment of writing. */
  readonly render: () => Record<string, unknown>;
  /** That part of it which others read before it is written, where it can be had for less than the whole. */
  readonly outline?: () => Record<string, unknown>;
}

/** cdk8s itself brings three resolvers; more of them may replace any value of any object. */
export const OWN_RESOLVERS_OF_CDK8S = 3;

const RENDERED = Symbol.for('cdk8s-hardened.RenderedObject');

/** Whether an object is one of this library. `instanceof` would say yes to every `ApiObject`: cdk8s overrides it. */
export function isRendered(object: unknown): object is RenderedObject {
  return typeof object === 'object' && object !== null && RENDERED in object;
}

const MANAGED_BY = { 'app.kubernetes.io/managed-by': 'cdk8s' };

function givenMetadata({ name, namespace, annotations, labels }: RenderedObjectProps): ApiObjectMetadata {
  const metadata: Record<string, unknown> = { name };
  if (namespace !== undefined) { metadata.namespace = namespace; }
  if (annotations && Object.keys(annotations).length > 0) { metadata.annotations = annotations; }
  metadata.labels = { ...MANAGED_BY, ...labels };
  return metadata;
}

/**
 * An object of this library. It is rendered when it is written, so that whatever the program declares later still counts.
 *
 * Patches, metadata and custom resolvers work as in every `ApiObject`; the shortcut is taken only where none of them is in play.
 */
export class RenderedObject extends ApiObject {
  private readonly body: () => Record<string, unknown>;
  private readonly outline: () => Record<string, unknown>;
  private readonly lateAnnotations?: () => Record<string, string>;
  private readonly session: Session;
  private patched = false;

  constructor(scope: Construct, id: string, props: RenderedObjectProps) {
    super(scope, id, { apiVersion: props.apiVersion, kind: props.kind, metadata: givenMetadata(props) });
    if (props.namespace === undefined) {
      // cdk8s gives every object its chart's namespace, also one of the cluster, which the API server then refuses.
      (this.metadata as { namespace?: string }).namespace = undefined;
    }
    setOwner(this, props.owner);
    this.body = props.render;
    this.outline = props.outline ?? props.render;
    this.lateAnnotations = props.lateAnnotations;
    this.session = Session.of(this);
    this.session.touch();
  }

  /** Whether a patch may have made of it something else than its owner rendered. */
  public get isPatched(): boolean {
    return this.patched;
  }

  /** What is written, or the outline of it, neither sorted nor copied: to be read at once, and never kept. */
  public peek(): any {
    if (this.patched) { return this.toJson(); }
    return { apiVersion: this.apiVersion, kind: this.kind, metadata: { name: this.name, namespace: this.metadata.namespace }, ...this.outline() };
  }

  public addJsonPatch(...ops: JsonPatch[]): void {
    super.addJsonPatch(...ops);
    this.patched ||= ops.length > 0;
    this.session.touch();
  }

  public toJson(): any {
    try {
      return this.lateAnnotations ? withAnnotations(this, this.lateAnnotations(), () => this.render()) : this.render();
    } catch (error) {
      throw new Error(withoutCredentials(`[${ownerOf(this).node.path}] ${(error as Error).message}`), { cause: error });
    }
  }

  private render(): any {
    if (this.patched || process.env.CDK8S_DISABLE_SORT || App.of(this).resolvers.length > OWN_RESOLVERS_OF_CDK8S) {
      return this.asCdk8sRenders();
    }
    return { apiVersion: this.apiVersion, kind: this.kind, metadata: metadataOf(this), ...orderedCopy(this.body()) as object };
  }

  /** The whole way of cdk8s: it reads what the object holds from its props, which are private to it. */
  private asCdk8sRenders(): any {
    (this as unknown as { props: object }).props = { apiVersion: this.apiVersion, kind: this.kind, ...this.body() };
    return super.toJson();
  }
}

// One for all of them: they are many.
Object.defineProperty(RenderedObject.prototype, RENDERED, { value: true });

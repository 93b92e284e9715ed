import type { ContainerSettings } from './container-settings';
import type { Mount } from './mount';

const LONGEST_NAME = 63;

/** The volumes of one pod, named after what they hold; a source that several containers mount is one volume. */
export class PodVolumes {
  /** Sources that some container writes to. */
  private readonly written: ReadonlySet<string>;
  private readonly volumes: Record<string, unknown>[] = [];
  private readonly names = new Set<string>();
  private readonly shared = new Map<string, string>();

  constructor(containers: readonly ContainerSettings[]) {
    const mounts = containers.flatMap(container => container.mounts);
    this.written = new Set(mounts.filter(mount => !mount._readOnly).map(mount => JSON.stringify(mount._source)));
  }

  /** The mounts of one container; its volumes are added to the pod. */
  public mountsOf(container: ContainerSettings): object[] {
    const directories = container.directories.map(({ path, size, inMemory }) => ({
      mountPath: path,
      // Directories are a container's own: what one writes, another must not read.
      name: this.add(`${container.role === 'main' ? '' : `${container.name}-`}${path}`, {
        emptyDir: { ...(inMemory ? { medium: 'Memory' } : {}), sizeLimit: size.toString() },
      }),
    }));
    const mounts = container.mounts.map(mount => ({
      mountPath: mount.path,
      name: this.share(mount),
      ...(mount._readOnly ? { readOnly: true } : {}),
    }));
    return [...directories, ...mounts];
  }

  public toJson(): object[] {
    return this.volumes;
  }

  private share({ path, _source, _isClaim }: Mount): string {
    const key = JSON.stringify(_source);
    const known = this.shared.get(key);
    if (known !== undefined) { return known; }
    // A kubelet before 1.30 waits for ever for a pod with two volumes of one claim, so it is one volume, read-only if all only read it.
    const readOnly = _isClaim && !this.written.has(key);
    const name = this.add(path, readOnly ? { persistentVolumeClaim: { ..._source.persistentVolumeClaim as object, readOnly } } : _source);
    this.shared.set(key, name);
    return name;
  }

  private add(wanted: string, source: Record<string, unknown>): string {
    const plain = wanted.toLowerCase().replace(/[^a-z0-9]+/g, '-').slice(0, LONGEST_NAME).replace(/^-+|-+$/g, '') || 'volume';
    let name = plain;
    for (let n = 2; this.names.has(name); n++) { name = `${plain.slice(0, LONGEST_NAME - 1 - String(n).length)}-${n}`; }
    this.names.add(name);
    this.volumes.push({ name, ...source });
    return name;
  }
}

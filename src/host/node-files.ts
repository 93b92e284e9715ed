import * as path from 'path';
import { App } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { saveFolder } from './folder';
import { checkWithoutKeys } from './node-file';
import { NodeRole } from './node-role';
import { NodeSet } from './node-set';
import { clusterApiText, cloudInitText, ignitionText, isTooLongForClusterApi } from './node-texts';
import { refuse } from '../kube/problem';
import { Session } from '../policy/session';

/** Below the folder that is given: nothing else may stand in it, since it is written anew as a whole. */
const FOLDER = 'nodes';

/** The files for the nodes of one app, from all its bundles. */
export class NodeFiles {
  public static of(construct: IConstruct): NodeFiles {
    return Session.of(construct).part('node-files', () => new NodeFiles());
  }

  private readonly bundles: { readonly role: NodeRole; readonly set: NodeSet }[] = [];

  private constructor() {}

  public add(role: NodeRole, set: NodeSet): void {
    this.bundles.push({ role, set });
  }

  /** What all nodes of each role get, by the names of the roles. */
  public get sets(): Map<string, NodeSet> {
    const sets = new Map<string, NodeSet>();
    for (const { role, set } of this.bundles) {
      const all = sets.get(role.name) ?? new NodeSet();
      all.addAll(set);
      sets.set(role.name, all);
    }
    return sets;
  }

  /** Every file below the folder of the nodes, by its path there, with its mode. */
  public get output(): Map<string, { readonly text: string; readonly mode: number }> {
    const output = new Map<string, { readonly text: string; readonly mode: number }>();
    const put = (name: string, text: string, mode = 0o644) => {
      checkWithoutKeys(name, text);
      output.set(name, { text, mode });
    };
    for (const [role, set] of this.sets) {
      for (const file of set.files) { put(`${role}/root${file.path}`, file.content, parseInt(file.mode, 8)); }
      for (const [name, text] of set.documents) { put(`${role}/${name}`, text); }
      // A format that cannot bring all of the files is not written: it would look like one that does.
      if (set.secretFiles.length === 0) {
        put(`${role}/user-data`, cloudInitText(set));
        put(`${role}/ignition.json`, ignitionText(set));
      }
      if (!set.files.some(isTooLongForClusterApi)) { put(`${role}/cluster-api.yaml`, clusterApiText(set)); }
    }
    return output;
  }
}

/**
 * Makes ready to write the files for the nodes of an app: `nodes/<role>/` below a folder that is not that of the manifests, since all that
 * stands there is applied. What an earlier synthesis wrote there is gone afterwards.
 *
 * @param app whose bundles are written
 * @param directory the folder beside the manifests, `hardened.out`
 * @returns what writes them, when nothing can be wrong any more but the disk
 * @throws if two bundles of a role contradict each other, or a key stands in a file; then nothing is written
 */
export function prepareNodeFiles(app: App, directory: string): () => void {
  const folder = path.join(path.resolve(directory), FOLDER);
  const [first] = path.relative(path.resolve(app.outdir), folder).split(path.sep);
  if (first !== '..' && !path.isAbsolute(first)) {
    refuse({ what: 'files for nodes stand among the manifests', got: folder, expected: `a folder outside of ${app.outdir}`, todo: 'choose another folder' });
  }
  const { output } = NodeFiles.of(app);
  return () => saveFolder(folder, output);
}

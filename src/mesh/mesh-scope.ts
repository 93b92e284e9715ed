/**
 * How far a mesh reaches that an app makes.
 */
export enum MeshScope {
  /**
   * The namespaces of the app. Others who use the mesh notice nothing of it.
   */
  MANAGED_NAMESPACES = 'managed-namespaces',

  /**
   * Every namespace of the mesh, by objects in its root namespace too: only for the one app that owns that namespace. Whatever in the
   * cluster is part of the mesh and has no policy of its own is closed by it.
   */
  WHOLE_MESH = 'whole-mesh',
}

/**
 * Settings of scanners that can say what no annotation says, by their paths below the reports.
 *
 * trivy knows the registries of large clouds and no others: `trivy config --config-data hardened.out/report/scanners/trivy`. It asks for hosts.
 *
 * @param registries from which images may come; nothing where any registry is trusted
 * @see https://avd.aquasec.com/misconfig/kubernetes/general/ksv-0125/
 */
export function scannerFiles(registries: readonly string[]): ReadonlyMap<string, string> {
  const hosts = [...new Set(registries.map(registry => registry.split('/')[0]))].sort();
  if (hosts.length === 0) { return new Map(); }
  const lines = ['ksv0125:', '  trusted_registries:', ...hosts.map(host => `    - ${JSON.stringify(host)}`)];
  return new Map([['scanners/trivy/ksv0125.yaml', `${lines.join('\n')}\n`]]);
}

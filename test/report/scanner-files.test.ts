import * as yaml from 'yaml';
import { scannerFiles } from '../../src/report/scanner-files';

test('where any registry is trusted, there is nothing to say', () => {
  expect(scannerFiles([])).toEqual(new Map());
});

test('trivy is told the hosts, each once', () => {
  const files = scannerFiles(['registry.example.com:5000', 'ghcr.io/acme', 'ghcr.io/other', '[::1]:5000']);
  expect([...files.keys()]).toEqual(['scanners/trivy/ksv0125.yaml']);
  expect(yaml.parse(files.get('scanners/trivy/ksv0125.yaml')!)).toEqual({
    ksv0125: { trusted_registries: ['[::1]:5000', 'ghcr.io', 'registry.example.com:5000'] },
  });
});

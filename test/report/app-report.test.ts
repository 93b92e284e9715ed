import * as fs from 'fs';
import * as path from 'path';
import { AS_OF, openService, program, reportOf } from './app-reports';

const { version } = JSON.parse(fs.readFileSync(path.join(__dirname, '..', '..', 'package.json'), 'utf8'));

test('a report says by what, for what and when everything was judged', () => {
  const { app } = program();
  const { library, kubernetesVersion, endOfLife, asOf, objects, files, findings, breakGlass } = reportOf(app, [{ file: 'a.yaml', sha256: '0' }]);
  expect({ library, kubernetesVersion, endOfLife, asOf, files, findings, breakGlass }).toEqual({
    library: version, kubernetesVersion: '1.36', endOfLife: '2027-06-28', asOf: AS_OF, files: [{ file: 'a.yaml', sha256: '0' }], findings: [], breakGlass: undefined,
  });
  expect(objects).toBe(app.node.findAll().filter(each => 'toJson' in each && 'kind' in each).length);
});

test('findings are those of the synthesis, each as it is shown', () => {
  const { app, shop } = program();
  openService(shop);
  const { findings, show } = reportOf(app);
  expect(findings.map(({ rule }) => rule)).toEqual(['node-port-unused', 'service-selects-pods']);
  expect(show(findings[0])).toMatchObject({ rule: 'node-port-unused', construct: 'chart/shop/open' });
});

test('an emergency is told with its reason', () => {
  process.env.CDK8S_HARDENED_BREAK_GLASS = 'INC-1 the shop is down';
  try {
    expect(reportOf(program().app).breakGlass).toBe('INC-1 the shop is down');
  } finally {
    delete process.env.CDK8S_HARDENED_BREAK_GLASS;
  }
});

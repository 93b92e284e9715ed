import * as fs from 'fs';
import * as os from 'os';
import * as path from 'path';
import { SecureApp } from '../../src/app/secure-app';
import { SecureChart } from '../../src/app/secure-chart';
import { KubernetesVersion } from '../../src/kube/kubernetes-version';
import { IstioDataPlane } from '../../src/mesh/istio-data-plane';
import { SecureIstioValues } from '../../src/mesh/secure-istio-values';

let folder: string;
beforeEach(() => { folder = fs.mkdtempSync(path.join(os.tmpdir(), 'istio-files-')); });
afterEach(() => { fs.rmSync(folder, { recursive: true }); });

test('a synthesis writes the values of the charts of Istio beside the manifests, and nothing is left of earlier ones', () => {
  const synth = (dataPlane?: IstioDataPlane) => {
    const app = new SecureApp({ kubernetesVersion: KubernetesVersion.V1_36, outdir: path.join(folder, 'dist') });
    const chart = new SecureChart(app, 'platform');
    const values = dataPlane && new SecureIstioValues(chart, 'istio', { dataPlane });
    app.synth();
    return values;
  };
  const written = path.join(folder, 'hardened.out/istio');
  const { istiod } = synth(IstioDataPlane.AMBIENT)!;
  expect(fs.readdirSync(written)).toEqual(['base.values.yaml', 'cni.values.yaml', 'gateway.values.yaml', 'istiod.values.yaml', 'ztunnel.values.yaml']);
  expect(fs.readFileSync(path.join(written, 'istiod.values.yaml'), 'utf8')).toBe(istiod);
  expect(fs.readdirSync(path.join(folder, 'dist'))).toEqual(['platform.k8s.yaml']);
  synth(IstioDataPlane.SIDECAR);
  expect(fs.readdirSync(written)).not.toContain('ztunnel.values.yaml');
  synth();
  expect(fs.existsSync(written)).toBe(false);
});

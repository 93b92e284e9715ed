import * as fs from 'fs';
import * as path from 'path';
import { ApiObject, App, AppProps, Chart, Yaml, YamlOutputType } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { useBaseline } from './app-baseline';
import { AuditFinding, auditFinding } from './audit-finding';
import { WritingOrder, writingOrder } from './dependency-order';
import { prepareIstioFiles } from './istio-files';
import { OutputFiles } from './output-files';
import { OutputText } from './output-text';
import { useOwnRules } from './own-rules';
import { prepareReport } from './report-files';
import { prepareNodeFiles } from '../host/node-files';
import { withoutCredentials } from '../kube/credential';
import type { KubernetesVersion } from '../kube/kubernetes-version';
import { refuse } from '../kube/problem';
import { YamlWriter } from '../kube/yaml-writer';
import type { AuditSettings } from '../policy/audit-settings';
import { isRendered } from '../policy/rendered-object';
import { Session } from '../policy/session';
import { ClusterSettings, HardenedSettings, Settings } from '../policy/settings';
import type { Verdict } from '../policy/verdict';

/**
 * Properties for `SecureApp`.
 */
export interface SecureAppProps extends AppProps, ClusterSettings, AuditSettings {
  /**
   * The Kubernetes version that the manifests are made for. It picks apiVersions and fields.
   */
  readonly kubernetesVersion: KubernetesVersion;
}

/** What came of judging an app, and how many objects it has. */
interface Judgement {
  readonly verdict: Verdict;
  readonly objects: number;
}

/**
 * An app that judges every object as it will be written, whoever made it, and writes nothing if anything is wrong.
 *
 * It writes what cdk8s would write, byte for byte, in time that grows with the number of objects and charts and not with their product.
 * Instead of losing an object whose file another one wants, it throws.
 */
export class SecureApp extends App {
  /**
   * Gives settings to an app that is no `SecureApp`.
   *
   * @param app the app, before anything stands in it
   * @param props what is true of the cluster
   * @throws if constructs stand in the app already, which were made with other settings
   */
  public static configure(app: App, props: HardenedSettings): void {
    if (app.node.children.length > 0) {
      refuse({
        what: 'settings come after constructs that were made without them',
        got: app.node.children[0].node.path,
        expected: 'an app with nothing in it',
        todo: 'call SecureApp.configure right after the app is made',
      });
    }
    give(app, props);
  }

  /** Whether cdk8s was asked to record where each object was made; it keeps that to itself. */
  private readonly recordsConstructs: boolean;

  constructor(props: SecureAppProps) {
    super(props);
    this.recordsConstructs = props.recordConstructMetadata ?? process.env.CDK8S_RECORD_CONSTRUCT_METADATA === 'true';
    give(this, props);
  }

  /**
   * Judges the app and writes its manifests; beside them, in `hardened.out/report`, what was judged and found: `report.html` for people,
   * `report.json` for programs, `report.sarif` for code hosts and `report.md` for a pull request. What is written into a temporary folder,
   * as `cdk8s synth --stdout` does it, has no report.
   *
   * @throws if anything is wrong; then nothing is written
   */
  public synth(): void {
    this.settled(order => {
      const files = new OutputFiles(this, order.dependent);
      const { verdict, objects } = this.judge(order, chart => files.chart(chart), (text, json, of) => files.document(text, json, of));
      this.conclude(verdict);
      const beside = path.join(path.dirname(path.resolve(this.outdir)), 'hardened.out');
      const saveNodes = prepareNodeFiles(this, beside);
      const saveIstio = prepareIstioFiles(this, beside);
      const saveReport = prepareReport(this, beside, { verdict, objects, files: files.digests });
      files.save();
      saveNodes();
      saveIstio();
      saveReport();
      if (this.recordsConstructs) { this.saveConstructs(order); }
    });
  }

  /**
   * Judges the app and gives its manifests as one text.
   *
   * @throws if anything is wrong
   */
  public synthYaml(): string {
    const text = new OutputText();
    this.settled(order => this.conclude(this.judge(order, () => {}, document => text.add(document)).verdict));
    return text.toString();
  }

  /**
   * Judges the app and gives everything that was found, warnings and what is waived or known too, and writes no manifest. A synthesis
   * itself prints no warnings: they would hide the errors that end it.
   *
   * @returns the findings, in the order of the program; what is waived comes last
   * @throws if the app cannot be rendered, or a validation of cdk8s fails
   */
  public audit(): AuditFinding[] {
    return this.settled(order => this.judge(order, () => {}, () => {})).verdict.findings.map(auditFinding);
  }

  /** Seals and validates; what validations of others added to the app is sealed with it. From then on nothing is added any more. */
  private settled<T>(then: (order: WritingOrder) => T): T {
    const session = Session.of(this);
    session.pass(() => {
      session.seal();
      throwIf(session.constructs().flatMap(construct => construct.node.validate().map(error => withoutCredentials(`[${construct.node.path}] ${error}`))));
    });
    return session.pass(() => {
      session.seal();
      return then(writingOrder(this, session.constructs()));
    });
  }

  /** Renders each object once, judges what was rendered, and gives it as text, which counts only if nothing is thrown. */
  private judge(order: WritingOrder, begin: (chart: Chart) => void, add: (text: string, json: any, of: IConstruct) => void): Judgement {
    const session = Session.of(this);
    const writer = new YamlWriter(document => Yaml.stringify(document));
    const run = session.audit();
    let seen = 0;
    const take = (json: any, of: IConstruct) => {
      if (json !== undefined) {
        run.see({ construct: of, json });
        seen++;
      }
      add(writer.document(json, isCopy(of)), json, of);
    };
    for (const { chart, objects } of order.charts) {
      begin(chart);
      if (this.isItsOwnWriter(chart)) {
        for (const json of Object.values(chart.toJson())) { take(json, chart); }
      } else {
        for (const object of objects) { take(object.toJson(), object); }
      }
    }
    return { verdict: session.settle(run.conclude()), objects: seen };
  }

  private conclude(verdict: Verdict): void {
    throwIf(Session.of(this).conclude(verdict));
  }

  /** Whether a chart makes its documents in a way of its own. With a folder for each chart, cdk8s does not ask it. */
  private isItsOwnWriter(chart: Chart): boolean {
    return chart.toJson !== Chart.prototype.toJson && this.yamlOutputType !== YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE;
  }

  private saveConstructs(order: WritingOrder): void {
    const resources = Object.fromEntries(order.charts.flatMap(({ objects }) => objects.map(object => [object.name, { path: object.node.path }])));
    fs.writeFileSync(path.join(this.outdir, 'construct-metadata.json'), JSON.stringify({ version: '1.0.0', resources }));
  }
}

function give(app: App, props: HardenedSettings): void {
  const session = Session.of(app);
  session.settings = new Settings(props);
  useBaseline(session);
  useOwnRules(session);
}

/** Whether an object's JSON is a fresh copy, by cdk8s or by this library, in which nothing stands in two places. */
function isCopy(construct: IConstruct): boolean {
  return isRendered(construct) || (construct as Partial<ApiObject>).toJson === ApiObject.prototype.toJson;
}

function throwIf(errors: readonly string[]): void {
  if (errors.length > 0) { throw new Error(`Validation failed with the following errors:\n  ${errors.join('\n  ')}`); }
}

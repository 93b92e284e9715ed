import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import { checkLabels, isLabelValue } from '../kube/names';
import { refuse } from '../kube/problem';
import { checkNamespace } from '../network/namespace-scope';
import { forManyChildren } from '../policy/object-order';

/**
 * Properties for `SecureChart`.
 */
export interface SecureChartProps {
  /**
   * Namespace of objects that stand in no `SecureNamespace` and name none. Never `default` or one that begins with `kube-`.
   *
   * @default - such an object names its namespace itself
   */
  readonly namespace?: string;

  /**
   * Labels of every object of the chart, beside `app.kubernetes.io/part-of` with the chart's id.
   *
   * @default - that label alone, and not even that where the id can be no label value
   */
  readonly labels?: { [key: string]: string };
}

/**
 * A chart whose objects bear the names that the program gives them, and are never written into a namespace of the cluster itself.
 */
export class SecureChart extends Chart {
  /**
   * @param scope where the chart stands: the app, or a construct below it, but never another chart
   * @param id id of the chart, and the name of its file
   * @param props namespace and labels
   * @throws if it stands below another chart, or if namespace or labels are none that a workload may have
   */
  constructor(scope: Construct, id: string, props: SecureChartProps = {}) {
    super(scope, id, {
      disableResourceNameHashes: true,
      namespace: props.namespace === undefined ? undefined : checkNamespace(props.namespace),
      labels: {
        ...(isLabelValue(id) ? { 'app.kubernetes.io/part-of': id } : {}),
        ...checkLabels(`labels of chart "${id}"`, { ...props.labels }),
      },
    });
    forManyChildren(this);
    for (let above = scope.node.scope ? scope : undefined; above; above = above.node.scope as Construct | undefined) {
      if (Chart.isChart(above)) {
        refuse({
          what: `chart "${id}" stands below chart "${above.node.id}"`,
          got: this.node.path,
          expected: 'a chart that stands in the app',
          todo: 'pass the app as scope: cdk8s takes exponential time to order nested charts',
        });
      }
    }
  }
}

import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

type Labels = Readonly<Record<string, string>>;

/** Seconds; from a millisecond to a minute. */
const BUCKETS = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 60];

/**
 * Prometheus metrics by name; a metric is made at its first use (always with the same label names).
 * Labels must be bounded: topic, group, outcome; never an article's id.
 */
export class Metrics {
  readonly registry = new Registry();
  private readonly counters = new Map<string, Counter>();
  private readonly gauges = new Map<string, Gauge>();
  private readonly histograms = new Map<string, Histogram>();

  constructor(service: string) {
    this.registry.setDefaultLabels({ service });
    collectDefaultMetrics({ register: this.registry });
  }

  count(name: string, labels: Labels = {}, by = 1): void {
    let counter = this.counters.get(name);
    if (counter === undefined) {
      counter = new Counter({ ...this.describe(name, labels) });
      this.counters.set(name, counter);
    }
    counter.inc({ ...labels }, by);
  }

  gauge(name: string, labels: Labels, value: number): void {
    let gauge = this.gauges.get(name);
    if (gauge === undefined) {
      gauge = new Gauge({ ...this.describe(name, labels) });
      this.gauges.set(name, gauge);
    }
    gauge.set({ ...labels }, value);
  }

  /** A duration in seconds. */
  observe(name: string, labels: Labels, seconds: number): void {
    let histogram = this.histograms.get(name);
    if (histogram === undefined) {
      histogram = new Histogram({ ...this.describe(name, labels), buckets: BUCKETS });
      this.histograms.set(name, histogram);
    }
    histogram.observe({ ...labels }, seconds);
  }

  /** A gauge without labels that is read at each scrape. */
  sample(name: string, read: () => number): void {
    new Gauge({
      ...this.describe(name, {}),
      collect() {
        this.set(read());
      },
    });
  }

  private describe(
    name: string,
    labels: Labels,
  ): {
    name: string;
    help: string;
    labelNames: string[];
    registers: Registry[];
  } {
    return {
      name: `detente_${name}`,
      help: name.replaceAll('_', ' '),
      labelNames: Object.keys(labels),
      registers: [this.registry],
    };
  }
}

/** What messaging tells the house about: structurally the logger and the metrics of any platform. */
export interface MessagingLogger {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** Counters and gauges by name; labels are bounded (topic, group, partition, reason), never ids. */
export interface MessagingMetrics {
  count(name: string, labels: Readonly<Record<string, string>>, by?: number): void;
  gauge(name: string, labels: Readonly<Record<string, string>>, value: number): void;
}

export const silentLogger: MessagingLogger = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};
export const noMetrics: MessagingMetrics = { count: () => undefined, gauge: () => undefined };

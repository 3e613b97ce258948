package org.parley.operate;

import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Metrics of a server, for Prometheus. Labels are routes, methods, classes of status and names of
/// parts: never an address, an account or a record, so their number is bounded. Thread-safe.
public final class Meters implements Consumer<RequestEnd>, AutoCloseable {

  /// The route of requests that would tell of sealed words by their mere existence.
  static final String SEALED = "sealed";

  private static final Duration[] BUCKETS = {
    Duration.ofMillis(10),
    Duration.ofMillis(50),
    Duration.ofMillis(100),
    Duration.ofMillis(250),
    Duration.ofMillis(500),
    Duration.ofSeconds(1),
    Duration.ofMillis(2_500),
    Duration.ofSeconds(10)
  };

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT, new PrometheusRegistry(), Clock.SYSTEM);
  private final JvmGcMetrics collections = new JvmGcMetrics();

  /// @param version of the program
  public Meters(String version) {
    new JvmMemoryMetrics().bindTo(registry);
    collections.bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ClassLoaderMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    Gauge.builder("parley.build.info", () -> 1)
        .description("The version of the program.")
        .tag("version", version)
        .register(registry);
  }

  /// A number that goes up and down, asked for with each scrape: it must not wait. NaN is not
  /// known.
  public void gauge(String name, String help, Supplier<Number> value) {
    gauge(name, help, Tags.empty(), value);
  }

  /// The same, of one part of several.
  public void gauge(String name, String help, String part, Supplier<Number> value) {
    gauge(name, help, Tags.of("part", part), value);
  }

  private void gauge(String name, String help, Tags tags, Supplier<Number> value) {
    Gauge.builder(name, value).description(help).tags(tags).register(registry);
  }

  /// A number that only goes up.
  public void counter(String name, String help, Supplier<Number> value) {
    FunctionCounter.builder(name, value, each -> each.get().doubleValue())
        .description(help)
        .register(registry);
  }

  /// How long things take that end in one of a few ways.
  ///
  /// @param outcome how it ended: one word of few
  public void time(String name, String help, String outcome, long nanos) {
    Timer.builder(name)
        .description(help)
        .tag("outcome", outcome)
        .serviceLevelObjectives(BUCKETS)
        .register(registry)
        .record(Duration.ofNanos(nanos));
  }

  @Override
  public void accept(RequestEnd end) {
    Timer.builder("parley.http.requests")
        .description("Requests that were answered.")
        .tags(tags(end))
        .serviceLevelObjectives(BUCKETS)
        .register(registry)
        .record(Duration.ofNanos(end.nanos()));
  }

  /// A class of status tells a form that was sent from a page that was read.
  private static Tags tags(RequestEnd end) {
    return end.isSealed()
        ? Tags.of("method", "any", "route", SEALED, "status", end.status() >= 500 ? "5xx" : "any")
        : Tags.of(
            "method", end.method(), "route", end.route(), "status", end.status() / 100 + "xx");
  }

  /// Everything as text of Prometheus, version 0.0.4.
  public String text() {
    return registry.scrape();
  }

  /// How many meters there are.
  int count() {
    return registry.getMeters().size();
  }

  @Override
  public void close() {
    collections.close();
    registry.getMeters().forEach((Meter each) -> registry.remove(each));
    registry.close();
  }
}

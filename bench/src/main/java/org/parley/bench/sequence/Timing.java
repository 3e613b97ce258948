package org.parley.bench.sequence;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Locale;
import org.parley.bench.GrowthChart;

/// Processor seconds of one thread, as printed and as plotted.
final class Timing {

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private Timing() {}

  /// The seconds this thread has used so far.
  static double now() {
    return THREADS.getCurrentThreadCpuTime() / 1e9;
  }

  /// Least, median and most of some seconds at a size.
  static GrowthChart.Point of(double size, double[] seconds) {
    double[] sorted = seconds.clone();
    Arrays.sort(sorted);
    return new GrowthChart.Point(
        size,
        Math.max(1e-6, sorted[0]),
        Math.max(1e-6, sorted[sorted.length / 2]),
        Math.max(1e-6, sorted[sorted.length - 1]));
  }

  static String inWords(GrowthChart.Point point) {
    return String.format(
        Locale.ROOT, "%.4f (%.4f to %.4f)", point.median(), point.least(), point.most());
  }

  /// The machine, for the head of a table.
  static String machine() {
    return String.format(
        Locale.ROOT,
        "%s, %d processors, load average %.1f; processor seconds of one thread: median (least to"
            + " most)",
        System.getProperty("java.vm.version"),
        Runtime.getRuntime().availableProcessors(),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }
}

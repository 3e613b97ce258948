package org.parley.bench.guarantees;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/// What work costs: the processor time of the whole program while it lasts. Beside the one thread
/// that does it, that counts the collection of its garbage and what the compiler still does.
final class Cost {

  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private final long beginNanos = SYSTEM.getProcessCpuTime();

  private Cost() {}

  static Cost begin() {
    return new Cost();
  }

  double seconds() {
    return (SYSTEM.getProcessCpuTime() - beginNanos) / 1e9;
  }
}

package org.parley.bench.guarantees;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/// The processor time of the whole process during some work. It includes garbage collection and JIT
/// compilation.
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

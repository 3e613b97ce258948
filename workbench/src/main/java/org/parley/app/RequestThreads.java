package org.parley.app;

/// Has requests share the processors.
///
/// A request has a virtual thread, which keeps its carrier thread while it computes. The JDK has
/// one carrier for each processor: as many long requests would hold up all others. With more
/// carriers, the operating system shares the processors between them.
final class RequestThreads {

  /// The system property of the JDK that says how many carriers there are.
  private static final String CARRIERS = "jdk.virtualThreadScheduler.parallelism";

  /// More requests than that compute at once on no server that is well.
  private static final int MANY = 32;

  private RequestThreads() {}

  /// Takes effect if no virtual thread was started before, and if nobody chose another number.
  static void share() {
    if (System.getProperty(CARRIERS) == null) {
      int carriers = Math.max(MANY, Runtime.getRuntime().availableProcessors());
      System.setProperty(CARRIERS, Integer.toString(carriers));
    }
  }
}

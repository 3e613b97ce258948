package org.parley.bench.reading;

import java.util.List;
import java.util.Locale;

/// The reliability table: of the claims proposed with a confidence within a bin, the share whose
/// speaker, words and stance are right.
final class ReliabilityTable {

  private static final int[] FROM = {0, 40, 50, 60, 70, 80, 90, 101};

  private final int[] proposed = new int[FROM.length - 1];
  private final int[] right = new int[FROM.length - 1];

  void add(List<Scorer.Judged> judged) {
    for (Scorer.Judged each : judged) {
      int bin = 0;
      while (each.confidence() >= FROM[bin + 1]) {
        bin++;
      }
      proposed[bin]++;
      right[bin] += each.isRight() ? 1 : 0;
    }
  }

  void print() {
    System.out.println("confidence  proposed  right");
    for (int i = 0; i < proposed.length; i++) {
      print(FROM[i] + " to " + Math.min(100, FROM[i + 1] - 1), proposed[i], right[i]);
    }
    print("80 to 100", proposed[5] + proposed[6], right[5] + right[6]);
  }

  private static void print(String bin, int proposed, int right) {
    System.out.printf(
        Locale.ROOT,
        "%-11s %8d  %s%n",
        bin,
        proposed,
        proposed == 0 ? "-" : Math.round(100.0 * right / proposed) + " %");
  }
}

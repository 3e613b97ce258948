package org.parley.bench.reading;

import java.util.Arrays;

/// The best one-to-one matching of rows with columns, by the Hungarian method.
final class Matching {

  private Matching() {}

  /// For each row the column it is matched with, or -1; the sum of worths is the greatest there is.
  /// Pairs of worth 0 are never matched.
  static int[] of(long[][] worth) {
    int rows = worth.length;
    int columns = rows == 0 ? 0 : worth[0].length;
    int n = Math.max(rows, columns);
    long[] u = new long[n + 1];
    long[] v = new long[n + 1];
    int[] row = new int[n + 1];
    int[] way = new int[n + 1];
    for (int i = 1; i <= n; i++) {
      row[0] = i;
      int j0 = 0;
      long[] min = new long[n + 1];
      boolean[] used = new boolean[n + 1];
      Arrays.fill(min, Long.MAX_VALUE);
      do {
        used[j0] = true;
        int i0 = row[j0];
        long delta = Long.MAX_VALUE;
        int j1 = 0;
        for (int j = 1; j <= n; j++) {
          if (!used[j]) {
            long w = i0 <= rows && j <= columns ? worth[i0 - 1][j - 1] : 0;
            long cost = -w - u[i0] - v[j];
            if (cost < min[j]) {
              min[j] = cost;
              way[j] = j0;
            }
            if (min[j] < delta) {
              delta = min[j];
              j1 = j;
            }
          }
        }
        for (int j = 0; j <= n; j++) {
          if (used[j]) {
            u[row[j]] += delta;
            v[j] -= delta;
          } else {
            min[j] -= delta;
          }
        }
        j0 = j1;
      } while (row[j0] != 0);
      do {
        int j1 = way[j0];
        row[j0] = row[j1];
        j0 = j1;
      } while (j0 != 0);
    }
    int[] matched = new int[rows];
    Arrays.fill(matched, -1);
    for (int j = 1; j <= columns; j++) {
      int i = row[j];
      if (i >= 1 && i <= rows && worth[i - 1][j - 1] > 0) {
        matched[i - 1] = j - 1;
      }
    }
    return matched;
  }
}

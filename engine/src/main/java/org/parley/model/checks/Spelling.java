package org.parley.model.checks;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/// Suggests the name probably meant by an unknown one.
public final class Spelling {

  private Spelling() {}

  /// The nearest name by edit distance, then by length, then by alphabet. Empty if none is near:
  /// more than a third of the letters, or all of them, would have to change.
  public static Optional<String> nearest(String written, Collection<String> names) {
    int most = Math.max(1, written.length() / 3);
    return names.stream()
        .filter(name -> Math.abs(name.length() - written.length()) <= most)
        .map(name -> new Candidate(name, distance(fold(written), fold(name))))
        .filter(candidate -> candidate.edits <= most)
        .filter(candidate -> candidate.edits < Math.max(written.length(), candidate.name.length()))
        .min(
            Comparator.comparingInt(Candidate::edits)
                .thenComparingInt(each -> Math.abs(each.name.length() - written.length()))
                .thenComparing(Candidate::name))
        .map(Candidate::name);
  }

  private record Candidate(String name, int edits) {}

  private static String fold(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The optimal string alignment distance: insertions, deletions, replacements and transpositions
  /// (Damerau 1964).
  static int distance(String a, String b) {
    int[][] edits = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          edits[i][j] = i + j;
          continue;
        }
        int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int best = Math.min(edits[i - 1][j] + 1, edits[i][j - 1] + 1);
        best = Math.min(best, edits[i - 1][j - 1] + same);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          best = Math.min(best, edits[i - 2][j - 2] + 1);
        }
        edits[i][j] = best;
      }
    }
    return edits[a.length()][b.length()];
  }
}

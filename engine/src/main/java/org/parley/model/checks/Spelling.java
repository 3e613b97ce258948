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
    String folded = fold(written);
    return names.stream()
        .filter(name -> Math.abs(name.length() - written.length()) <= most)
        .map(name -> new Candidate(name, distance(folded, fold(name), most)))
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
    return distance(a, b, Integer.MAX_VALUE - 1);
  }

  /// The same, or a number beyond `most` if it is that far.
  static int distance(String a, String b, int most) {
    int[][] edits = new int[a.length() + 1][b.length() + 1];
    int leastBefore = 0;
    for (int i = 0; i <= a.length(); i++) {
      int least = Integer.MAX_VALUE;
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          edits[i][j] = i + j;
          least = Math.min(least, i + j);
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
        least = Math.min(least, best);
      }
      if (least > most && leastBefore > most) {
        // every way leads through one of two rows that follow each other
        return least;
      }
      leastBefore = least;
    }
    return edits[a.length()][b.length()];
  }
}

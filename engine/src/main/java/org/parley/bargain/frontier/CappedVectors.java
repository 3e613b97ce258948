package org.parley.bargain.frontier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.bargain.Problem;

/// The vectors of a frontier cut off at the caps of the parties: those that reach the baselines and
/// that no other one covers.
///
/// Cost: the square of the vectors.
final class CappedVectors {

  private record Entry(long[] worths, List<Integer> options) {}

  private final int[] parties;
  private final List<Entry> kept;

  private CappedVectors(int[] parties, List<Entry> kept) {
    this.parties = parties;
    this.kept = kept;
  }

  static CappedVectors of(Problem problem, Frontier frontier) {
    int[] parties = frontier.parties();
    List<Entry> all = new ArrayList<>();
    for (int entry = 0; entry < frontier.size(); entry++) {
      long[] worths = frontier.worths(entry);
      boolean reaches = true;
      for (int at = 0; at < worths.length; at++) {
        Problem.Party party = problem.parties().get(parties[at]);
        worths[at] = party.capped(worths[at]);
        reaches &= party.baseline() == null || worths[at] >= party.baseline();
      }
      if (reaches) {
        all.add(new Entry(worths, Arrays.stream(frontier.packageOf(entry)).boxed().toList()));
      }
    }
    all.sort(Comparator.comparing(Entry::worths, (one, two) -> Arrays.compare(two, one)));
    List<Entry> kept = new ArrayList<>();
    for (Entry each : all) {
      if (kept.stream().noneMatch(other -> covers(other.worths, each.worths))) {
        kept.add(each);
      }
    }
    return new CappedVectors(parties, kept);
  }

  /// Null if no vector reaches the baselines.
  @Nullable Frontier frontier() {
    return kept.isEmpty()
        ? null
        : new Frontier(
            parties,
            kept.stream().map(Entry::worths).toArray(long[][]::new),
            kept.stream().map(Entry::options).toList());
  }

  private static boolean covers(long[] one, long[] other) {
    for (int at = 0; at < one.length; at++) {
      if (one[at] < other[at]) {
        return false;
      }
    }
    return true;
  }
}

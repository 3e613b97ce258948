package org.parley.bargain.frontier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.bargain.Problem;

/// The vectors of a frontier cut off at the caps of the parties: those that reach the baselines and
/// that no other one covers.
///
/// Cost: the square of the vectors.
final class CappedVectors {

  private record Entry(List<Long> worths, List<Integer> options) {}

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
        all.add(
            new Entry(
                Arrays.stream(worths).boxed().toList(),
                Arrays.stream(frontier.packageOf(entry)).boxed().toList()));
      }
    }
    all.sort((one, two) -> Arrays.compare(longs(two.worths), longs(one.worths)));
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
            kept.stream().map(each -> longs(each.worths)).toArray(long[][]::new),
            kept.stream().map(Entry::options).toList());
  }

  private static long[] longs(List<Long> all) {
    return all.stream().mapToLong(Long::longValue).toArray();
  }

  private static boolean covers(List<Long> one, List<Long> other) {
    for (int at = 0; at < one.size(); at++) {
      if (one.get(at) < other.get(at)) {
        return false;
      }
    }
    return true;
  }
}

package org.parley.bargain.frontier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.parley.bargain.Problem;

/// The vectors of a frontier cut off at the caps of the parties: those that no other one covers.
///
/// Each still reaches the baselines, since no baseline of [Problem#withoutCaps] that can be reached
/// is above a cap. Cost: the square of the vectors.
final class CappedVectors {

  private record Entry(List<Long> worths, List<Integer> options) {

    boolean covers(Entry other) {
      return IntStream.range(0, worths.size())
          .allMatch(at -> worths.get(at) >= other.worths.get(at));
    }
  }

  private CappedVectors() {}

  static Frontier of(Problem problem, Frontier frontier) {
    int[] parties = frontier.parties();
    List<Entry> all = new ArrayList<>();
    for (int entry = 0; entry < frontier.size(); entry++) {
      long[] worths = frontier.worths(entry);
      for (int at = 0; at < worths.length; at++) {
        worths[at] = problem.parties().get(parties[at]).capped(worths[at]);
      }
      all.add(
          new Entry(
              Arrays.stream(worths).boxed().toList(),
              Arrays.stream(frontier.packageOf(entry)).boxed().toList()));
    }
    all.sort((one, two) -> Arrays.compare(longs(two), longs(one)));
    List<Entry> kept = new ArrayList<>();
    for (Entry each : all) {
      if (kept.stream().noneMatch(other -> other.covers(each))) {
        kept.add(each);
      }
    }
    return new Frontier(
        parties,
        kept.stream().map(CappedVectors::longs).toArray(long[][]::new),
        kept.stream().map(Entry::options).toList());
  }

  private static long[] longs(Entry entry) {
    return entry.worths.stream().mapToLong(Long::longValue).toArray();
  }
}

package org.parley.bargain.frontier;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// A frontier with the vectors of every layer, as a checker reads it.
///
/// [Frontier] holds it packed; [Listed] has plain numbers, for export.
public interface FrontierLayers {

  /// The number of vectors.
  int size();

  /// The parties a vector has an entry for, as indices into the problem.
  int[] parties();

  /// The worths of an entry, one for each of [#parties].
  long[] worths(int entry);

  /// One package of an entry.
  int[] packageOf(int entry);

  /// The points in the order in which they were settled.
  int[] order();

  /// The vectors kept after the first points, one list per state of the search.
  List<List<long[]>> keptAfter(int points);

  /// The number of these vectors.
  long countAfter(int points);

  /// The loss allowed at a layer, one entry for each of [#parties].
  long[] lossAt(int point);

  /// The exact frontiers of two halves of the points, if they prove the cover; else empty.
  default List<HalfFrontier> halves() {
    return List.of();
  }

  /// A frontier as plain numbers.
  ///
  /// @param signers the parties a vector has an entry for
  /// @param worths by entry and party
  /// @param packages by entry and point
  /// @param points the points in the order in which they were settled
  /// @param kept after each number of points, by state, the vectors kept. Empty if the problem has
  ///   linkages or joint worths, since a checker does not read them then
  /// @param losses by point and party
  record Listed(
      List<Integer> signers,
      List<List<Long>> worths,
      List<List<Integer>> packages,
      List<Integer> points,
      List<List<List<List<Long>>>> kept,
      List<List<Long>> losses)
      implements FrontierLayers {

    /// Copies a frontier.
    ///
    /// @param withKept whether to copy the vectors of the layers
    public static Listed of(FrontierLayers frontier, boolean withKept) {
      int[] order = frontier.order();
      return new Listed(
          boxed(frontier.parties()),
          entries(frontier).map(entry -> boxed(frontier.worths(entry))).toList(),
          entries(frontier).map(entry -> boxed(frontier.packageOf(entry))).toList(),
          boxed(order),
          IntStream.rangeClosed(0, withKept ? order.length : -1)
              .mapToObj(
                  at ->
                      frontier.keptAfter(at).stream()
                          .map(state -> state.stream().map(Listed::boxed).toList())
                          .toList())
              .toList(),
          IntStream.range(0, order.length).mapToObj(at -> boxed(frontier.lossAt(at))).toList());
    }

    private static Stream<Integer> entries(FrontierLayers frontier) {
      return IntStream.range(0, frontier.size()).boxed();
    }

    private static List<Integer> boxed(int[] all) {
      return IntStream.of(all).boxed().toList();
    }

    private static List<Long> boxed(long[] all) {
      return LongStream.of(all).boxed().toList();
    }

    private static long[] longs(List<Long> all) {
      return all.stream().mapToLong(Long::longValue).toArray();
    }

    private static int[] ints(List<Integer> all) {
      return all.stream().mapToInt(Integer::intValue).toArray();
    }

    @Override
    public int size() {
      return worths.size();
    }

    @Override
    public int[] parties() {
      return ints(signers);
    }

    @Override
    public long[] worths(int entry) {
      return longs(worths.get(entry));
    }

    @Override
    public int[] packageOf(int entry) {
      return ints(packages.get(entry));
    }

    @Override
    public int[] order() {
      return ints(points);
    }

    @Override
    public List<List<long[]>> keptAfter(int at) {
      return kept.get(at).stream()
          .map(state -> state.stream().map(Listed::longs).toList())
          .toList();
    }

    @Override
    public long countAfter(int at) {
      return kept.get(at).stream().mapToLong(List::size).sum();
    }

    @Override
    public long[] lossAt(int point) {
      return longs(losses.get(point));
    }
  }
}

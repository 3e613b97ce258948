package org.parley.bargain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/// Answers by trying every package: the oracle of the searches.
public final class BruteForce {

  private static final Comparator<List<Long>> LARGEST_FIRST =
      Comparator.<List<Long>, long[]>comparing(
              vector -> vector.stream().mapToLong(Long::longValue).toArray(), Arrays::compare)
          .reversed();

  private BruteForce() {}

  /// Every package that respects the linkages and is acceptable to these parties.
  public static List<int[]> acceptable(Problem problem, int parties) {
    List<int[]> all = new ArrayList<>();
    int[] options = new int[problem.points().size()];
    each(problem, options, 0, all, parties);
    return all;
  }

  private static void each(
      Problem problem, int[] options, int point, List<int[]> all, int parties) {
    if (point == options.length) {
      Predicate<Integer> signs = party -> problem.acceptableTo(party, options);
      if (problem.allows(options) && bits(parties).stream().allMatch(signs)) {
        all.add(options.clone());
      }
      return;
    }
    for (int option = 0; option < problem.points().get(point).options().size(); option++) {
      options[point] = option;
      each(problem, options, point + 1, all, parties);
    }
  }

  public static List<Integer> bits(int parties) {
    List<Integer> all = new ArrayList<>();
    for (int party = 0; party < Integer.SIZE; party++) {
      if (((parties >> party) & 1) == 1) {
        all.add(party);
      }
    }
    return all;
  }

  /// The frontier in the worths of these parties, each vector with how many packages give it.
  public static Map<List<Long>, Integer> frontier(Problem problem, int parties) {
    Map<List<Long>, Integer> vectors = new TreeMap<>(LARGEST_FIRST);
    for (int[] options : acceptable(problem, parties)) {
      List<Long> vector = bits(parties).stream().map(p -> problem.worth(p, options)).toList();
      vectors.merge(vector, 1, Integer::sum);
    }
    List<List<Long>> all = List.copyOf(vectors.keySet());
    vectors.keySet().removeIf(one -> all.stream().anyMatch(other -> dominates(other, one)));
    return vectors;
  }

  public static boolean dominates(List<Long> better, List<Long> worse) {
    boolean strictly = false;
    for (int i = 0; i < better.size(); i++) {
      if (better.get(i) < worse.get(i)) {
        return false;
      }
      strictly |= better.get(i) > worse.get(i);
    }
    return strictly;
  }
}

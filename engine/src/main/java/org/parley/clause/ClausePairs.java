package org.parley.clause;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/// Pairs the clauses of two texts: those with the most words in common first. It does not depend on
/// which text is the earlier one.
final class ClausePairs {

  /// The words in common, in percent, of clauses in one element, and of others.
  private static final int LEAST_HERE = 34;

  private static final int LEAST_ELSEWHERE = 70;

  /// More clauses are paired with those of their own element alone.
  private static final int MOST_PAIRS = 250_000;

  /// Clauses of both texts; one of them is null for one without a partner.
  record ClausePair(@Nullable NormClause before, @Nullable NormClause after) {}

  private record Candidate(int before, int after, int score) {

    /// Pairs do not prefer the order of one text over that of the other.
    static final Comparator<Candidate> BEST_FIRST =
        Comparator.comparingInt((Candidate each) -> -each.score)
            .thenComparingInt(each -> Math.abs(each.before - each.after))
            .thenComparingInt(each -> each.before + each.after);
  }

  private ClausePairs() {}

  /// @param isHere whether both stand in one element
  static List<ClausePair> of(
      List<NormClause> before, List<NormClause> after, BiPredicate<NormClause, NormClause> isHere) {
    Set<Integer> from = new HashSet<>();
    Set<Integer> to = new HashSet<>();
    List<ClausePair> pairs = new ArrayList<>();
    for (Candidate each : candidates(before, after, isHere)) {
      if (!from.contains(each.before) && !to.contains(each.after)) {
        from.add(each.before);
        to.add(each.after);
        pairs.add(new ClausePair(before.get(each.before), after.get(each.after)));
      }
    }
    for (int i = 0; i < before.size(); i++) {
      if (!from.contains(i)) {
        pairs.add(new ClausePair(before.get(i), null));
      }
    }
    for (int i = 0; i < after.size(); i++) {
      if (!to.contains(i)) {
        pairs.add(new ClausePair(null, after.get(i)));
      }
    }
    return pairs;
  }

  private static List<Candidate> candidates(
      List<NormClause> before, List<NormClause> after, BiPredicate<NormClause, NormClause> isHere) {
    boolean isMany = (long) before.size() * after.size() > MOST_PAIRS;
    List<Candidate> candidates = new ArrayList<>();
    for (int i = 0; i < before.size(); i++) {
      for (int j = 0; j < after.size(); j++) {
        boolean here = isHere.test(before.get(i), after.get(j));
        if (here || !isMany) {
          int shared = shared(before.get(i), after.get(j));
          if (shared >= (here ? LEAST_HERE : LEAST_ELSEWHERE)) {
            candidates.add(new Candidate(i, j, here ? shared + 25 : shared));
          }
        }
      }
    }
    candidates.sort(Candidate.BEST_FIRST);
    return candidates;
  }

  /// The words in common, in percent of the words of both. Words beside the act count a little, and
  /// break ties.
  private static int shared(NormClause one, NormClause other) {
    int acts = shared(one.act(), other.act());
    boolean isShort = Math.min(one.act().size(), other.act().size()) < 2;
    return isShort
        ? (acts + shared(FoldedWords.words(one.words()), FoldedWords.words(other.words()))) / 2
        : acts;
  }

  private static int shared(List<String> one, List<String> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return one.size() == other.size() ? 100 : 0;
    }
    Map<String, Integer> counts = new HashMap<>();
    one.forEach(each -> counts.merge(each, 1, Integer::sum));
    int common = 0;
    for (String each : other) {
      int left = counts.getOrDefault(each, 0);
      if (left > 0) {
        counts.put(each, left - 1);
        common++;
      }
    }
    return 200 * common / (one.size() + other.size());
  }
}

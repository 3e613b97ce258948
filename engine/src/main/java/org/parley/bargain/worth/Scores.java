package org.parley.bargain.worth;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.parley.bargain.Choice;
import org.parley.exact.Rational;

/// The numbers that stand for one party's ordinal judgements, with the intermediate results.
///
/// @param weights by point, its exact weight; the sum is one
/// @param points by point, the integer points allotted; the sum is the total
/// @param worths by point and option, its worth
/// @param redLines the options graded as red lines
public record Scores(
    List<Rational> weights, List<Long> points, List<List<Long>> worths, Set<Choice> redLines) {

  public Scores {
    weights = List.copyOf(weights);
    points = List.copyOf(points);
    worths = worths.stream().map(List::copyOf).toList();
    redLines = Collections.unmodifiableSortedSet(new TreeSet<>(redLines));
  }
}

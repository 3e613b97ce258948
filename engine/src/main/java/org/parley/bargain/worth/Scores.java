package org.parley.bargain.worth;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.parley.bargain.Choice;
import org.parley.exact.Rational;

/// What one party's words come to in numbers, with the steps in between.
///
/// @param weights by point, its exact weight; they add up to one
/// @param points by point, the whole points handed out to it; they add up to what there was
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

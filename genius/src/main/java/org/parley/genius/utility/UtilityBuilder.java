package org.parley.genius.utility;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.bargain.Problem;
import org.parley.exact.Rational;

/// Builds the utility function of one party, in as few and as narrow terms as possible.
public final class UtilityBuilder {

  private final int[] optionCounts;
  private final Rational[][] ofOptions;
  private final Map<OptionBox, Rational> extras = new LinkedHashMap<>();

  /// Nothing is worth anything yet.
  public UtilityBuilder(List<Problem.Point> points) {
    optionCounts = points.stream().mapToInt(point -> point.options().size()).toArray();
    ofOptions = new Rational[optionCounts.length][];
    for (int point = 0; point < ofOptions.length; point++) {
      ofOptions[point] = new Rational[optionCounts[point]];
      Arrays.fill(ofOptions[point], Rational.ZERO);
    }
  }

  /// Adds to the worth of an option.
  public void add(int point, int option, Rational worth) {
    ofOptions[point][option] = ofOptions[point][option].plus(worth);
  }

  /// Adds to the utility of every package in a box. A box over at most one point is folded into the
  /// utilities of options.
  public void add(OptionBox box, Rational worth) {
    OptionBox simple = box.simplified(optionCounts);
    if (simple.isEmpty() || worth.signum() == 0) {
      return;
    }
    if (simple.sides().size() > 1) {
      extras.merge(simple, worth, Rational::plus);
      return;
    }
    if (simple.sides().isEmpty()) {
      for (int option = 0; option < optionCounts[0]; option++) {
        add(0, option, worth);
      }
    }
    simple.sides().forEach((point, options) -> options.forEach(each -> add(point, each, worth)));
  }

  /// How many options each point has.
  public int[] optionCounts() {
    return optionCounts.clone();
  }

  /// The worth of each option of each point so far.
  public Rational[][] worths() {
    return Arrays.stream(ofOptions).map(Rational[]::clone).toArray(Rational[][]::new);
  }

  /// The utility function.
  public Utility build(
      String party, String file, @Nullable Rational reservation, boolean hasCeiling) {
    return new Utility(
        party,
        file,
        Arrays.stream(ofOptions).map(Arrays::asList).toList(),
        extras.entrySet().stream()
            .filter(extra -> extra.getValue().signum() != 0)
            .map(extra -> new Utility.Extra(extra.getKey(), extra.getValue()))
            .toList(),
        reservation,
        hasCeiling);
  }
}

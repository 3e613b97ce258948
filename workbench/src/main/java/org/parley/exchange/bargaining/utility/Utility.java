package org.parley.exchange.bargaining.utility;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.exact.Rational;

/// What one party gives for packages, as exact fractions: a sum over the options and over the boxes
/// a package lies in, cut off at a ceiling.
///
/// @param party the name of the party
/// @param file the file that states it
/// @param ofOptions the utility of each option of each point
/// @param extras what packages in a box are worth on top
/// @param reservation the utility of no deal, below which the party does not sign; default: it
///   signs anything
/// @param hasCeiling whether no package is worth more than 1, whatever the sum
public record Utility(
    String party,
    String file,
    List<List<Rational>> ofOptions,
    List<Extra> extras,
    @Nullable Rational reservation,
    boolean hasCeiling) {

  /// What every package in a box is worth on top.
  public record Extra(OptionBox box, Rational worth) {}

  public Utility {
    ofOptions = ofOptions.stream().map(List::copyOf).toList();
    extras = List.copyOf(extras);
  }

  /// What a package is worth, one option index a point.
  public Rational of(int[] options) {
    Rational sum = Rational.ZERO;
    for (int point = 0; point < options.length; point++) {
      sum = sum.plus(ofOptions.get(point).get(options[point]));
    }
    for (Extra extra : extras) {
      if (extra.box.contains(options)) {
        sum = sum.plus(extra.worth);
      }
    }
    return hasCeiling && sum.compareTo(Rational.ONE) > 0 ? Rational.ONE : sum;
  }
}

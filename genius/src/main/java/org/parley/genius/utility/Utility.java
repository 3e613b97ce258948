package org.parley.genius.utility;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.exact.Rational;

/// The utility function of one party, in exact fractions: a capped sum over the options and over
/// the boxes a package lies in.
///
/// @param party the name of the party
/// @param file the file that states it
/// @param ofOptions the utility of each option of each point
/// @param extras the additional utilities of boxes
/// @param reservation the utility of no deal, below which the party does not sign; by default it
///   signs anything
/// @param hasCeiling whether utilities are capped at 1
public record Utility(
    String party,
    String file,
    List<List<Rational>> ofOptions,
    List<Extra> extras,
    @Nullable Rational reservation,
    boolean hasCeiling) {

  /// The additional utility of every package in a box.
  public record Extra(OptionBox box, Rational worth) {}

  public Utility {
    ofOptions = ofOptions.stream().map(List::copyOf).toList();
    extras = List.copyOf(extras);
  }

  /// The utility of a package, one option index per point.
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

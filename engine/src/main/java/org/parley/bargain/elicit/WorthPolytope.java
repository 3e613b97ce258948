package org.parley.bargain.elicit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.exact.Rational;

/// The worths that are still possible: variables between 0 and an upper bound, under linear
/// inequalities. Maxima are found by the simplex method with bounded variables in exact fractions,
/// under Bland's rule, which ends (Bland 1977).
///
/// The polytope is kept as a feasible dictionary, so that no maximum has to look for a first
/// vertex. A variable at its upper bound is mirrored: what is kept of it is the distance to that
/// bound.
final class WorthPolytope {

  private final int structural;
  private final List<@Nullable Rational> uppers;
  private final List<Boolean> mirrored;
  private final int[] basic;
  private final int[] nonbasic;

  /// By row, the value of the basic variable where all others are 0.
  private final Rational[] values;

  /// A basic variable is its value less these multiples of the others.
  private final Rational[][] rows;

  /// A greatest value, and a vertex that has it.
  ///
  /// @param vertex by variable
  record Maximum(Rational value, List<Rational> vertex) {
    Maximum {
      vertex = List.copyOf(vertex);
    }
  }

  /// A box.
  WorthPolytope(List<Rational> uppers) {
    this.structural = uppers.size();
    this.uppers = new ArrayList<>(uppers);
    this.mirrored = new ArrayList<>();
    uppers.forEach(_ -> mirrored.add(false));
    this.basic = new int[0];
    this.nonbasic = new int[structural];
    for (int at = 0; at < structural; at++) {
      nonbasic[at] = at;
    }
    this.values = new Rational[0];
    this.rows = new Rational[0][];
  }

  /// A copy with room for more rows.
  private WorthPolytope(WorthPolytope other, int more) {
    this.structural = other.structural;
    this.uppers = new ArrayList<>(other.uppers);
    this.mirrored = new ArrayList<>(other.mirrored);
    this.nonbasic = other.nonbasic.clone();
    int size = other.basic.length;
    this.basic = new int[size + more];
    this.values = new Rational[size + more];
    this.rows = new Rational[size + more][];
    for (int row = 0; row < size; row++) {
      basic[row] = other.basic[row];
      values[row] = other.values[row];
      rows[row] = other.rows[row].clone();
    }
  }

  /// The part of this polytope where a sum is at least 0; empty if there is none.
  ///
  /// @param coefficients by variable
  Optional<WorthPolytope> with(long[] coefficients, Rational constant) {
    WorthPolytope with = new WorthPolytope(this, 1);
    int row = basic.length;
    Objective most = with.maximise(coefficients, constant, row);
    if (most.value.signum() < 0) {
      return Optional.empty();
    }
    with.basic[row] = with.uppers.size();
    with.uppers.add(null);
    with.mirrored.add(false);
    with.values[row] = most.value;
    Rational[] line = new Rational[nonbasic.length];
    for (int at = 0; at < line.length; at++) {
      line[at] = negated(most.slopes[at]);
    }
    with.rows[row] = line;
    return Optional.of(with);
  }

  /// The greatest value of a sum.
  Maximum maximum(long[] coefficients, Rational constant) {
    WorthPolytope copy = new WorthPolytope(this, 0);
    Rational value = copy.maximise(coefficients, constant, basic.length).value;
    return new Maximum(value, copy.vertex());
  }

  /// The vertex of the dictionary.
  List<Rational> vertex() {
    List<Rational> vertex = new ArrayList<>();
    for (int variable = 0; variable < structural; variable++) {
      vertex.add(mirrored.get(variable) ? upper(variable) : Rational.ZERO);
    }
    for (int row = 0; row < basic.length; row++) {
      if (basic[row] < structural) {
        vertex.set(
            basic[row],
            mirrored.get(basic[row]) ? upper(basic[row]).minus(values[row]) : values[row]);
      }
    }
    return vertex;
  }

  /// A sum in terms of the nonbasic variables.
  private static final class Objective {
    private Rational value;
    private final Rational[] slopes;

    Objective(Rational value, Rational[] slopes) {
      this.value = value;
      this.slopes = slopes;
    }
  }

  private Objective maximise(long[] coefficients, Rational constant, int size) {
    Objective objective = objective(coefficients, constant, size);
    int entering = entering(objective);
    while (entering >= 0) {
      step(entering, objective, size);
      entering = entering(objective);
    }
    return objective;
  }

  private Objective objective(long[] coefficients, Rational constant, int size) {
    Rational[] slopes = new Rational[nonbasic.length];
    Objective objective = new Objective(constant, slopes);
    for (int at = 0; at < slopes.length; at++) {
      int variable = nonbasic[at];
      slopes[at] = Rational.ZERO;
      if (variable < structural && coefficients[variable] != 0) {
        Rational factor = Rational.of(coefficients[variable]);
        if (mirrored.get(variable)) {
          objective.value = objective.value.plus(factor.times(upper(variable)));
          factor = negated(factor);
        }
        slopes[at] = factor;
      }
    }
    for (int row = 0; row < size; row++) {
      int variable = basic[row];
      if (variable < structural && coefficients[variable] != 0) {
        Rational factor = Rational.of(coefficients[variable]);
        if (mirrored.get(variable)) {
          objective.value = objective.value.plus(factor.times(upper(variable)));
          factor = negated(factor);
        }
        objective.value = objective.value.plus(factor.times(values[row]));
        for (int at = 0; at < slopes.length; at++) {
          slopes[at] = less(slopes[at], factor, rows[row][at]);
        }
      }
    }
    return objective;
  }

  /// The first variable that would raise the sum; -1 if none does.
  private int entering(Objective objective) {
    int found = -1;
    for (int at = 0; at < nonbasic.length; at++) {
      Rational upper = uppers.get(nonbasic[at]);
      if (objective.slopes[at].signum() > 0
          && (upper == null || upper.signum() > 0)
          && (found < 0 || nonbasic[at] < nonbasic[found])) {
        found = at;
      }
    }
    return found;
  }

  /// Raises a variable until it, or a basic one, is at a bound.
  private void step(int entering, Objective objective, int size) {
    Rational least = uppers.get(nonbasic[entering]);
    int leaving = -1;
    boolean atUpper = false;
    for (int row = 0; row < size; row++) {
      Rational slope = rows[row][entering];
      Rational upper = uppers.get(basic[row]);
      if (slope.signum() == 0 || (slope.signum() < 0 && upper == null)) {
        continue;
      }
      Rational room =
          slope.signum() > 0 || upper == null
              ? values[row].dividedBy(slope)
              : upper.minus(values[row]).dividedBy(negated(slope));
      int order = least == null ? -1 : room.compareTo(least);
      if (order < 0 || (order == 0 && leaving >= 0 && basic[row] < basic[leaving])) {
        least = room;
        leaving = row;
        atUpper = slope.signum() < 0;
      }
    }
    if (leaving < 0) {
      mirror(entering, objective, size);
      return;
    }
    if (atUpper) {
      mirrorBasic(leaving);
    }
    pivot(leaving, entering, objective, size);
  }

  private void mirror(int at, Objective objective, int size) {
    int variable = nonbasic[at];
    Rational upper = upper(variable);
    for (int row = 0; row < size; row++) {
      values[row] = less(values[row], upper, rows[row][at]);
      rows[row][at] = negated(rows[row][at]);
    }
    objective.value = objective.value.plus(upper.times(objective.slopes[at]));
    objective.slopes[at] = negated(objective.slopes[at]);
    mirrored.set(variable, !mirrored.get(variable));
  }

  private void mirrorBasic(int row) {
    int variable = basic[row];
    values[row] = upper(variable).minus(values[row]);
    for (int at = 0; at < nonbasic.length; at++) {
      rows[row][at] = negated(rows[row][at]);
    }
    mirrored.set(variable, !mirrored.get(variable));
  }

  private void pivot(int leaving, int entering, Objective objective, int size) {
    Rational[] line = rows[leaving];
    Rational pivot = line[entering];
    values[leaving] = values[leaving].dividedBy(pivot);
    for (int at = 0; at < line.length; at++) {
      if (at != entering && line[at].signum() != 0) {
        line[at] = line[at].dividedBy(pivot);
      }
    }
    line[entering] = Rational.ONE.dividedBy(pivot);
    for (int row = 0; row < size; row++) {
      Rational factor = rows[row][entering];
      if (row != leaving && factor.signum() != 0) {
        values[row] = less(values[row], factor, values[leaving]);
        rows[row][entering] = Rational.ZERO;
        subtract(rows[row], factor, line);
      }
    }
    Rational slope = objective.slopes[entering];
    objective.value = objective.value.plus(slope.times(values[leaving]));
    objective.slopes[entering] = Rational.ZERO;
    subtract(objective.slopes, slope, line);
    int left = basic[leaving];
    basic[leaving] = nonbasic[entering];
    nonbasic[entering] = left;
  }

  private static void subtract(Rational[] from, Rational factor, Rational[] line) {
    for (int at = 0; at < line.length; at++) {
      from[at] = less(from[at], factor, line[at]);
    }
  }

  /// `from - factor * other`, most of which are 0.
  private static Rational less(Rational from, Rational factor, Rational other) {
    return factor.signum() == 0 || other.signum() == 0 ? from : from.minus(factor.times(other));
  }

  private static Rational negated(Rational number) {
    return number.signum() == 0 ? number : Rational.ZERO.minus(number);
  }

  private Rational upper(int variable) {
    Rational upper = uppers.get(variable);
    if (upper == null) {
      throw new IllegalStateException("variable " + variable + " has no upper bound");
    }
    return upper;
  }
}

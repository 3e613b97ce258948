package org.parley.check;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Why a certificate does not prove its finding: a code and what it is about. The words stand in
/// the workbench.
///
/// @param code which flaw
/// @param arguments ids, numbers, moments: as each code says
public record Flaw(Code code, List<String> arguments) {

  public Flaw {
    arguments = List.copyOf(arguments);
  }

  static Flaw of(Code code, @Nullable Object... arguments) {
    return new Flaw(code, Arrays.stream(arguments).map(String::valueOf).toList());
  }

  /// Which flaw.
  public enum Code {
    /// The certificate states another answer than the finding.
    OTHER_ANSWER,
    /// The certificate is not one of this kind of problem, or of another problem.
    OTHER_PROBLEM,
    /// A part of the certificate names what the problem has not, or is too large.
    MALFORMED,

    /// A package is not acceptable. The package.
    NOT_ACCEPTABLE,
    /// A package is worth something else than stated. The package.
    OTHER_WORTH,
    /// One vector of a frontier is matched or beaten by another. Their places.
    DOMINATED,
    /// A package is missing from the answer. The package.
    PACKAGE_MISSING,
    /// A package is acceptable though none is said to be. The package.
    PACKAGE_ACCEPTABLE,
    /// The order does not name every point once.
    ORDER_OF_POINTS,
    /// A vector kept before a point is not covered after it. The place of the point.
    NOT_COVERED,
    /// More is lost than stated. The place of the point.
    LOSS,
    /// The value of a solution, or its packages, are not those the rule compares.
    OTHER_VALUE,
    /// A package is better for the rule. The package.
    BETTER_PACKAGE,
    /// Multipliers below zero prove nothing.
    MULTIPLIERS,
    /// A gain is not measured as the rule says. The index of the party.
    MEASURE,
    /// A package that ties is missing.
    TIE_MISSING,
    /// Demands that are said to clash can all be met, or are not those of the problem. The demands.
    NO_CLASH,
    /// Giving up these demands does not open what is stated. The demands.
    NO_WAY_OUT,
    /// A clash or a way out is missing.
    CLASH_MISSING,
    /// There is another number of packages. The parties as bits, the number.
    OTHER_COUNT,

    /// A demand or a step is named twice, or is not among those it belongs to. Its id.
    OTHER_MEMBERS,
    /// A loop, chain or cycle breaks. The place in it.
    CHAIN_BROKEN,
    /// A loop or cycle closes and proves nothing. Its sum.
    LOOP_CLOSES,
    /// Nothing says that a bound holds. The bound.
    BOUND_UNFOUNDED,
    /// No loop rules out a choice. The choice.
    CHOICE_LEFT_OPEN,
    /// One knot holds another. The demands of both.
    KNOT_NOT_MINIMAL,
    /// A knot is missing. Its demands, the readings.
    KNOT_MISSING,
    /// What is tied under each reading of a term is tied whatever it means, and is missing. Its
    /// demands, the readings.
    KNOT_UNRESOLVED,
    /// A knot is untied by other readings than stated. Its demands.
    OTHER_READINGS,
    /// Dates break a bound. The bound or demand.
    DATES_BREAK,
    /// A time is not the earliest or latest there is, or a slack is another. The moment.
    OTHER_TIME,
    /// A plan lasts another time than stated. How long.
    OTHER_LENGTH,
    /// What is still to be decided is something else.
    OTHER_DECISIONS,
    /// A plan is missing, or stands there twice. The readings.
    PLAN_MISSING,
    /// Another way of meeting the demands makes a shorter plan. The ways.
    SHORTER_PLAN,
    /// The ways out of a group of knots are others. The demands of the group.
    OTHER_WAYS_OUT,
    /// Something else moves than is stated. The moment.
    OTHER_MOVE,
    /// Steps stand in another order than their dates. The step.
    OTHER_ORDER,
    /// An order exposes by another amount. The amount.
    OTHER_EXPOSURE,
    /// A step leads out of the sets that are to hold it. The step.
    SETS_LEFT,

    /// A reduction is not one of those allowed. The part.
    NOT_A_REDUCTION,
    /// A bound follows that is not held. The bound.
    BOUND_MISSING,
    /// A network is not that of the plan. The place.
    OTHER_NETWORK,

    /// The strips of a threat leave a gap or overlap. The threat, the moment.
    GAP,
    /// A guarantee is told twice, or both answers and is silent. The guarantee.
    TOLD_TWICE,
    /// A guarantee answers something else. The guarantee, the moment.
    OTHER_ANSWERS,
    /// A guarantee is silent for another reason. The guarantee, the moment, claimed, found.
    OTHER_SILENCE
  }
}

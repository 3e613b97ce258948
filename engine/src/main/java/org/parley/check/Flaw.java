package org.parley.check;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The reason why a certificate does not prove its finding: a code with arguments. The words stand
/// in the workbench.
///
/// @param code the kind of flaw
/// @param arguments ids, numbers and moments, as each code documents
public record Flaw(Code code, List<String> arguments) {

  public Flaw {
    arguments = List.copyOf(arguments);
  }

  static Flaw of(Code code, @Nullable Object... arguments) {
    return new Flaw(code, Arrays.stream(arguments).map(String::valueOf).toList());
  }

  /// The kind of flaw.
  public enum Code {
    /// The certificate states another answer than the finding.
    OTHER_ANSWER,
    /// The certificate is not one of this kind of problem, or of another problem.
    OTHER_PROBLEM,
    /// A part of the certificate refers to unknown elements of the problem, or is too large.
    MALFORMED,

    /// A package is not acceptable. The package.
    NOT_ACCEPTABLE,
    /// The worth of a package differs from the stated one. The package.
    OTHER_WORTH,
    /// One vector of a frontier is dominated by another. Their places.
    DOMINATED,
    /// A package is missing from the answer. The package.
    PACKAGE_MISSING,
    /// A package is acceptable though none is stated to be. The package.
    PACKAGE_ACCEPTABLE,
    /// The order does not name every point once.
    ORDER_OF_POINTS,
    /// A vector kept before a point is not covered after it. The place of the point.
    NOT_COVERED,
    /// The loss exceeds the stated one. The place of the point.
    LOSS,
    /// The value or the packages of a solution do not match its rule.
    OTHER_VALUE,
    /// A package is better for the rule. The package.
    BETTER_PACKAGE,
    /// Negative multipliers prove nothing.
    MULTIPLIERS,
    /// A gain is not measured by the rule. The index of the party.
    MEASURE,
    /// A package that ties is missing.
    TIE_MISSING,
    /// A package was chosen by another rule than the one agreed beforehand.
    OTHER_RULE,
    /// The demands of a stated conflict can all be met, or are not those of the problem. The
    /// demands.
    NO_CLASH,
    /// The stated concessions do not open the stated packages. The demands.
    NO_WAY_OUT,
    /// A conflict or a way out is missing.
    CLASH_MISSING,
    /// The score of a forecaster is another, or one has none. The forecaster.
    OTHER_SCORE,
    /// The falsity of a set of sources does not change the answer as stated. The sources.
    CHANGES_NOTHING,
    /// Fewer sources change the answer. They.
    FEWER_SOURCES,
    /// The number of agreements or accords differs. The topic or provision; 0 for all of them.
    OTHER_PRECEDENTS,
    /// The number of packages differs. The parties as bits, the number.
    OTHER_COUNT,

    /// A demand or a step is named twice, or does not belong there. Its id.
    OTHER_MEMBERS,
    /// A loop, chain or cycle breaks. The place in it.
    CHAIN_BROKEN,
    /// A loop or cycle closes and proves nothing. Its sum.
    LOOP_CLOSES,
    /// No clause supports a bound. The bound.
    BOUND_UNFOUNDED,
    /// No loop rules out a choice. The choice.
    CHOICE_LEFT_OPEN,
    /// One knot contains another. The demands of both.
    KNOT_NOT_MINIMAL,
    /// A knot is missing. Its demands, the readings.
    KNOT_MISSING,
    /// A knot that follows from knots under each reading of a term is missing. Its demands, the
    /// readings.
    KNOT_UNRESOLVED,
    /// The readings that resolve a knot differ from the stated ones. Its demands.
    OTHER_READINGS,
    /// Dates break a bound. The bound or demand.
    DATES_BREAK,
    /// A time is not the earliest or latest, or a slack differs. The moment.
    OTHER_TIME,
    /// The length of a plan differs. How long.
    OTHER_LENGTH,
    /// The decisions left differ.
    OTHER_DECISIONS,
    /// A plan is missing or duplicated. The readings.
    PLAN_MISSING,
    /// Another choice of ways makes a shorter plan. The ways.
    SHORTER_PLAN,
    /// The ways out of a group of knots differ. The demands of the group.
    OTHER_WAYS_OUT,
    /// The moments that move differ. The moment.
    OTHER_MOVE,
    /// The order of steps contradicts their dates. The step.
    OTHER_ORDER,
    /// The exposure of an order differs. The amount.
    OTHER_EXPOSURE,
    /// A step leads out of the invariant sets. The step.
    SETS_LEFT,

    /// A reduction is not one of those allowed. The part.
    NOT_A_REDUCTION,
    /// An implied bound is missing. The bound.
    BOUND_MISSING,
    /// The network is not that of the plan. The place.
    OTHER_NETWORK,

    /// The strips of a threat leave a gap or overlap. The threat, the moment.
    GAP,
    /// A guarantee is listed twice, or both answers and is silent. The guarantee.
    TOLD_TWICE,
    /// The answer of a guarantee differs. The guarantee, the moment.
    OTHER_ANSWERS,
    /// The reason for a guarantee's silence differs. The guarantee, the moment, claimed, found.
    OTHER_SILENCE,

    /// The rows give another count or share. The year, or 0 for the counts.
    OTHER_RATE,
    /// The runs give other counts or days. The step or demand, or how many runs.
    OTHER_RUNS,
    /// A part of a job has another result. Its number, from 1.
    OTHER_PART,

    /// The values give another window. Its number among the days, or 0 for the days.
    OTHER_WINDOW,

    /// The talks need other moves, or settling an issue lets other barriers fall. The text or the
    /// issue, or 0 for all texts together.
    OTHER_NEEDS
  }
}

package org.parley.answer.packages;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.parley.bargain.Problem;
import org.parley.bargain.cases.PackageProblem;
import org.parley.bargain.frontier.Frontier;
import org.parley.bargain.frontier.Frontiers;
import org.parley.bargain.rehearse.AgendaOrder;
import org.parley.bargain.rehearse.BargainingStrategy;
import org.parley.bargain.rehearse.Rehearsal;
import org.parley.bargain.rehearse.RehearsalPlan;
import org.parley.bargain.rehearse.Rehearsals;
import org.parley.exact.Budget;
import org.parley.exact.Rational;
import org.parley.model.text.OptionId;
import org.parley.model.text.PointId;
import org.parley.wording.RehearsalWording;

/// How plays of machines ended. An illustration: no party bargains so.
///
/// @param packages how many could be offered
/// @param isWhole whether these are all that linkages allow
/// @param deadlines the plays under several deadlines; the one asked for is the second
/// @param orders the same plays point by point, in several orders of the points
/// @param shares by party, its mean share of its range in a deal, in percent
/// @param strategies how each fared
/// @param outcomes the most frequent packages
public record RehearsalAnswer(
    String headline,
    boolean illustrative,
    int packages,
    boolean isWhole,
    List<DeadlineTally> deadlines,
    List<OrderTally> orders,
    Map<String, Rational> shares,
    List<StrategyTally> strategies,
    List<OutcomeTally> outcomes) {

  private static final int MOST_OUTCOMES = 5;
  private static final int MOST_SPREAD = 5_000;
  private static final long MOST_STEPS = 20_000_000;
  private static final int DEADLINE_FACTOR = 4;

  /// Plays under one deadline.
  ///
  /// @param meanRound the mean round of a deal
  public record DeadlineTally(
      int rounds, long plays, long deals, long efficient, Rational meanRound) {}

  /// Plays in which one point is settled after the other.
  ///
  /// @param points in the order in which they are settled
  /// @param meanGap the most that all could still gain at once in a deal, in percent of the range
  ///   of each, on average
  public record OrderTally(
      AgendaOrder order,
      List<PointId> points,
      long plays,
      long deals,
      long efficient,
      Rational meanRound,
      Rational meanGap) {
    public OrderTally {
      points = List.copyOf(points);
    }
  }

  /// Plays of one strategy.
  ///
  /// @param share the mean share in a deal, in percent of the range of its party
  public record StrategyTally(
      BargainingStrategy strategy, long plays, long deals, Rational share) {}

  /// A package that came out.
  ///
  /// @param gap the most that all could gain at once, in percent of the range of each
  public record OutcomeTally(
      List<OptionId> options, long count, boolean isEfficient, Rational gap) {}

  /// Plays and counts; empty if linkages leave no package to offer.
  ///
  /// @param budget once stopped, no more is played: each part says how many plays it counts
  public static Optional<RehearsalAnswer> of(
      PackageProblem packages, RehearsalPlan plan, int threads, Budget budget) {
    Problem problem = packages.problem();
    List<List<Integer>> whole = enumerated(problem);
    List<List<Integer>> offers = whole.isEmpty() ? efficient(problem) : whole;
    if (offers.isEmpty()) {
      return Optional.empty();
    }
    List<DeadlineTally> deadlines = new ArrayList<>();
    Rehearsal asked = null;
    for (int rounds :
        List.of(
            Math.max(2, plan.rounds() / DEADLINE_FACTOR),
            plan.rounds(),
            plan.rounds() * DEADLINE_FACTOR)) {
      Rehearsal each = Rehearsals.of(problem, offers, plan.withRounds(rounds), threads, budget);
      asked = rounds == plan.rounds() || asked == null ? each : asked;
      deadlines.add(
          new DeadlineTally(
              rounds,
              each.plays(),
              each.deals(),
              each.efficient(),
              mean(each.turns(), each.deals(), 1)));
    }
    Rehearsal played =
        asked == null ? Rehearsals.of(problem, offers, plan, threads, budget) : asked;
    List<OrderTally> orders = new ArrayList<>();
    Set<List<Integer>> seen = new HashSet<>();
    for (AgendaOrder order : AgendaOrder.values()) {
      List<Integer> points = Rehearsals.points(problem, order);
      if (points.size() > 1 && seen.add(points)) {
        Rehearsal each = Rehearsals.of(problem, offers, plan, order, threads, budget);
        orders.add(
            new OrderTally(
                order,
                points.stream().map(at -> packages.matters().get(at).point()).toList(),
                each.plays(),
                each.deals(),
                each.efficient(),
                mean(each.turns(), each.deals(), 1),
                gap(each)));
      }
    }
    Map<String, Rational> shares = new LinkedHashMap<>();
    for (int party = 0; party < packages.seats().size(); party++) {
      shares.put(
          packages.seats().get(party).party().value(),
          mean(played.shares().get(party), played.deals(), 100));
    }
    return Optional.of(
        new RehearsalAnswer(
            RehearsalWording.headline(played),
            true,
            offers.size(),
            !whole.isEmpty(),
            deadlines,
            orders,
            shares,
            played.records().stream()
                .map(
                    each ->
                        new StrategyTally(
                            each.strategy(),
                            each.uses(),
                            each.deals(),
                            mean(each.shares(), each.deals(), 100)))
                .toList(),
            played.outcomes().stream()
                .limit(MOST_OUTCOMES)
                .map(
                    each ->
                        new OutcomeTally(
                            options(packages, each.options()),
                            each.count(),
                            each.isEfficient(),
                            Rational.of(each.gap(), 100)))
                .toList()));
  }

  private static Rational gap(Rehearsal played) {
    long sum = played.outcomes().stream().mapToLong(each -> each.count() * each.gap()).sum();
    return mean(sum, played.deals(), 100);
  }

  private static Rational mean(long sum, long count, long unit) {
    return count == 0 ? Rational.ZERO : Rational.of(sum, Math.multiplyExact(count, unit));
  }

  private static List<OptionId> options(PackageProblem packages, List<Integer> chosen) {
    return IntStream.range(0, chosen.size())
        .mapToObj(point -> packages.matters().get(point).options().get(chosen.get(point)))
        .toList();
  }

  /// The packages that are offered: all that linkages allow, or those of the frontier if they are
  /// too many.
  public static List<List<Integer>> offers(Problem problem) {
    List<List<Integer>> whole = enumerated(problem);
    return whole.isEmpty() ? efficient(problem) : whole;
  }

  /// All packages that linkages allow; none if they are too many.
  private static List<List<Integer>> enumerated(Problem problem) {
    long count = 1;
    for (Problem.Point point : problem.points()) {
      count *= point.options().size();
      if (count > Rehearsals.MOST_PACKAGES) {
        return List.of();
      }
    }
    List<List<Integer>> all = new ArrayList<>();
    int[] options = new int[problem.points().size()];
    for (long number = 0; number < count; number++) {
      long rest = number;
      for (int point = 0; point < options.length; point++) {
        int size = problem.points().get(point).options().size();
        options[point] = (int) (rest % size);
        rest /= size;
      }
      if (problem.allows(options)) {
        all.add(Arrays.stream(options).boxed().toList());
      }
    }
    return all;
  }

  /// Efficient packages by the worths alone, evenly spread over the frontier.
  private static List<List<Integer>> efficient(Problem problem) {
    List<Problem.Party> parties =
        problem.parties().stream()
            .map(
                each -> each.withBaseline(null).withRedLines(Set.of()).withContingencies(List.of()))
            .toList();
    Frontier frontier =
        Frontiers.find(
                problem.withParties(parties),
                Budget.ofSteps(MOST_STEPS).withStates(MOST_SPREAD * 1000L))
            .findAnswer()
            .orElse(null);
    if (frontier == null) {
      return List.of();
    }
    int most = Math.min(frontier.size(), MOST_SPREAD);
    return IntStream.range(0, most)
        .map(at -> (int) ((long) at * frontier.size() / most))
        .mapToObj(entry -> Arrays.stream(frontier.packageOf(entry)).boxed().toList())
        .toList();
  }
}

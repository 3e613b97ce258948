package org.parley.sequence.exposure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.parley.exact.Bound;
import org.parley.exact.Budget;
import org.parley.exact.Certificate;
import org.parley.exact.Finding;
import org.parley.exact.Meter;
import org.parley.model.step.StepId;
import org.parley.sequence.SequenceProblem;
import org.parley.sequence.plan.Plan;

/// The order of irreversible steps in which the largest exposure of any party is smallest.
///
/// For a given exposure, every set of steps that can be done by then without exceeding it is
/// visited once, until all steps are done or no set is left; the least exposure is found by
/// halving. Cost: at most two to the power of the steps, in practice the sets within the best
/// exposure, times the logarithm of the largest.
public final class ExchangeOrder {

  /// An order of steps.
  ///
  /// @param steps the steps; those of one list end at one time
  /// @param largest the largest exposure of any party on the way
  public record Order(List<List<StepId>> steps, long largest) implements Certificate {
    public Order {
      steps = steps.stream().map(List::copyOf).toList();
    }
  }

  /// Two groups of steps that would help if they ended at one time.
  ///
  /// @param one a step of one
  /// @param other a step of the other
  /// @param largest the largest exposure in the best order then
  public record Pair(List<StepId> one, List<StepId> other, long largest) {}

  /// What holds where the search was stopped: no order does better.
  ///
  /// @param atLeast the exposure that no order can avoid
  public record NotBelow(long atLeast) implements Bound {
    @Override
    public String inWords() {
      return "No order keeps every exposure below " + atLeast + ".";
    }
  }

  private ExchangeOrder() {}

  /// The best order that the clauses allow. A step of the budget is one set of steps.
  ///
  /// @throws IllegalArgumentException where there are more than 62 irreversible steps
  public static Finding<Order> best(SequenceProblem problem, Plan plan, Budget budget) {
    return best(Exposure.Exchange.of(problem, plan), Long.MAX_VALUE, new Meter(budget));
  }

  /// Every pair that lowers the largest exposure of the best order when made simultaneous, those
  /// that lower it most first. A step of the budget is one set of steps.
  public static Finding<List<Pair>> simultaneous(
      SequenceProblem problem, Plan plan, Budget budget) {
    var meter = new Meter(budget);
    Exposure.Exchange exchange = Exposure.Exchange.of(problem, plan);
    List<Pair> pairs = new ArrayList<>();
    if (!(best(exchange, Long.MAX_VALUE, meter) instanceof Finding.Proved<Order>(Order order, _))) {
      return new Finding.Bounded<>(pairs, new NotBelow(0), meter.stoppedBy());
    }
    for (int one = 0; one < exchange.steps().size(); one++) {
      for (int other = one + 1; other < exchange.steps().size(); other++) {
        Exposure.Exchange merged = exchange.together(one, other).orElse(null);
        if (merged != null
            && best(merged, order.largest, meter)
                instanceof Finding.Proved<Order>(Order better, _)) {
          pairs.add(
              new Pair(exchange.steps().get(one), exchange.steps().get(other), better.largest));
        }
        if (meter.stopped()) {
          return new Finding.Bounded<>(pairs, new NotBelow(0), meter.stoppedBy());
        }
      }
    }
    pairs.sort(Comparator.comparingLong(Pair::largest).thenComparing(pair -> pair.one.toString()));
    return new Finding.Proved<>(pairs, order);
  }

  /// The best order, if its largest exposure is below `limit`.
  static Finding<Order> best(Exposure.Exchange exchange, long limit, Meter meter) {
    var walk = new ExchangeWalk(exchange, meter);
    List<List<StepId>> best = walk.some();
    long most = walk.largest(best);
    boolean known = most < limit;
    if (!known) {
      most = limit;
    }
    long notBelow = 0;
    while (notBelow < most) {
      long middle = notBelow + (most - 1 - notBelow) / 2;
      List<List<StepId>> order = walk.within(middle);
      if (meter.stopped()) {
        return new Finding.Bounded<>(
            new Order(best, walk.largest(best)), new NotBelow(notBelow), meter.stoppedBy());
      }
      if (order.isEmpty() && !exchange.steps().isEmpty()) {
        notBelow = middle + 1;
      } else {
        best = order;
        most = walk.largest(order);
        known = true;
      }
    }
    Order order = new Order(best, most);
    return known ? new Finding.Proved<>(order, order) : new Finding.Impossible<>(order);
  }
}

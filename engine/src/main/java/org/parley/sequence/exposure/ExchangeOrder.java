package org.parley.sequence.exposure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.exact.Budget;
import org.parley.exact.Certificate;
import org.parley.exact.Finding;
import org.parley.exact.Meter;
import org.parley.exact.StoppedBy;
import org.parley.model.step.StepId;
import org.parley.sequence.Loop;
import org.parley.sequence.Moment;
import org.parley.sequence.SequenceBound;
import org.parley.sequence.SequenceProblem;
import org.parley.sequence.plan.Plan;

/// Finds the order of irreversible steps with the smallest largest exposure of any party, with
/// dates that keep every clause.
/// 1. Bidirectional best-first search over sets of steps, smallest exposure first.
/// 2. The first side to reach all steps gives the optimum; its visited sets prove it.
/// 3. If that order has no dates, further orders are tried.
///
/// Dominated steps are skipped, which leaves some hundreds or thousands of sets of 25 steps. Cost:
/// at most two to the power of the steps.
public final class ExchangeOrder {

  /// An order of steps.
  ///
  /// @param steps the steps; those of one list are simultaneous
  /// @param largest the largest exposure of any party
  /// @param times dates that keep every clause and this order; neighbours may share a day
  public record Order(List<List<StepId>> steps, long largest, Map<Moment.At, Long> times) {
    public Order {
      steps = steps.stream().map(List::copyOf).toList();
      times = Map.copyOf(times);
    }
  }

  /// States that no order has less exposure.
  ///
  /// @param plan the plan whose readings and ways hold
  /// @param order the order
  /// @param proof the lower bound
  public record Least(Plan plan, Order order, UnavoidableExposure proof)
      implements Certificate.OfAnswer {}

  /// Two groups of steps with less exposure if simultaneous.
  ///
  /// @param one the steps of one group
  /// @param other the steps of the other group
  /// @param largest the largest exposure in the best order then
  /// @param against the chain of clauses that keeps them apart, some of which would have to give;
  ///   empty if they can be simultaneous
  public record Pair(List<StepId> one, List<StepId> other, long largest, List<Loop.Link> against) {
    public Pair {
      one = List.copyOf(one);
      other = List.copyOf(other);
      against = List.copyOf(against);
    }
  }

  /// The options of the search; the answer does not depend on them.
  ///
  /// @param fromTheBeginning whether to search forwards
  /// @param fromTheEnd whether to search backwards
  /// @param swapping whether to skip dominated steps
  record Method(boolean fromTheBeginning, boolean fromTheEnd, boolean swapping) {
    static final Method ALL = new Method(true, true, true);
  }

  /// The most irreversible steps supported.
  public static final int MOST = Exchange.MOST;

  private final ExchangeDates dates;
  private final Plan plan;
  private final Method method;
  private final Meter meter;

  private ExchangeOrder(SequenceProblem problem, Plan plan, Method method, Meter meter) {
    dates = new ExchangeDates(problem, plan);
    this.plan = plan;
    this.method = method;
    this.meter = meter;
  }

  /// The best order that the clauses allow. A step of the budget is one set of steps.
  ///
  /// @throws IllegalArgumentException if there are more than 62 irreversible steps
  public static Finding<Order> best(SequenceProblem problem, Plan plan, Budget budget) {
    return best(problem, plan, budget, Method.ALL);
  }

  static Finding<Order> best(SequenceProblem problem, Plan plan, Budget budget, Method method) {
    var search = new ExchangeOrder(problem, plan, method, new Meter(budget));
    return search.best(Exchange.of(problem, search.dates));
  }

  /// Every pair that lowers the largest exposure of the best order if made simultaneous, largest
  /// effect first.
  ///
  /// For pairs that clauses keep apart, the effect is that of dropping these clauses, whatever the
  /// dates. A step of the budget is one set of steps.
  ///
  /// @throws IllegalArgumentException if there are more than 62 irreversible steps
  public static Finding<List<Pair>> simultaneous(
      SequenceProblem problem, Plan plan, Budget budget) {
    var search = new ExchangeOrder(problem, plan, Method.ALL, new Meter(budget));
    Exchange exchange = Exchange.of(problem, search.dates);
    return search.simultaneous(exchange);
  }

  private Finding<List<Pair>> simultaneous(Exchange exchange) {
    List<Pair> pairs = new ArrayList<>();
    Finding<Order> finding = best(exchange);
    long largest = finding.findAnswer().map(Order::largest).orElse(0L);
    boolean all = finding.isComplete();
    for (int one = 0; one < exchange.steps().size(); one++) {
      for (int other = one + 1; other < exchange.steps().size() && !meter.stopped(); other++) {
        Exchange merged = exchange.together(one, other).orElse(null);
        if (merged == null) {
          continue;
        }
        List<StepId> first = exchange.steps().get(one);
        List<StepId> second = exchange.steps().get(other);
        List<Loop.Link> against = dates.apart(first.getFirst(), second.getFirst());
        Optional<Finding<Order>> better = below(merged, largest, against.isEmpty());
        all &= better.isEmpty() || better.get().isComplete();
        if (!meter.stopped()) {
          better
              .flatMap(Finding::findAnswer)
              .ifPresent(order -> pairs.add(new Pair(first, second, order.largest, against)));
        }
      }
    }
    pairs.sort(
        Comparator.comparingLong(Pair::largest)
            .thenComparing(pair -> !pair.against.isEmpty())
            .thenComparing(pair -> pair.one.toString()));
    if (all && !meter.stopped()) {
      return new Finding.Exhausted<>(pairs);
    }
    return new Finding.Bounded<>(
        pairs,
        new SequenceBound.SomePairs(pairs.size()),
        meter.stopped() ? meter.stoppedBy() : StoppedBy.METHOD);
  }

  private Finding<Order> best(Exchange exchange) {
    return below(exchange, Long.MAX_VALUE, true).orElseThrow();
  }

  /// The best order; empty if its largest exposure is not below `limit`.
  ///
  /// @param dated whether it must have dates
  private Optional<Finding<Order>> below(Exchange exchange, long limit, boolean dated) {
    var beginning = new ExchangeReach(exchange, false, method.swapping);
    var end = new ExchangeReach(exchange, true, method.swapping);
    while (!beginning.done() && !end.done()) {
      if (meter.spend(1) || meter.holds(beginning.size() + end.size())) {
        return Optional.of(stopped(exchange, Math.max(beginning.most(), end.most())));
      }
      if (beginning.most() >= limit || end.most() >= limit) {
        return Optional.empty();
      }
      if (method.fromTheBeginning) {
        beginning.advance();
      }
      if (method.fromTheEnd && !beginning.done()) {
        end.advance();
      }
    }
    ExchangeReach first = beginning.done() ? beginning : end;
    UnavoidableExposure proof = first.proof();
    if (first.most() >= limit) {
      return Optional.empty();
    }
    List<List<StepId>> order = first.order();
    Map<Moment.At, Long> times =
        dated ? dates.times(order).orElse(null) : Map.<Moment.At, Long>of();
    return times == null
        ? dated(exchange, proof, limit)
        : Optional.of(proved(new Order(order, exchange.largest(order), times), proof));
  }

  private Finding<Order> proved(Order order, UnavoidableExposure proof) {
    return new Finding.Proved<>(order, new Least(plan, order, proof));
  }

  /// An order with dates, if the first one found has none.
  private Optional<Finding<Order>> dated(Exchange exchange, UnavoidableExposure proof, long limit) {
    long most = proof.atLeast();
    while (most < limit) {
      ExchangeDates.Search search = dates.new Search(exchange, most, meter);
      List<List<StepId>> order = search.run();
      if (meter.stopped()) {
        return Optional.of(stopped(exchange, most));
      }
      if (!order.isEmpty()) {
        var found = new Order(order, exchange.largest(order), dates.times(order).orElseThrow());
        return Optional.of(
            most == proof.atLeast()
                ? proved(found, proof)
                : new Finding.Bounded<>(found, new SequenceBound.NotBelow(most), StoppedBy.METHOD));
      }
      most = search.next();
    }
    return Optional.empty();
  }

  /// The order of the plan itself, which has dates.
  private Finding<Order> stopped(Exchange exchange, long atLeast) {
    Map<Moment.At, Long> earliest = plan.earliest();
    List<List<StepId>> order = ExchangeDates.orderOf(exchange, earliest);
    return new Finding.Bounded<>(
        new Order(order, exchange.largest(order), earliest),
        new SequenceBound.NotBelow(atLeast),
        meter.stoppedBy());
  }
}

package org.parley.sequence.exposure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.parley.exact.Budget;
import org.parley.exact.Meter;
import org.parley.model.step.StepId;
import org.parley.sequence.Loop;
import org.parley.sequence.Moment;
import org.parley.sequence.PlannedStep;
import org.parley.sequence.SequenceProblem;
import org.parley.sequence.bounds.DifferenceBounds;
import org.parley.sequence.bounds.Encoding;
import org.parley.sequence.bounds.Interpretation;
import org.parley.sequence.bounds.RecessSides;
import org.parley.sequence.bounds.ShortestDistances;
import org.parley.sequence.plan.Plan;

/// Dates for orders of irreversible steps. Pairwise feasible orders of several steps may be jointly
/// infeasible.
final class ExchangeDates {

  /// The cost of one search for dates, in steps of a budget.
  private static final int LOOK = 500;

  private final SequenceProblem problem;
  private final Encoding encoding;
  private final int[] arcs;
  private final DifferenceBounds bounds;

  ExchangeDates(SequenceProblem problem, Plan plan) {
    this.problem = problem.anchored();
    encoding = new Encoding(this.problem);
    arcs = new Interpretation(plan.readings(), plan.ways()).arcs(encoding, _ -> true, this.problem);
    bounds = encoding.differences(arcs);
  }

  int nodeOf(Moment moment) {
    return encoding.nodeOf(moment);
  }

  /// By moment, the most that it can follow `moment`.
  ShortestDistances from(Moment moment) {
    return ShortestDistances.from(bounds, encoding.nodeOf(moment));
  }

  /// The chain of clauses that forces one of two steps to end after the other; empty if they can
  /// end simultaneously.
  List<Loop.Link> apart(StepId one, StepId other) {
    List<Loop.Link> forth = earlier(one, other);
    return forth.isEmpty() ? earlier(other, one) : forth;
  }

  private List<Loop.Link> earlier(StepId later, StepId step) {
    ShortestDistances from = from(Moment.end(later));
    int node = nodeOf(Moment.end(step));
    return from.of(node) >= 0
        ? List.of()
        : Arrays.stream(from.path(node)).mapToObj(arc -> encoding.link(arcs[arc])).toList();
  }

  /// The earliest dates that keep every clause and this order; steps of one list are simultaneous.
  Optional<Map<Moment.At, Long>> times(List<List<StepId>> order) {
    DifferenceBounds ordered = ordered(order, List.of());
    Optional<Set<Loop.Reason.Recess>> sides =
        RecessSides.later(encoding, ordered, new Meter(Budget.unlimited()));
    if (sides.isEmpty()) {
      return Optional.empty();
    }
    ShortestDistances back =
        ShortestDistances.to(
            RecessSides.with(encoding, ordered, sides.get()), encoding.nodeOf(Moment.ORIGIN));
    Map<Moment.At, Long> times = new HashMap<>();
    for (PlannedStep step : problem.steps()) {
      for (Moment.At moment : List.of(Moment.start(step.id()), Moment.end(step.id()))) {
        times.put(moment, -back.of(encoding.nodeOf(moment)));
      }
    }
    return Optional.of(times);
  }

  /// The bounds, with `order` kept and everything in `rest` after it.
  private DifferenceBounds ordered(List<List<StepId>> order, List<List<StepId>> rest) {
    List<int[]> more = new ArrayList<>();
    int last = -1;
    for (List<StepId> group : order) {
      int first = nodeOf(Moment.end(group.getFirst()));
      for (StepId step : group) {
        int node = nodeOf(Moment.end(step));
        more.add(new int[] {first, node});
        more.add(new int[] {node, first});
      }
      if (last >= 0) {
        more.add(new int[] {first, last});
      }
      last = first;
    }
    for (List<StepId> group : rest) {
      int first = nodeOf(Moment.end(group.getFirst()));
      for (StepId step : group) {
        int node = nodeOf(Moment.end(step));
        more.add(new int[] {first, node});
        more.add(new int[] {node, first});
        if (last >= 0) {
          more.add(new int[] {node, last});
        }
      }
    }
    int count = bounds.arcs();
    int[] from = Arrays.copyOf(bounds.from(), count + more.size());
    int[] to = Arrays.copyOf(bounds.to(), count + more.size());
    long[] atMost = Arrays.copyOf(bounds.atMost(), count + more.size());
    for (int i = 0; i < more.size(); i++) {
      from[count + i] = more.get(i)[0];
      to[count + i] = more.get(i)[1];
    }
    return new DifferenceBounds(bounds.nodes(), from, to, atMost);
  }

  /// The order in which the groups end at their earliest.
  static List<List<StepId>> orderOf(Exchange exchange, Map<Moment.At, Long> times) {
    return exchange.steps().stream()
        .sorted(
            (one, other) ->
                Long.compare(
                    times.getOrDefault(Moment.end(one.getFirst()), 0L),
                    times.getOrDefault(Moment.end(other.getFirst()), 0L)))
        .toList();
  }

  /// Enumerates orders for one with dates and a limited exposure.
  final class Search {
    private final Exchange exchange;
    private final Meter meter;
    private final long most;
    private final List<List<StepId>> order = new ArrayList<>();

    /// The least exposure above `most` at which the search backtracked.
    private long next = Long.MAX_VALUE;

    Search(Exchange exchange, long most, Meter meter) {
      this.exchange = exchange;
      this.most = most;
      this.meter = meter;
    }

    long next() {
      return next;
    }

    /// The order; empty if there is none, or the meter stopped.
    List<List<StepId>> run() {
      return extend(0, new long[exchange.parties().size()]) ? List.copyOf(order) : List.of();
    }

    private boolean extend(long done, long[] balance) {
      if (meter.spend(LOOK) || !canHold(done)) {
        return false;
      }
      if (done == exchange.all()) {
        return true;
      }
      for (long rest = exchange.all() & ~done; rest != 0; rest &= rest - 1) {
        int step = Long.numberOfTrailingZeros(rest);
        if ((exchange.before().get(step) & ~done) != 0) {
          continue;
        }
        long[] then = balance.clone();
        long exposed = 0;
        for (int party = 0; party < then.length; party++) {
          then[party] = Math.addExact(then[party], exchange.worth().get(step).get(party));
          exposed = Math.max(exposed, -then[party]);
        }
        if (exposed > most) {
          next = Math.min(next, exposed);
          continue;
        }
        order.add(exchange.steps().get(step));
        if (extend(done | 1L << step, then)) {
          return true;
        }
        order.removeLast();
      }
      return false;
    }

    private boolean canHold(long done) {
      List<List<StepId>> rest = new ArrayList<>();
      for (long left = exchange.all() & ~done; left != 0; left &= left - 1) {
        rest.add(exchange.steps().get(Long.numberOfTrailingZeros(left)));
      }
      return RecessSides.later(encoding, ordered(order, rest), meter).isPresent();
    }
  }
}

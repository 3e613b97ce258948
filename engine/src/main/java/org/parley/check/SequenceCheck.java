package org.parley.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.parley.exact.Budget;
import org.parley.exact.Meter;
import org.parley.model.step.DemandId;
import org.parley.model.step.TermId;
import org.parley.sequence.Loop;
import org.parley.sequence.Moment;
import org.parley.sequence.SequenceProblem;
import org.parley.sequence.knots.Knot;
import org.parley.sequence.knots.Knots;
import org.parley.sequence.plan.Plans;

/// Checks knots of a sequence, and that nothing can be planned, from its clauses alone. In every
/// choice of ways and readings some loop of bounds must fail to close.
public final class SequenceCheck {

  private final SequenceProblem problem;
  private final SequenceBounds bounds;
  private final Meter meter;

  SequenceCheck(SequenceProblem problem, Meter meter) {
    this.problem = problem;
    this.bounds = new SequenceBounds(problem);
    this.meter = meter;
  }

  /// Verifies that these demands cannot all hold.
  ///
  /// @param budget a step is one loop examined for one choice
  public static Verdict verify(Knot knot, SequenceProblem problem, Budget budget) {
    Set<DemandId> demands = Set.copyOf(knot.demands());
    var check = new SequenceCheck(problem, new Meter(budget));
    return demands.size() < knot.demands().size()
        ? Verdict.fails(Flaw.Code.OTHER_MEMBERS, knot.demands())
        : Verdict.of(check.tied(knot.loops(), demands, knot.readings()), check.meter);
  }

  /// Verifies that there is no plan under the given readings.
  public static Verdict verify(Plans.Prevented proof, SequenceProblem problem, Budget budget) {
    for (Knot knot : proof.knots().findAnswer().orElse(List.of())) {
      Verdict verdict = verify(knot, problem, budget);
      if (!verdict.holds()) {
        return verdict;
      }
    }
    var check = new SequenceCheck(problem, new Meter(budget));
    return Verdict.of(check.tied(proof.loops(), all(problem), proof.readings()), check.meter);
  }

  /// Verifies that these knots cannot be resolved: their loops without demands rule out every
  /// reading.
  public static Verdict verify(Knots.Tied proof, SequenceProblem problem, Budget budget) {
    List<Loop> loops = new ArrayList<>();
    for (Knot knot : proof.knots()) {
      Verdict verdict = verify(knot, problem, budget);
      if (!verdict.holds()) {
        return verdict;
      }
      if (knot.demands().isEmpty()) {
        loops.addAll(knot.loops());
      }
    }
    var check = new SequenceCheck(problem, new Meter(budget));
    return Verdict.of(check.tied(loops, Set.of(), Map.of()), check.meter);
  }

  static Set<DemandId> all(SequenceProblem problem) {
    Set<DemandId> all = new HashSet<>();
    problem.demands().forEach(demand -> all.add(demand.id()));
    return all;
  }

  private Optional<Flaw> tied(
      List<Loop> loops, Set<DemandId> demands, Map<TermId, String> readings) {
    try {
      for (Map.Entry<TermId, String> each : readings.entrySet()) {
        problem.get(each.getKey()).reading(each.getValue());
      }
      for (Loop loop : loops) {
        Optional<Flaw> wrong = loop(loop, demands);
        if (wrong.isPresent()) {
          return wrong;
        }
      }
      return covered(loops, new HashMap<>(readings), new HashMap<>());
    } catch (IllegalArgumentException | NoSuchElementException | IndexOutOfBoundsException e) {
      return Optional.of(Flaw.of(Flaw.Code.MALFORMED));
    }
  }

  Optional<Flaw> loop(Loop loop, Set<DemandId> demands) {
    if (loop.links().isEmpty()) {
      return Optional.of(Flaw.of(Flaw.Code.CHAIN_BROKEN, 0));
    }
    Moment at = bounds.place(loop.links().getLast().to());
    for (Loop.Link link : loop.links()) {
      if (!bounds.place(link.from()).equals(at)) {
        return Optional.of(Flaw.of(Flaw.Code.CHAIN_BROKEN, loop.links().indexOf(link)));
      }
      at = bounds.place(link.to());
      if (!bounds
          .of(link.reason())
          .contains(new SequenceBounds.Bound(link.from(), link.to(), link.atMost()))) {
        return Optional.of(SequenceBounds.unfounded(link));
      }
      if (link.reason() instanceof Loop.Reason.Demanded demanded
          && !demands.contains(demanded.demand())) {
        return Optional.of(Flaw.of(Flaw.Code.OTHER_MEMBERS, demanded.demand()));
      }
    }
    return loop.shortBy() > 0
        ? Optional.empty()
        : Optional.of(Flaw.of(Flaw.Code.LOOP_CLOSES, -loop.shortBy()));
  }

  /// Tries every choice of ways, readings and sides of recesses that loops assume. Each must be
  /// closed by some loop.
  Optional<Flaw> covered(
      List<Loop> loops, Map<TermId, String> readings, Map<DemandId, Integer> ways) {
    return covered(loops, readings, ways, new HashMap<>());
  }

  private Optional<Flaw> covered(
      List<Loop> loops,
      Map<TermId, String> readings,
      Map<DemandId, Integer> ways,
      Map<Integer, Boolean> sides) {
    if (meter.spend(loops.size())) {
      return Optional.empty();
    }
    Loop.@Nullable Reason open = null;
    for (Loop loop : loops) {
      @Nullable Boolean closes = closes(loop, readings, ways, sides);
      if (Boolean.TRUE.equals(closes)) {
        return Optional.empty();
      }
      if (closes == null && open == null) {
        open = undecided(loop, readings, ways, sides);
      }
    }
    return switch (open) {
      case null -> Optional.of(Flaw.of(Flaw.Code.CHOICE_LEFT_OPEN, ways, readings));
      case Loop.Reason.Recess side -> {
        Map<Integer, Boolean> chosen = new HashMap<>(sides);
        Optional<Flaw> wrong = Optional.empty();
        for (boolean after : List.of(false, true)) {
          chosen.put(side.index(), after);
          wrong = wrong.or(() -> covered(loops, readings, ways, chosen));
        }
        yield wrong;
      }
      case Loop.Reason.Demanded demanded -> covered(loops, readings, ways, sides, demanded);
      case Loop.Reason.Lasts _, Loop.Reason.Fixed _, Loop.Reason.Past _ ->
          throw new IllegalStateException("nothing is open in " + open);
    };
  }

  private Optional<Flaw> covered(
      List<Loop> loops,
      Map<TermId, String> readings,
      Map<DemandId, Integer> ways,
      Map<Integer, Boolean> sides,
      Loop.Reason.Demanded open) {
    if (!ways.containsKey(open.demand())) {
      for (int way = 0; way < problem.get(open.demand()).anyOf().size(); way++) {
        Map<DemandId, Integer> chosen = new HashMap<>(ways);
        chosen.put(open.demand(), way);
        Optional<Flaw> wrong = covered(loops, readings, chosen, sides);
        if (wrong.isPresent()) {
          return wrong;
        }
      }
      return Optional.empty();
    }
    for (TermId term : new TreeMap<>(open.readings()).keySet()) {
      if (!readings.containsKey(term)) {
        for (var reading : problem.get(term).readings()) {
          Map<TermId, String> chosen = new HashMap<>(readings);
          chosen.put(term, reading.name());
          Optional<Flaw> wrong = covered(loops, chosen, ways, sides);
          if (wrong.isPresent()) {
            return wrong;
          }
        }
        return Optional.empty();
      }
    }
    throw new IllegalStateException("nothing is open in " + open);
  }

  /// Whether a loop rests on these choices alone; null if it rests on a choice not made yet.
  private static @Nullable Boolean closes(
      Loop loop,
      Map<TermId, String> readings,
      Map<DemandId, Integer> ways,
      Map<Integer, Boolean> sides) {
    boolean open = false;
    for (Loop.Link link : loop.links()) {
      if (link.reason() instanceof Loop.Reason.Recess side) {
        Boolean after = sides.get(side.index());
        if (after != null && after != side.after()) {
          return false;
        }
        open |= after == null;
      }
      if (link.reason() instanceof Loop.Reason.Demanded demanded) {
        Integer way = ways.get(demanded.demand());
        if (way != null && way != demanded.way()) {
          return false;
        }
        open |= way == null;
        for (Map.Entry<TermId, String> each : demanded.readings().entrySet()) {
          String read = readings.get(each.getKey());
          if (read != null && !read.equals(each.getValue())) {
            return false;
          }
          open |= read == null;
        }
      }
    }
    return open ? null : true;
  }

  private static Loop.@Nullable Reason undecided(
      Loop loop,
      Map<TermId, String> readings,
      Map<DemandId, Integer> ways,
      Map<Integer, Boolean> sides) {
    for (Loop.Link link : loop.links()) {
      boolean open =
          switch (link.reason()) {
            case Loop.Reason.Demanded demanded ->
                !ways.containsKey(demanded.demand())
                    || !readings.keySet().containsAll(demanded.readings().keySet());
            case Loop.Reason.Recess side -> !sides.containsKey(side.index());
            case Loop.Reason.Lasts _, Loop.Reason.Fixed _, Loop.Reason.Past _ -> false;
          };
      if (open) {
        return link.reason();
      }
    }
    return null;
  }
}

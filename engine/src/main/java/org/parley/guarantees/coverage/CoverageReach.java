package org.parley.guarantees.coverage;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.guarantees.commitment.Commitment;
import org.parley.guarantees.commitment.IncidentPatterns;
import org.parley.guarantees.commitment.Trigger;
import org.parley.guarantees.coverage.Coverage.Reason;
import org.parley.guarantees.log.What;
import org.parley.model.PartyId;
import org.parley.model.guarantee.Determination;
import org.parley.model.guarantee.IncidentPattern;

/// Whether a trigger covers a threat, and whether its determination can be blocked.
final class CoverageReach {

  private CoverageReach() {}

  /// The reason why one such incident would not complete the trigger; null if it would.
  static @Nullable Reason of(Trigger trigger, What what) {
    return switch (trigger) {
      case Trigger.Happens(IncidentPattern pattern) ->
          IncidentPatterns.matches(pattern, what) ? null : Reason.OUT_OF_REACH;
      case Trigger.Repeated count ->
          !IncidentPatterns.matches(count.pattern(), what)
              ? Reason.OUT_OF_REACH
              : count.times() == 1 ? null : Reason.NOT_ALONE;
      case Trigger.Combined(List<IncidentPattern> patterns, _) ->
          patterns.stream().noneMatch(pattern -> IncidentPatterns.matches(pattern, what))
              ? Reason.OUT_OF_REACH
              : patterns.stream().allMatch(pattern -> IncidentPatterns.matches(pattern, what))
                  ? null
                  : Reason.NOT_ALONE;
      case Trigger.Either(List<Trigger> any) -> {
        Reason best = Reason.OUT_OF_REACH;
        for (Trigger each : any) {
          Reason reason = of(each, what);
          if (reason == null) {
            yield null;
          }
          best = reason == Reason.NOT_ALONE ? reason : best;
        }
        yield best;
      }
    };
  }

  /// The reason why the determination may fail though the trigger is met; null if it cannot be
  /// blocked.
  static @Nullable Reason of(Determination rule, Commitment commitment, Set<PartyId> against) {
    return switch (rule) {
      case Determination.SelfEvident _ -> null;
      case Determination.IndependentReports(int groups, List<String> eligible) ->
          eligible.isEmpty() || Set.copyOf(eligible).size() >= groups ? null : Reason.NO_DETERMINER;
      case Determination.FoundBy(PartyId body) ->
          against.contains(body)
              ? Reason.DETERMINER_BLOCKED
              : commitment.obligors().contains(body) ? Reason.DETERMINER_ON_OBLIGORS_SIDE : null;
      case Determination.EachObligor _ ->
          commitment.obligors().isEmpty()
              ? Reason.NO_DETERMINER
              : against.containsAll(commitment.obligors())
                  ? Reason.DETERMINER_BLOCKED
                  : Reason.DETERMINER_ON_OBLIGORS_SIDE;
      case Determination.Council council -> council(council, commitment, against);
      case Determination.AnyOf(List<Determination> any) -> {
        Reason worst = Reason.NO_DETERMINER;
        for (Determination each : any) {
          Reason reason = of(each, commitment, against);
          if (reason == null) {
            yield null;
          }
          worst = reason.compareTo(worst) > 0 ? reason : worst;
        }
        yield worst;
      }
      case Determination.AllOf(List<Determination> all) -> {
        Reason worst = all.isEmpty() ? Reason.NO_DETERMINER : null;
        for (Determination each : all) {
          Reason reason = of(each, commitment, against);
          worst = reason != null && (worst == null || reason.compareTo(worst) < 0) ? reason : worst;
        }
        yield worst;
      }
      case Determination.NotStated _ -> Reason.NO_DETERMINER;
    };
  }

  private static @Nullable Reason council(
      Determination.Council council, Commitment commitment, Set<PartyId> against) {
    if (isStoppable(council, against)) {
      return Reason.DETERMINER_BLOCKED;
    }
    Set<PartyId> unwilling = new HashSet<>(against);
    unwilling.addAll(commitment.obligors());
    return isStoppable(council, unwilling) ? Reason.DETERMINER_ON_OBLIGORS_SIDE : null;
  }

  private static boolean isStoppable(Determination.Council council, Set<PartyId> by) {
    return council.vetoes().stream().anyMatch(by::contains)
        || council.members().stream().distinct().filter(each -> !by.contains(each)).count()
            < council.needed();
  }
}

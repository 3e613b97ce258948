package org.parley.guarantees.commitment;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.guarantees.log.What;
import org.parley.model.guarantee.Guarantee.Voiding;
import org.parley.model.guarantee.GuaranteeId;
import org.parley.model.guarantee.IncidentPattern;
import org.parley.model.guarantee.IncidentPattern.LeastSeverity;

/// Matches reports against an [IncidentPattern].
public final class IncidentPatterns {

  /// The kind of incident that reports a breach, with the id of the guarantee as a trait.
  public static final String BREACH = "breach";

  private IncidentPatterns() {}

  /// The pattern of a voiding cause.
  public static IncidentPattern of(Voiding.Cause cause) {
    return switch (cause) {
      case Voiding.Cause.Happens(IncidentPattern incident) -> incident;
      case Voiding.Cause.BreachOf(GuaranteeId guarantee) ->
          IncidentPattern.ofKind(BREACH).withTraits(guarantee.value());
    };
  }

  /// Whether a report matches. A report without an actor matches no pattern that requires one; see
  /// [#mayMatch].
  public static boolean matches(IncidentPattern pattern, What what) {
    return (pattern.kinds().isEmpty() || pattern.kinds().contains(what.kind()))
        && (pattern.actors().isEmpty()
            || (what.actor() != null && pattern.actors().contains(what.actor())))
        && (pattern.targets().isEmpty()
            || (what.target() != null && pattern.targets().contains(what.target())))
        && (pattern.traits().isEmpty() || what.traits().containsAll(pattern.traits()))
        && isSevere(pattern.severity(), what)
        && (pattern.places().isEmpty() || isInside(what.place(), pattern.places()));
  }

  /// Whether a report matches for at least one of the two possible actors.
  public static boolean mayMatch(IncidentPattern pattern, What what) {
    return what.isUnattributed()
        ? matches(pattern, what.attributed(true)) || matches(pattern, what.attributed(false))
        : matches(pattern, what);
  }

  /// Whether every report that matches `narrow` also matches `wide`.
  static boolean isWithin(IncidentPattern narrow, IncidentPattern wide) {
    return isWithin(narrow.kinds(), wide.kinds())
        && isWithin(narrow.actors(), wide.actors())
        && isWithin(narrow.targets(), wide.targets())
        && (wide.places().isEmpty()
            || (!narrow.places().isEmpty()
                && narrow.places().stream().allMatch(each -> isInside(each, wide.places()))))
        && narrow.traits().containsAll(wide.traits())
        && isWithin(narrow.severity(), wide.severity());
  }

  private static boolean isWithin(Collection<?> narrow, Collection<?> wide) {
    return wide.isEmpty() || (!narrow.isEmpty() && wide.containsAll(narrow));
  }

  private static boolean isWithin(@Nullable LeastSeverity narrow, @Nullable LeastSeverity wide) {
    return wide == null
        || (narrow != null
            && narrow.estimate().compareTo(wide.estimate()) <= 0
            && narrow.atLeast() >= wide.atLeast());
  }

  private static boolean isSevere(@Nullable LeastSeverity least, What what) {
    return least == null
        || switch (least.estimate()) {
              case LOW -> what.low();
              case BEST -> what.best();
              case HIGH -> what.high();
            }
            >= least.atLeast();
  }

  private static boolean isInside(@Nullable String place, List<String> places) {
    if (place != null) {
      for (String each : places) {
        if (place.startsWith(each)
            && (place.length() == each.length() || place.charAt(each.length()) == '-')) {
          return true;
        }
      }
    }
    return false;
  }
}

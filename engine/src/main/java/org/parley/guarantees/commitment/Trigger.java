package org.parley.guarantees.commitment;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.model.PartyId;
import org.parley.model.guarantee.Guarantee;
import org.parley.model.guarantee.IncidentPattern;

/// The incidents that activate a commitment. Every trigger fires at an incident, which identifies
/// the resulting duties.
public sealed interface Trigger {

  /// One incident.
  record Happens(IncidentPattern pattern) implements Trigger {}

  /// A number of incidents within a window that ends with the one it fires at.
  ///
  /// @param pattern the incidents that count
  /// @param times the number, 1 or more, the last one included
  /// @param within the window from the first to the last
  /// @param fires at each incident with enough before it, or only at the one that completes the
  ///   number
  record Repeated(IncidentPattern pattern, int times, Window within, Guarantee.Trigger.Fires fires)
      implements Trigger {

    public Repeated {
      if (times < 1) {
        throw new IllegalArgumentException(
            "a count of " + times + " incidents. Maybe ask for 1 or more");
      }
    }
  }

  /// One incident of each pattern within a window that ends with the one it fires at.
  record Combined(List<IncidentPattern> patterns, Window within) implements Trigger {

    public Combined {
      patterns = List.copyOf(patterns);
      if (patterns.isEmpty()) {
        throw new IllegalArgumentException("a combination of nothing. Maybe name its patterns");
      }
    }
  }

  /// Any of several triggers.
  record Either(List<Trigger> any) implements Trigger {

    public Either {
      any = List.copyOf(any);
    }
  }

  /// The patterns of the incidents it can fire at.
  default Stream<IncidentPattern> allPatterns() {
    return switch (this) {
      case Happens(IncidentPattern pattern) -> Stream.of(pattern);
      case Repeated count -> Stream.of(count.pattern());
      case Combined(List<IncidentPattern> patterns, _) -> patterns.stream();
      case Either(List<Trigger> any) -> any.stream().flatMap(Trigger::allPatterns);
    };
  }

  /// The trigger if only this party's incidents count; null if none of them can complete it.
  default @Nullable Trigger by(PartyId party) {
    return switch (this) {
      case Happens(IncidentPattern pattern) ->
          canBeBy(pattern, party) ? new Happens(pattern.withActors(party)) : null;
      case Repeated(IncidentPattern pattern, int times, Window within, var fires) ->
          canBeBy(pattern, party)
              ? new Repeated(pattern.withActors(party), times, within, fires)
              : null;
      case Combined(List<IncidentPattern> patterns, Window within) ->
          patterns.stream().allMatch(each -> canBeBy(each, party))
              ? new Combined(patterns.stream().map(each -> each.withActors(party)).toList(), within)
              : null;
      case Either(List<Trigger> any) -> {
        List<Trigger> own =
            any.stream().map(each -> each.by(party)).filter(Objects::nonNull).toList();
        yield own.isEmpty() ? null : new Either(own);
      }
    };
  }

  private static boolean canBeBy(IncidentPattern pattern, PartyId party) {
    return pattern.actors().isEmpty() || pattern.actors().contains(party);
  }

  /// The windows in which it looks at other incidents.
  default Stream<Window> allWindows() {
    return switch (this) {
      case Happens _ -> Stream.of();
      case Repeated count -> Stream.of(count.within());
      case Combined(_, Window within) -> Stream.of(within);
      case Either(List<Trigger> any) -> any.stream().flatMap(Trigger::allWindows);
    };
  }
}

package org.parley.cli.watch;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.exchange.incidents.facts.LogRecordFault;
import org.parley.exchange.incidents.facts.UnusableRecordException;
import org.parley.guarantees.log.Fact;
import org.parley.guarantees.log.LoggedFact;

/// Incidents confirmed as one event by a person. Others are never merged.
final class SameEvents {

  private final Map<String, String> means = new HashMap<>();

  /// Reads lines `ONE = OTHER`, by the names of incidents: reports of the one count as reports of
  /// the other. `#` begins a remark.
  ///
  /// @throws IllegalArgumentException naming the line that is none, or that leads in a circle
  static SameEvents of(String text) {
    SameEvents same = new SameEvents();
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      String said = line.strip();
      if (said.isEmpty() || said.startsWith("#")) {
        continue;
      }
      int equals = said.indexOf(" = ");
      if (equals < 1) {
        throw new UnusableRecordException(new LogRecordFault.NotASameLine(number), said);
      }
      same.means.put(said.substring(0, equals).strip(), said.substring(equals + 3).strip());
      same.resolve(said.substring(0, equals).strip(), number);
    }
    return same;
  }

  private String resolve(String incident, int line) {
    Set<String> seen = new LinkedHashSet<>();
    String at = incident;
    while (means.containsKey(at)) {
      if (!seen.add(at)) {
        throw new UnusableRecordException(
            new LogRecordFault.SameInACircle(line), String.join(" = ", seen));
      }
      at = means.getOrDefault(at, at);
    }
    return at;
  }

  private @Nullable String nameOrNone(@Nullable String incident) {
    return incident == null ? null : resolve(incident, 0);
  }

  private String name(String incident) {
    return resolve(incident, 0);
  }

  /// The entry, about the incident that is meant.
  LoggedFact apply(LoggedFact entry) {
    if (means.isEmpty() || entry.fact().incident() == null) {
      return entry;
    }
    Fact fact =
        switch (entry.fact()) {
          case Fact.Report(var incident, var what) -> new Fact.Report(name(incident), what);
          case Fact.Finding(var incident, var by, var isMet) ->
              new Fact.Finding(name(incident), by, isMet);
          case Fact.Ballot(var incident, var body, var question, var voter, var isInFavour) ->
              new Fact.Ballot(name(incident), body, question, voter, isInFavour);
          case Fact.Act(var incident, var by, var act) -> new Fact.Act(name(incident), by, act);
          case Fact.Waiver(var incident, var guarantee) ->
              new Fact.Waiver(name(incident), guarantee);
          case Fact.Invocation(var incident, var guarantee, var by) ->
              new Fact.Invocation(name(incident), guarantee, by);
          case Fact.Retraction(var incident) -> new Fact.Retraction(nameOrNone(incident));
          case Fact.Milestone _, Fact.Suspension _, Fact.Extension _, Fact.Termination _ ->
              entry.fact();
        };
    return new LoggedFact(
        entry.id(),
        fact,
        entry.earliest(),
        entry.latest(),
        entry.reported(),
        entry.recorded(),
        entry.source(),
        entry.group(),
        entry.supersedes());
  }
}

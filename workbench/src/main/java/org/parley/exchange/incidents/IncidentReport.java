package org.parley.exchange.incidents;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.guarantees.log.Fact;
import org.parley.guarantees.log.LoggedFact;
import org.parley.guarantees.log.What;
import org.parley.model.party.PartyId;

/// That an incident happened, as one record of a file has it. Unjudged: a report is no finding.
///
/// @param origin where it stands
/// @param id the name of the record
/// @param incident the incident it is about
/// @param kind the kind of incident, a word of the case
/// @param actor who is said to have done it
/// @param target to whom
/// @param between the two between whom it happened, where the record does not say who did it
/// @param when when it happened
/// @param where where it happened; absent where nothing is said
/// @param toll how many are said to have been killed
/// @param traits further words on it
/// @param accounts who tells it, one for each provenance group
/// @param supersedes the record that it corrects
/// @param text what it says in words
public record IncidentReport(
    Origin origin,
    String id,
    String incident,
    String kind,
    @Nullable Named actor,
    @Nullable Named target,
    List<Named> between,
    OccurrenceSpan when,
    @Nullable Site where,
    Toll toll,
    Set<String> traits,
    List<Account> accounts,
    @Nullable String supersedes,
    String text)
    implements LogRecord {

  /// Somebody, as written, and the party of the case that is meant where one is.
  public record Named(String written, @Nullable PartyId party) {}

  /// The lowest, likeliest and highest estimate, as written: sources do not always keep them in
  /// that order.
  public record Toll(long low, long best, long high) {

    /// Nothing said.
    public static final Toll UNSTATED = new Toll(0, 0, 0);

    /// Whether the likeliest lies between the other two.
    public boolean isInOrder() {
      return low <= best && best <= high;
    }

    /// The least of the three.
    public long least() {
      return Math.min(low, Math.min(best, high));
    }

    /// The greatest of the three.
    public long most() {
      return Math.max(low, Math.max(best, high));
    }
  }

  /// One telling of it.
  ///
  /// @param source who tells it
  /// @param group the provenance group: whoever it goes back to
  /// @param reported when it was told
  /// @param recorded when it was recorded
  public record Account(String source, String group, long reported, long recorded) {}

  public IncidentReport {
    between = List.copyOf(between);
    traits = Set.copyOf(traits);
    accounts = List.copyOf(accounts);
    if (accounts.isEmpty()) {
      throw new IllegalArgumentException("nobody tells it. Maybe name its source");
    }
  }

  @Override
  public List<LoggedFact> entries() {
    List<PartyId> parties = between.stream().map(Named::party).filter(Objects::nonNull).toList();
    // one party against itself: whichever side did it, it was that party
    boolean isWithin = parties.size() == 2 && parties.getFirst().equals(parties.getLast());
    PartyId only = isWithin ? parties.getFirst() : null;
    What what =
        new What(
            kind,
            actor == null ? only : actor.party(),
            target == null ? only : target.party(),
            isWithin ? List.of() : parties,
            where == null ? null : where.code(),
            traits,
            toll.least(),
            toll.best(),
            toll.most());
    List<LoggedFact> entries = new ArrayList<>();
    for (Account each : accounts) {
      entries.add(
          new LoggedFact(
              entries.isEmpty() ? id : id + "/" + (entries.size() + 1),
              new Fact.Report(incident, what),
              when.earliest(),
              when.latest(),
              each.reported(),
              each.recorded(),
              each.source(),
              each.group(),
              supersedes));
    }
    return List.copyOf(entries);
  }
}

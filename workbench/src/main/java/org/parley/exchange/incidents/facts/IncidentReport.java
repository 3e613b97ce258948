package org.parley.exchange.incidents.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.guarantees.log.Fact;
import org.parley.guarantees.log.LoggedFact;
import org.parley.guarantees.log.What;
import org.parley.model.PartyId;

/// A report of an incident in a file. Unjudged: a report is not a finding.
///
/// @param origin its origin
/// @param id the name of the record
/// @param incident the incident it is about
/// @param kind the kind of incident, in the vocabulary of the case
/// @param actor the reported actor
/// @param target the reported target
/// @param between the two parties of an unattributed incident
/// @param when its time
/// @param where its place; null if not stated
/// @param toll the reported number of people killed
/// @param traits further attributes
/// @param accounts the accounts, one for each provenance group
/// @param supersedes the record that it corrects
/// @param text its text
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
    List<SourceAccount> accounts,
    @Nullable String supersedes,
    String text)
    implements LogRecord {

  /// A name as written, and the matching party of the case, if any.
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

  /// An account of an incident.
  ///
  /// @param source the reporting source
  /// @param group the provenance group: the origin of a chain of relays
  /// @param reported the moment of the report
  /// @param recorded the moment of recording
  public record SourceAccount(String source, String group, long reported, long recorded) {}

  public IncidentReport {
    between = List.copyOf(between);
    traits = Set.copyOf(traits);
    accounts = List.copyOf(accounts);
    if (accounts.isEmpty()) {
      throw new UnusableRecordException(LogRecordFault.Plain.NO_SOURCE_NAMED);
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
    for (SourceAccount each : accounts) {
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

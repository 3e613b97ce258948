package org.parley.guarantees.log;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/// An entry of the append-only event log. A correction or retraction is a new entry that supersedes
/// an earlier one about the same incident.
///
/// @param id its id in the log
/// @param fact the fact
/// @param earliest the first moment at which it may have happened
/// @param latest the last moment at which it may have happened
/// @param reported the moment of the report
/// @param recorded the moment of recording
/// @param source the reporting source
/// @param group the provenance group of the source: sources that relay one another form one group
/// @param supersedes the earlier entry that it corrects or retracts
public record LoggedFact(
    String id,
    Fact fact,
    long earliest,
    long latest,
    long reported,
    long recorded,
    String source,
    String group,
    @Nullable String supersedes) {

  /// By the moment of recording, then by id.
  public static final Comparator<LoggedFact> AS_RECORDED =
      Comparator.comparingLong(LoggedFact::recorded).thenComparing(LoggedFact::id);

  public LoggedFact {
    if (earliest > latest) {
      throw new IllegalArgumentException(
          "entry \""
              + id
              + "\" happened between "
              + Moments.text(earliest)
              + " and "
              + Moments.text(latest)
              + ". Maybe swap the two");
    }
  }

  /// An event at one moment, reported and recorded then.
  public static LoggedFact at(String id, long moment, String group, Fact fact) {
    return new LoggedFact(id, fact, moment, moment, moment, moment, group, group, null);
  }

  public LoggedFact withHappened(long newEarliest, long newLatest) {
    return new LoggedFact(
        id, fact, newEarliest, newLatest, reported, recorded, source, group, supersedes);
  }

  public LoggedFact withFact(Fact newFact) {
    return new LoggedFact(
        id, newFact, earliest, latest, reported, recorded, source, group, supersedes);
  }

  public LoggedFact withReported(long moment) {
    return new LoggedFact(id, fact, earliest, latest, moment, recorded, source, group, supersedes);
  }

  public LoggedFact withRecorded(long moment) {
    return new LoggedFact(id, fact, earliest, latest, reported, moment, source, group, supersedes);
  }

  public LoggedFact withSuperseding(String entry) {
    return new LoggedFact(id, fact, earliest, latest, reported, recorded, source, group, entry);
  }
}

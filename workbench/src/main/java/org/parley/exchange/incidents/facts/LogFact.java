package org.parley.exchange.incidents.facts;

import java.util.List;
import org.parley.guarantees.log.LoggedFact;

/// A fact other than an incident: an act, a finding, a vote, a milestone.
///
/// @param origin its origin
/// @param entry the log entry
public record LogFact(Origin origin, LoggedFact entry) implements LogRecord {

  @Override
  public String id() {
    return entry.id();
  }

  @Override
  public List<LoggedFact> entries() {
    return List.of(entry);
  }
}

package org.parley.exchange.incidents;

import java.util.List;
import org.parley.guarantees.log.LoggedFact;

/// What one record of a file adds to a log.
public sealed interface LogRecord permits IncidentReport, LogFact {

  /// Where it stands.
  Origin origin();

  /// Its name: that of the record in its file, or file and line.
  String id();

  /// It as entries of a log: one for each provenance group that tells it.
  List<LoggedFact> entries();
}

package org.parley.exchange.incidents.facts;

import java.util.List;
import org.parley.guarantees.log.LoggedFact;

/// The log entry of one record of a file.
public sealed interface LogRecord permits IncidentReport, LogFact {

  /// Its origin.
  Origin origin();

  /// Its name: that of the record in its file, or file and line.
  String id();

  /// It as entries of a log: one for each provenance group that tells it.
  List<LoggedFact> entries();
}

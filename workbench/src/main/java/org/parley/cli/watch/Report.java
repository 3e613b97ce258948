package org.parley.cli.watch;

import java.util.List;
import org.parley.exchange.incidents.Duplicates.ProposedPair;
import org.parley.exchange.incidents.FileTally;
import org.parley.exchange.incidents.Periods;
import org.parley.exchange.incidents.SkippedLines;
import org.parley.guarantees.log.DutyChange;
import org.parley.guarantees.log.DutyVerdict;

/// The output of a watch: lines of JSON or a table.
interface Report {

  /// Reports skipped lines.
  void aside(SkippedLines aside);

  /// That a duty went from one state to another.
  void change(DutyChange change);

  /// Which pairs of reports may be of one event; perhaps none.
  void proposals(List<ProposedPair> proposals);

  /// Reports a period compared with the previous one.
  void comparison(List<Periods.Row> rows, long from, long until);

  /// Reports the state of every duty at a moment.
  void obligations(List<DutyVerdict> verdicts, long at);

  /// Reports the tallies of the files, and names that are no party of the case.
  void readings(List<FileTally> readings, java.util.Map<String, Integer> unknownNames);

  /// Flushes the output.
  void flush();
}

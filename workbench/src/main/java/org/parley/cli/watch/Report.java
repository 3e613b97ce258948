package org.parley.cli.watch;

import java.util.List;
import org.parley.exchange.incidents.Duplicates.Proposal;
import org.parley.exchange.incidents.FileTally;
import org.parley.exchange.incidents.Periods;
import org.parley.exchange.incidents.SkippedLines;
import org.parley.guarantees.log.DutyChange;
import org.parley.guarantees.log.DutyVerdict;

/// How a watch tells what it finds: as lines of JSON or as a table.
interface Report {

  /// That lines were kept aside.
  void aside(SkippedLines aside);

  /// That a duty went from one state to another.
  void change(DutyChange change);

  /// Which pairs of reports may be of one event; perhaps none.
  void proposals(List<Proposal> proposals);

  /// A period beside the one before it.
  void comparison(List<Periods.Row> rows, long from, long until);

  /// Where every duty stands at a moment.
  void obligations(List<DutyVerdict> verdicts, long at);

  /// What became of the files, and names in them that are no party of the case.
  void readings(List<FileTally> readings, java.util.Map<String, Integer> unknownNames);

  /// Lets what was told so far be seen.
  void flush();
}

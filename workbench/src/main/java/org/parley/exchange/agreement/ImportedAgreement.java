package org.parley.exchange.agreement;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.casefile.CaseEdit;
import org.parley.model.CaseRecord;
import org.parley.model.text.Instrument;
import org.parley.model.text.Point;
import org.parley.model.text.TextVersion;
import org.parley.wording.Complaint;

/// The text of an agreement as it would go on record.
///
/// @param instrument its instrument
/// @param lines the points it makes or adds to, in the order of the text
/// @param added the records to add, the instrument first if it is new
/// @param changed the points that get a version
/// @param missing the points on record that this text has not
/// @param faults why it cannot go on record; empty if it can
public record ImportedAgreement(
    Instrument instrument,
    List<Line> lines,
    List<CaseRecord> added,
    List<CaseRecord> changed,
    List<Point> missing,
    List<Complaint> faults) {

  public ImportedAgreement {
    lines = List.copyOf(lines);
    added = List.copyOf(added);
    changed = List.copyOf(changed);
    missing = List.copyOf(missing);
    faults = List.copyOf(faults);
  }

  /// A point of the text.
  ///
  /// @param depth how many points it stands in
  /// @param point the point as it would be on record
  /// @param text its text; null for a heading without words of its own
  /// @param isNew whether it is not on record yet
  /// @param doubts what could be read otherwise
  public record Line(
      int depth, Point point, @Nullable TextVersion text, boolean isNew, List<DoubtAtLine> doubts) {
    public Line {
      doubts = List.copyOf(doubts);
    }
  }

  /// A place that could be read otherwise.
  ///
  /// @param line its line, from 1
  public record DoubtAtLine(int line, Complaint complaint) {}

  /// The edits that put it on record.
  public List<CaseEdit> edits() {
    return CaseEdit.of(added, changed);
  }

  /// The number of points that are not on record yet.
  public long fresh() {
    return lines.stream().filter(Line::isNew).count();
  }

  /// The number of places that could be read otherwise.
  public long doubtful() {
    return lines.stream().mapToLong(each -> each.doubts.size()).sum();
  }
}

package org.parley.reading.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The words in one line of a page or column, from the side that it begins on.
///
/// @param runs with a wide gap between each two
record PdfRow(List<PdfRun> runs) {

  PdfRow {
    runs = List.copyOf(runs);
  }

  /// The rows from the top to the foot.
  static List<PdfRow> of(List<PdfRun> runs) {
    List<PdfRow> rows = new ArrayList<>();
    List<PdfRun> row = new ArrayList<>();
    for (PdfRun each : runs.stream().sorted(PdfRun.DOWNWARDS).toList()) {
      if (!row.isEmpty() && !each.isBeside(row.getFirst())) {
        rows.add(of(row, Comparator.comparingDouble(PdfRun::left)));
        row.clear();
      }
      row.add(each);
    }
    if (!row.isEmpty()) {
      rows.add(of(row, Comparator.comparingDouble(PdfRun::left)));
    }
    return rows;
  }

  private static PdfRow of(List<PdfRun> row, Comparator<PdfRun> order) {
    return new PdfRow(row.stream().sorted(order).toList());
  }

  PdfRun whole(String between) {
    return PdfRun.joined(runs, between);
  }

  String words() {
    return whole(" ").words();
  }

  float left() {
    return runs.getFirst().left();
  }

  float right() {
    return runs.getLast().right();
  }

  float foot() {
    return runs.getFirst().foot();
  }

  float size() {
    return runs.stream().map(PdfRun::size).max(Comparator.naturalOrder()).orElseThrow();
  }
}

package org.parley.answer.round;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.answer.round.RoundLogAnswer.RoundLogEntry;
import org.parley.exchange.tables.CaseTable;

/// The events of a round as a table.
public final class RoundLogTable {

  private static final List<String> COLUMNS =
      List.of(
          "number", "at", "kind", "words", "details", "by", "why", "package", "accord", "entry");

  private RoundLogTable() {}

  /// One row for each event.
  public static CaseTable of(RoundLogAnswer log) {
    List<Map<String, List<String>>> rows = new ArrayList<>();
    for (RoundLogEntry each : log.events()) {
      Map<String, List<String>> row = new LinkedHashMap<>();
      put(row, "number", each.number());
      put(row, "at", each.at());
      put(row, "kind", each.kind());
      put(row, "words", each.words());
      row.put("details", each.details());
      put(row, "by", each.by());
      put(row, "why", each.why());
      put(row, "package", each.tabled());
      put(row, "accord", each.accord());
      put(row, "entry", each.entry());
      rows.add(row);
    }
    return new CaseTable(COLUMNS, rows);
  }

  private static void put(Map<String, List<String>> row, String key, @Nullable Object value) {
    if (value != null) {
      row.put(key, List.of(value.toString()));
    }
  }
}

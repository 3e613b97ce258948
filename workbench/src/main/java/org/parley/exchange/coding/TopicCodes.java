package org.parley.exchange.coding;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parley.exchange.tables.CaseTable;
import org.parley.model.cases.CaseView;
import org.parley.model.text.Point;
import org.parley.reference.CodeProvisions;
import org.parley.reference.Provision;

/// The PA-X topic codes that the points of a view carry: a row for each point and code. Where the
/// Peace Accords Matrix has provisions about a topic, they are named as in its columns.
///
/// PA-X also grades each topic from 1 to 3. A case does not, so there is no grade.
public final class TopicCodes {

  private static final List<String> COLUMNS =
      List.of("instrument", "instrumentTitle", "point", "number", "title", "code", "provisions");

  private TopicCodes() {}

  /// The table, in the order of the points.
  public static CaseTable of(CaseView view) {
    List<Map<String, List<String>>> rows = new ArrayList<>();
    for (Point point : view.points()) {
      for (String code : point.topics()) {
        rows.add(row(view, point, code));
      }
    }
    return new CaseTable(COLUMNS, rows);
  }

  private static Map<String, List<String>> row(CaseView view, Point point, String code) {
    Map<String, List<String>> row = new LinkedHashMap<>();
    row.put("instrument", List.of(point.instrument().value()));
    row.put("instrumentTitle", List.of(view.get(point.instrument()).title().text()));
    row.put("point", List.of(point.id().value()));
    row.put("number", List.of(point.number()));
    row.put("title", List.of(point.title().text()));
    row.put("code", List.of(code));
    row.put(
        "provisions", CodeProvisions.of(List.of(code)).stream().map(Provision::prefix).toList());
    return row;
  }
}

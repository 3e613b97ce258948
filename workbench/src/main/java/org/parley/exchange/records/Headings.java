package org.parley.exchange.records;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.parley.exchange.sheet.Sheet;
import org.parley.exchange.sheet.SheetChoice;
import org.parley.exchange.sheet.TwoRowHeading;
import org.parley.model.PartyId;
import org.parley.model.cases.CaseView;
import org.parley.wording.Language;
import org.parley.wording.Messages;

/// The meaning of the headings of a sheet.
public final class Headings {

  /// The prefix of columns that have the stances of one party: `of/UA`.
  public static final String OF_PARTY = "of/";

  private Headings() {}

  /// The columns of a kind that a sheet may have, those of the stances of each party included.
  public static List<String> columns(TableKind kind, CaseView view) {
    List<String> names = new ArrayList<>();
    TableColumns.of(kind, view).forEach(each -> names.add(each.name()));
    if (kind == TableKind.POSITIONS) {
      view.parties().forEach(each -> names.add(OF_PARTY + each.id().value()));
    }
    return names;
  }

  /// The sheet of a workbook that is named like a kind, or has most headings of it.
  public static SheetChoice choice(TableKind kind, CaseView view) {
    return new SheetChoice(
        kind.sheetNames(), sheet -> count(kind, joined(kind, sheet, view), view), Sheet.MOST_ROWS);
  }

  /// The column that each heading means, in English or French; empty for none. Each is used once.
  public static List<String> recognised(TableKind kind, Sheet sheet, CaseView view) {
    Map<String, String> known = known(kind, view);
    CellNames names = new CellNames(view);
    Set<String> used = new HashSet<>();
    List<String> found = new ArrayList<>();
    for (String heading : sheet.heading()) {
      String column = column(kind, heading, known);
      if (column.isEmpty() && kind == TableKind.POSITIONS) {
        List<String> parties = names.find(PartyId.class, heading);
        column = parties.size() == 1 ? OF_PARTY + parties.getFirst() : "";
      }
      found.add(column.isEmpty() || !used.add(column) ? "" : column);
    }
    return found;
  }

  /// The sheet with the headings of two rows in one, if the first row below the headings has such:
  /// "Option" above "title" and "summary".
  public static Sheet joined(TableKind kind, Sheet sheet, CaseView view) {
    Map<String, String> known = known(kind, view);
    return TwoRowHeading.joined(
        sheet, each -> !column(kind, each, known).isEmpty(), each -> count(kind, each, view));
  }

  private static int count(TableKind kind, Sheet sheet, CaseView view) {
    return (int) recognised(kind, sheet, view).stream().filter(each -> !each.isEmpty()).count();
  }

  private static String column(TableKind kind, String heading, Map<String, String> known) {
    return known.getOrDefault(Vocabulary.folded(heading), Vocabulary.column(kind, heading));
  }

  private static Map<String, String> known(TableKind kind, CaseView view) {
    Map<String, String> known = new HashMap<>();
    List<TableColumn> columns = TableColumns.of(kind, view);
    for (TableColumn each : columns) {
      known.put(Vocabulary.folded(each.name()), each.name());
    }
    for (Language language : Language.values()) {
      for (TableColumn each : columns) {
        known.putIfAbsent(Vocabulary.folded(each.label(Messages.of(language))), each.name());
      }
    }
    if (kind == TableKind.POSITIONS) {
      view.parties()
          .forEach(
              each ->
                  known.putIfAbsent(
                      Vocabulary.folded(each.id().value()), OF_PARTY + each.id().value()));
    }
    return known;
  }
}

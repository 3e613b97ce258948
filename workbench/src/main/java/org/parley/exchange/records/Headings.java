package org.parley.exchange.records;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.parley.exchange.sheet.Sheet;
import org.parley.exchange.sheet.SheetChoice;
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
    return new SheetChoice(kind.sheetNames(), sheet -> count(kind, sheet, view), Sheet.MOST_ROWS);
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
  /// "Option" above "title" and "summary". Most of its cells must be headings, alone or with the
  /// one above, and more columns must be known by them.
  public static Sheet joined(TableKind kind, Sheet sheet, CaseView view) {
    if (sheet.rows().size() < 2) {
      return sheet;
    }
    List<String> second = sheet.rows().getFirst();
    Optional<List<String>> joined = joined(kind, sheet.heading(), second, known(kind, view));
    if (joined.isEmpty()) {
      return sheet;
    }
    Sheet other = sheet.below(joined.get());
    return count(kind, other, view) > count(kind, sheet, view) ? other : sheet;
  }

  /// The headings of two rows in one; empty if the second is none.
  private static Optional<List<String>> joined(
      TableKind kind, List<String> first, List<String> second, Map<String, String> known) {
    List<String> joined = new ArrayList<>();
    String above = "";
    int found = 0;
    int unknown = 0;
    for (int i = 0; i < second.size(); i++) {
      String own = first.get(i);
      above = own.isEmpty() ? above : own;
      String below = second.get(i);
      String both = above + ": " + below;
      Optional<String> heading =
          List.of(both, below).stream()
              .filter(each -> !column(kind, each, known).isEmpty())
              .findFirst();
      // a cell merged over both rows has one heading
      boolean isOwn = below.isEmpty() || below.equals(own);
      found += !isOwn && heading.isPresent() ? 1 : 0;
      unknown += !isOwn && heading.isEmpty() ? 1 : 0;
      joined.add(isOwn ? own : heading.orElse(both));
    }
    return unknown == 0 || found > Math.max(1, unknown) ? Optional.of(joined) : Optional.empty();
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

package org.parley.exchange.incidents.form;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.parley.exchange.sheet.Sheet;
import org.parley.exchange.sheet.SheetChoice;

/// Incidents in a sheet of a workbook, as text whose lines have the numbers of its rows.
public final class IncidentSheet {

  /// The most rows of a workbook; of CSV there may be more.
  public static final int MOST_ROWS = 50_000;

  /// The sheet of a table that others publish, else the one with most columns of incidents.
  public static final SheetChoice CHOICE =
      new SheetChoice(Set.of(), IncidentSheet::known, MOST_ROWS);

  /// No line of a workbook has a higher number.
  private static final int LAST_LINE = 1 << 20;

  private IncidentSheet() {}

  private static int known(Sheet sheet) {
    List<String> lower = sheet.heading().stream().map(IncidentSheet::lower).toList();
    KnownTable table = KnownTable.of(new HashSet<>(lower));
    return table != null
        ? table.needed().size()
        : Math.max(fields(sheet.heading()), fields(sheet.rows().getFirst()));
  }

  private static String lower(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }

  private static int fields(Collection<String> cells) {
    return (int)
        cells.stream()
            .flatMap(each -> Stream.of(IncidentField.ofTag(each), IncidentField.ofName(each)))
            .filter(Objects::nonNull)
            .distinct()
            .count();
  }

  /// The sheet as CSV: each row on the line that has its number. A cell of several lines has one.
  public static String csv(Sheet sheet) {
    StringBuilder text = new StringBuilder();
    append(text, sheet.heading());
    int line = 1;
    for (int row = 0; row < sheet.rows().size(); row++) {
      for (int next = Math.min(LAST_LINE, sheet.line(row)); line + 1 < next; line++) {
        text.append('\n');
      }
      append(text, sheet.rows().get(row));
      line++;
    }
    return text.toString();
  }

  private static void append(StringBuilder text, List<String> cells) {
    List<String> quoted = new ArrayList<>();
    for (String cell : cells) {
      quoted.add('"' + cell.replaceAll("\\s*[\\r\\n]+\\s*", " ").replace("\"", "\"\"") + '"');
    }
    text.append(String.join(",", quoted)).append('\n');
  }
}

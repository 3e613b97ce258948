package org.parley.web.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.parley.exchange.sheet.Sheet;
import org.parley.exchange.sheet.SheetNote;

/// The hidden fields in which a form carries where the rows of a sheet stand, and the notes on it.
public final class SheetFields {

  private static final int MOST_NOTES = 2_000;

  private SheetFields() {}

  /// The lines of the rows in their file, for a field.
  static String lines(Sheet sheet) {
    return String.join(" ", sheet.lines().stream().map(String::valueOf).toList());
  }

  /// The lines of the rows, as they were sent.
  public static List<Integer> lines(Map<String, List<String>> fields) {
    List<Integer> numbers = new ArrayList<>();
    for (String each : TableImportForm.field(fields, "lines").split(" ", -1)) {
      if (each.matches("\\d{1,7}")) {
        numbers.add(Integer.parseInt(each));
      }
    }
    return numbers;
  }

  /// The notes on the sheet, as they were sent.
  public static List<SheetNote> notes(Map<String, List<String>> fields) {
    return fields.getOrDefault("note", List.of()).stream()
        .limit(MOST_NOTES)
        .flatMap(each -> SheetNote.of(each).stream())
        .toList();
  }
}

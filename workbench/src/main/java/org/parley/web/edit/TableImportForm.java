package org.parley.web.edit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.parley.exchange.records.Headings;
import org.parley.exchange.records.TableKind;
import org.parley.exchange.sheet.BadSheetException;
import org.parley.exchange.sheet.DayOrder;
import org.parley.exchange.sheet.LocalForms;
import org.parley.exchange.sheet.Sheet;
import org.parley.exchange.sheet.SheetReader;
import org.parley.model.cases.CaseView;

/// The fields of the form of a table.
///
/// @param kind what is in the table
/// @param file the name of the file; empty for pasted rows
/// @param sheet the cells
/// @param columns the column of the kind that each column is; empty for none
/// @param forms how days and numbers are written
/// @param readers the word of the visibility of new records; empty for the default
/// @param isUpdated whether records on record are changed
/// @param versions the versions of changed records as they were shown, by id
public record TableImportForm(
    TableKind kind,
    String file,
    Sheet sheet,
    List<String> columns,
    LocalForms forms,
    String readers,
    boolean isUpdated,
    Map<String, String> versions) {

  private static final String CELL = "cell/";
  private static final String COLUMN = "column/";
  private static final String VERSION = "version/";
  private static final int LONGEST_NAME = 200;

  public TableImportForm {
    columns = List.copyOf(columns);
    versions = Map.copyOf(versions);
  }

  /// A sheet that was just given.
  ///
  /// @param columns the columns that its headings mean
  public static TableImportForm of(TableKind kind, String file, Sheet sheet, List<String> columns) {
    return new TableImportForm(
        kind, cut(file), sheet, columns, LocalForms.UNKNOWN, "", true, Map.of());
  }

  /// The same with other forms of days and numbers.
  public TableImportForm with(LocalForms others) {
    return new TableImportForm(kind, file, sheet, columns, others, readers, isUpdated, versions);
  }

  private static String cut(String name) {
    String line = name.replaceAll("\\p{Cntrl}", " ").strip();
    return line.substring(0, Math.min(LONGEST_NAME, line.length()));
  }

  /// The first value of a field; empty for none.
  public static String field(Map<String, List<String>> fields, String name) {
    List<String> values = fields.getOrDefault(name, List.of());
    return values.isEmpty() ? "" : Objects.requireNonNullElse(values.getFirst(), "");
  }

  /// The fields as they were sent.
  ///
  /// @param suggested the columns of a sheet whose form names none
  /// @throws BadSheetException if its text is no table
  public static TableImportForm read(
      TableKind kind,
      Map<String, List<String>> fields,
      CaseView view,
      Function<Sheet, List<String>> suggested)
      throws BadSheetException {
    Sheet read = SheetReader.read(field(fields, "text"));
    boolean isShown = fields.keySet().stream().anyMatch(each -> each.startsWith(COLUMN));
    // rows of a preview have their headings in one already
    Sheet sheet =
        (isShown ? read : Headings.joined(kind, read, view))
            .at(SheetFields.lines(fields), field(fields, "sheet"), SheetFields.notes(fields));
    List<String> columns = new ArrayList<>(suggested.apply(sheet));
    List<String> allowed = Headings.columns(kind, view);
    Map<String, String> versions = new HashMap<>();
    for (String name : fields.keySet()) {
      String value = field(fields, name);
      if (name.matches(COLUMN + "\\d{1,3}")) {
        int at = Integer.parseInt(name.substring(COLUMN.length()));
        if (at < columns.size()) {
          columns.set(at, allowed.contains(value) ? value : "");
        }
      } else if (name.matches(CELL + "\\d{1,5}/\\d{1,3}")) {
        sheet = mended(sheet, name, value);
      } else if (name.startsWith(VERSION)) {
        versions.put(name.substring(VERSION.length()), value);
      }
    }
    return new TableImportForm(
        kind,
        cut(field(fields, "file")),
        sheet,
        columns,
        new LocalForms(
            DayOrder.of(field(fields, "days")),
            LocalForms.DecimalSign.of(field(fields, "decimals"))),
        field(fields, "readers"),
        !field(fields, "update").equals("no"),
        versions);
  }

  private static Sheet mended(Sheet sheet, String name, String value) {
    String[] at = name.split("/", -1);
    int row = Integer.parseInt(at[1]);
    int column = Integer.parseInt(at[2]);
    return row < sheet.rows().size() && column < sheet.heading().size()
        ? sheet.with(row, column, value)
        : sheet;
  }

  /// The lines of the rows in their file, for a field of the form.
  public String lines() {
    return SheetFields.lines(sheet);
  }
}

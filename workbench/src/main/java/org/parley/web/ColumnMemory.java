package org.parley.web;

import java.util.List;
import java.util.Map;
import org.parley.exchange.records.Headings;
import org.parley.exchange.records.TableKind;
import org.parley.exchange.sheet.DayOrder;
import org.parley.exchange.sheet.LocalForms;
import org.parley.exchange.sheet.Sheet;
import org.parley.model.cases.CaseView;
import org.parley.web.view.Address;

/// The columns, and the forms of days and numbers, that were chosen for tables with the same
/// headings. They are kept with an account or in a cookie.
///
/// It holds names of columns and forms alone, by a digest of case, kind and headings. So no word of
/// a file is kept, and nobody learns what others took in.
final class ColumnMemory {

  private static final int MOST_TABLES = 16;
  static final MappingCookie COOKIE =
      new MappingCookie("parley-columns", Address.IMPORT_TABLE, MOST_TABLES);

  private ColumnMemory() {}

  /// The columns of a sheet: as they were chosen before, else as its headings say.
  static List<String> columns(MappingMemory memory, CaseView view, TableKind kind, Sheet sheet) {
    String kept = memory.read().get(key(view, kind, sheet));
    List<String> recognised = Headings.recognised(kind, sheet, view);
    List<String> chosen = kept == null ? List.of() : List.of(kept.split(",", -1));
    List<String> allowed = Headings.columns(kind, view);
    boolean fits =
        chosen.size() == recognised.size()
            && chosen.stream().allMatch(each -> each.isEmpty() || allowed.contains(each));
    return fits ? chosen : recognised;
  }

  /// The forms of days and numbers that were chosen for such a sheet.
  static LocalForms forms(MappingMemory memory, CaseView view, TableKind kind, Sheet sheet) {
    String kept = memory.read().getOrDefault(formsKey(view, kind, sheet), "");
    List<String> words = List.of(kept.split(",", -1));
    return new LocalForms(
        DayOrder.of(words.getFirst()), LocalForms.DecimalSign.of(words.getLast()));
  }

  /// Keeps the forms of days and numbers of a sheet.
  static void keep(
      MappingMemory memory, CaseView view, TableKind kind, Sheet sheet, LocalForms forms) {
    Map<String, String> all = memory.read();
    String key = formsKey(view, kind, sheet);
    String said = forms.days().word() + "," + forms.decimals().word();
    if (!forms.equals(LocalForms.UNKNOWN) && !said.equals(all.get(key))) {
      all.remove(key);
      all.put(key, said);
      memory.write(all);
    }
  }

  private static String formsKey(CaseView view, TableKind kind, Sheet sheet) {
    return MappingCookie.key(
        view.info().title().text(), kind + " forms", String.join("\n", sheet.heading()));
  }

  /// Keeps the columns of a sheet, if they differ from what its headings say.
  static void keep(
      MappingMemory memory, CaseView view, TableKind kind, Sheet sheet, List<String> columns) {
    Map<String, String> all = memory.read();
    String key = key(view, kind, sheet);
    String chosen = String.join(",", columns);
    boolean isUsual = columns.equals(Headings.recognised(kind, sheet, view));
    if (isUsual ? all.remove(key) == null : chosen.equals(all.get(key))) {
      return;
    }
    if (!isUsual) {
      all.remove(key);
      all.put(key, chosen);
    }
    memory.write(all);
  }

  private static String key(CaseView view, TableKind kind, Sheet sheet) {
    return MappingCookie.key(
        view.info().title().text(), kind.toString(), String.join("\n", sheet.heading()));
  }
}

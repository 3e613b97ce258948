package org.parley.exchange.tables;

import java.util.regex.Pattern;

/// The apostrophe that keeps spreadsheets from taking a text for a formula (CSV injection).
public final class FormulaGuard {

  /// The first characters of formulas, including full-width forms.
  private static final String FORMULA = "=+-@\t\r|%\uff1d\uff0b\uff0d\uff20";

  private static final Pattern NOTHING_SHOWN = Pattern.compile("^[\\s\\p{Z}\\p{Cf}]+");
  private static final Pattern GUARDS = Pattern.compile("^'*");

  private FormulaGuard() {}

  /// A cell that no spreadsheet takes for a formula.
  public static String guarded(String cell) {
    return isFormula(GUARDS.matcher(cell).replaceFirst("")) ? "'" + cell : cell;
  }

  /// The cell that was guarded; cells without a guard as they are.
  public static String plain(String cell) {
    return cell.startsWith("'") && isFormula(GUARDS.matcher(cell).replaceFirst(""))
        ? cell.substring(1)
        : cell;
  }

  private static boolean isFormula(String cell) {
    String begins = NOTHING_SHOWN.matcher(cell).replaceFirst("");
    return (!cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0)
        || (!begins.isEmpty() && FORMULA.indexOf(begins.charAt(0)) >= 0);
  }
}

package org.parley.exchange.sheet;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// How a workbook shows the number of a cell.
///
/// @param bare the format without quoted words, colours, conditions and the widths of signs
/// @param isAsian whether its number stands for a date of East Asia, whose format is not written
record CellFormat(String bare, boolean isAsian) {

  static CellFormat of(@Nullable String format, @Nullable Integer id) {
    String bare =
        format == null
            ? ""
            : format
                .toLowerCase(Locale.ROOT)
                .replaceAll("\"[^\"]*\"", "")
                .replaceAll("\\[[^\\]]*\\]", "")
                .replaceAll("[\\\\_*].", "");
    int number = id == null ? 0 : id;
    boolean isAsian = (number >= 27 && number <= 36) || (number >= 50 && number <= 58);
    return new CellFormat(bare, bare.isEmpty() && isAsian);
  }

  private boolean has(char sign) {
    return bare.indexOf(sign) >= 0;
  }

  /// Whether it shows a day: one with a year or a day.
  boolean isDate() {
    return isAsian || has('y') || has('d');
  }

  boolean isPercent() {
    return has('%');
  }

  /// The date as precise as it is shown: a month without its day, a year without its month.
  String shown(LocalDate day) {
    String whole = day.toString();
    boolean isWhole = isAsian || has('d') || !has('y');
    return isWhole ? whole : whole.substring(0, has('m') ? 7 : 4);
  }
}

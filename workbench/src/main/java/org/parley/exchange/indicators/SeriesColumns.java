package org.parley.exchange.indicators;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.wording.Complaint;

/// Which columns of a file make a series. Columns without a name here are found by the heading.
///
/// @param date the column of dates
/// @param value the column of values
/// @param of the column of the names that values are of: donors, countries, products
/// @param where the values that other columns must have, by column
public record SeriesColumns(
    @Nullable String date, @Nullable String value, @Nullable String of, Map<String, String> where) {

  /// All found by the heading.
  public static final SeriesColumns BY_HEADING = new SeriesColumns(null, null, null, Map.of());

  /// With conditions as they are typed: COLUMN=VALUE.
  ///
  /// @throws BadSeriesException if one has no equals sign
  public static SeriesColumns of(
      @Nullable String date, @Nullable String value, @Nullable String of, List<String> conditions)
      throws BadSeriesException {
    Map<String, String> where = new LinkedHashMap<>();
    for (String each : conditions) {
      int at = each.indexOf('=');
      if (at < 1) {
        throw new BadSeriesException(
            "", 0, 0, new Complaint(new SeriesFileFault.NotASeriesCondition(), each));
      }
      where.put(each.substring(0, at).strip(), each.substring(at + 1).strip());
    }
    return new SeriesColumns(date, value, of, where);
  }

  public SeriesColumns {
    where = Map.copyOf(where);
  }
}

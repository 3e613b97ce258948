package org.parley.web.indicators;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.exchange.indicators.SeriesColumns;
import org.parley.exchange.indicators.SeriesFile;
import org.parley.genius.file.InputFile;
import org.parley.web.indicators.SeriesUploadPage.SeriesGiven;
import org.parley.web.view.Say;

/// Reads a series that a form sent, and fills in the form of an indicator.
public final class SeriesUpload {

  private SeriesUpload() {}

  /// Reads what was sent. Browsers end lines with CRLF; they are read as LF.
  ///
  /// @throws org.parley.exchange.indicators.BadSeriesException with the line and column of a fault
  public static SeriesFile read(SeriesGiven sent) throws IOException {
    return SeriesFile.read(
        InputFile.of(name(sent), sent.text().replace("\r\n", "\n")),
        SeriesColumns.of(
            named(sent.date()),
            named(sent.value()),
            named(sent.of()),
            sent.where().isBlank() ? List.of() : List.of(sent.where().strip())));
  }

  private static String name(SeriesGiven sent) {
    return sent.name().isBlank() ? Say.text("indicators.add.text") : sent.name().strip();
  }

  private static @Nullable String named(String column) {
    return column.isBlank() ? null : column.strip();
  }

  /// The fields of a new indicator, with what was read.
  public static Map<String, List<String>> fields(SeriesGiven sent, SeriesFile read) {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    fields.put("values", List.of(read.values().toString()));
    fields.put("origin/file", List.of(name(sent)));
    fields.put("origin/sha256", List.of(read.sha256()));
    fields.put("origin/rows", List.of(Integer.toString(read.rows())));
    fields.put(
        "_why",
        List.of(
            Say.text(
                "indicators.add.why",
                "values",
                read.values().observations().size(),
                "rows",
                read.rows(),
                "column",
                read.column(),
                "empty",
                read.empty(),
                "left",
                read.leftOut())));
    return fields;
  }
}

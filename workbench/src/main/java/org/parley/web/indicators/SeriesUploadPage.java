package org.parley.web.indicators;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.web.view.Frame;
import org.parley.web.view.OpenCase;
import org.parley.web.view.Query;
import org.parley.web.view.Say;

/// The form that reads a series from a file.
///
/// @param open the case
/// @param given what was sent, for another try
/// @param problem why it was not read; empty at first
public record SeriesUploadPage(OpenCase open, SeriesGiven given, String problem) {

  /// The fields of the form.
  ///
  /// @param text the file
  /// @param name the name of the file
  /// @param where a condition: COLUMN=VALUE
  public record SeriesGiven(
      String text, String name, String date, String value, String of, String where) {

    /// Nothing yet.
    public static final SeriesGiven NOTHING = new SeriesGiven("", "", "", "", "", "");

    /// The fields of a form.
    public static SeriesGiven of(Map<String, List<String>> fields) {
      Query query = new Query(fields);
      return new SeriesGiven(
          fields.getOrDefault("text", List.of("")).getFirst(),
          text(query.text("name")),
          text(query.text("date")),
          text(query.text("value")),
          text(query.text("of")),
          text(query.text("where")));
    }

    private static String text(@Nullable String value) {
      return value == null ? "" : value;
    }
  }

  public Frame frame() {
    return Frame.of(Say.text("indicators.add"), open.view().info(), "indicators");
  }
}

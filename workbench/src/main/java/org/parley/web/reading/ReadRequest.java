package org.parley.web.reading;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.intake.ArticleDetails;
import org.parley.model.date.Edtf;
import org.parley.reading.dates.SaidDate;
import org.parley.wording.Complaint;

/// The input of the form for a text, as typed.
///
/// @param text the pasted text; empty for a file or an address
public record ReadRequest(
    String text, String address, String publisher, String title, String published) {

  private static final int LONGEST_LINE = 400;

  /// Nothing yet.
  public static final ReadRequest NOTHING = new ReadRequest("", "", "", "", "");

  /// The input of a form or an address.
  public static ReadRequest of(Map<String, List<String>> parameters) {
    return new ReadRequest(
        first(parameters, "text").replace("\r\n", "\n"),
        first(parameters, "address").strip(),
        first(parameters, "publisher").strip(),
        first(parameters, "title").strip(),
        first(parameters, "published").strip());
  }

  private static String first(Map<String, List<String>> parameters, String name) {
    List<String> values = parameters.getOrDefault(name, List.of());
    return values.isEmpty() ? "" : values.getFirst();
  }

  /// The faults, by field; empty for none.
  ///
  /// @param mayFetch whether an address without a text is enough
  /// @param hasText whether a text comes in another way, as a file
  Map<String, Complaint> problems(boolean mayFetch, boolean hasText) {
    Map<String, Complaint> problems = new LinkedHashMap<>();
    if (text.isBlank() && !hasText && (address.isEmpty() || !mayFetch)) {
      problems.put("text", new Complaint(new ReadingRefusal.NoText(mayFetch)));
    }
    if (!address.isEmpty() && !address.matches("https?://[^\\s/?#]+\\S*")) {
      problems.put("address", new Complaint(ReadingRefusal.Plain.NOT_A_WEB_ADDRESS));
    }
    if (day() == null && !published.isEmpty()) {
      problems.put("published", new Complaint(ReadingRefusal.Plain.NOT_A_DAY));
    }
    tooLong(problems, "address", address);
    tooLong(problems, "publisher", publisher);
    tooLong(problems, "title", title);
    return problems;
  }

  private static void tooLong(Map<String, Complaint> problems, String name, String value) {
    if (value.length() > LONGEST_LINE) {
      problems.put(
          name, new Complaint(new ReadingRefusal.LineTooLong(value.length(), LONGEST_LINE)));
    }
  }

  private @Nullable LocalDate day() {
    try {
      Edtf date = SaidDate.of(published);
      LocalDate read = date.earliestDay();
      boolean isDay = date.equals(Edtf.of(read)) && read.getYear() >= 1;
      return isDay && read.getYear() <= 9999 ? read : null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  ArticleDetails details() {
    return new ArticleDetails(nullable(publisher), nullable(title), nullable(address), day());
  }

  private static @Nullable String nullable(String value) {
    return value.isEmpty() ? null : value;
  }
}

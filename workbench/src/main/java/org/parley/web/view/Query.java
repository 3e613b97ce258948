package org.parley.web.view;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.parley.model.checks.Spelling;

/// The parameters of an address. A blank parameter counts as absent.
///
/// @param parameters name to values
public record Query(Map<String, List<String>> parameters) {

  private static final int LONGEST = 200;
  private static final int MOST = 500;

  /// The value of a parameter, stripped; null if it is absent or blank.
  ///
  /// @throws BadQuery where it is longer than 200 characters
  public @Nullable String text(String name) {
    List<String> values = parameters.getOrDefault(name, List.of());
    String value = values.isEmpty() ? "" : values.getFirst().strip();
    if (value.length() > LONGEST) {
      throw new BadQuery(
          name,
          value.substring(0, 20) + "...",
          "it has " + value.length() + " characters, and " + LONGEST + " are the most",
          "Maybe shorten it.");
    }
    return value.isEmpty() ? null : value;
  }

  /// Several values: separated by commas, or the parameter given several times.
  ///
  /// @throws BadQuery where one is longer than 200 characters, or there are more than 500
  public List<String> list(String name) {
    List<String> all = new ArrayList<>();
    for (String given : parameters.getOrDefault(name, List.of())) {
      for (String each : given.split(",", -1)) {
        String value = each.strip();
        if (value.length() > LONGEST || all.size() >= MOST) {
          throw new BadQuery(
              name,
              value.substring(0, Math.min(20, value.length())) + "...",
              LONGEST + " characters and " + MOST + " values are the most",
              "Maybe shorten it.");
        }
        if (!value.isEmpty()) {
          all.add(value);
        }
      }
    }
    return List.copyOf(all);
  }

  /// A day.
  ///
  /// @throws BadQuery where it is not one
  public @Nullable LocalDate day(String name) {
    String value = text(name);
    if (value == null) {
      return null;
    }
    try {
      LocalDate day = LocalDate.parse(value);
      if (day.getYear() >= 1 && day.getYear() <= 9999) {
        return day;
      }
    } catch (DateTimeParseException e) {
      // answered below, as for a year out of range
    }
    throw new BadQuery(name, value, "that is not a day", "Maybe write it like 2025-12-28.");
  }

  /// An integer from `least` to `most`; default: `otherwise`.
  ///
  /// @throws BadQuery where it is none of these
  public int number(String name, int least, int most, int otherwise) {
    String value = text(name);
    if (value == null) {
      return otherwise;
    }
    if (value.matches("\\d{1,9}")) {
      int number = Integer.parseInt(value);
      if (number >= least && number <= most) {
        return number;
      }
    }
    throw new BadQuery(
        name,
        value,
        "that is not a whole number from " + least + " to " + most,
        "Maybe leave it out.");
  }

  /// One of `known`.
  ///
  /// @throws BadQuery naming the nearest one, where it is another
  public @Nullable String oneOf(String name, Collection<String> known) {
    return oneOf(name, () -> known);
  }

  /// The same where the known ones are many: they are listed for a value alone.
  public @Nullable String oneOf(String name, Supplier<? extends Collection<String>> listed) {
    String value = text(name);
    if (value == null) {
      return null;
    }
    Collection<String> known = listed.get();
    if (known.contains(value)) {
      return value;
    }
    throw new BadQuery(
        name,
        value,
        "that is not known here",
        Spelling.nearest(value, known)
            .map(near -> "Maybe you meant " + near + ".")
            .orElse(
                known.size() <= 12
                    ? "Maybe one of: " + String.join(", ", known) + "."
                    : "Maybe choose one from the list."));
  }
}

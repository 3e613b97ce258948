package org.parley.model.date;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.regex.Pattern;
import org.parley.model.InvalidValue;
import org.parley.model.InvalidValueException;

/// A moment with the offset of its time zone: `2026-03-01T18:00+02:00`.
///
/// @param said its text, as written
public record ZonedMoment(String said) {

  private static final Pattern FORM =
      Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2})?(Z|[+-]\\d{2}:\\d{2})");

  /// Validates the form.
  ///
  /// @throws InvalidValueException if it is no moment of this form
  public ZonedMoment {
    if (!FORM.matcher(said).matches() || !isTime(said)) {
      throw new InvalidValueException(InvalidValue.Plain.NOT_A_MOMENT, said);
    }
  }

  private static boolean isTime(String text) {
    try {
      return OffsetDateTime.parse(text).getYear() > 0;
    } catch (DateTimeException _) {
      return false;
    }
  }

  public OffsetDateTime local() {
    return OffsetDateTime.parse(said);
  }

  public Instant instant() {
    return local().toInstant();
  }

  @Override
  public String toString() {
    return said;
  }
}

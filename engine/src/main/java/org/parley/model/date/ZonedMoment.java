package org.parley.model.date;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
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

  /// The moment as said, read by place: sorting asks for it often, and the form is known.
  public OffsetDateTime local() {
    boolean hasSeconds = said.charAt(16) == ':';
    return OffsetDateTime.of(
        number(0, 4),
        number(5, 7),
        number(8, 10),
        number(11, 13),
        number(14, 16),
        hasSeconds ? number(17, 19) : 0,
        0,
        ZoneOffset.of(said.substring(hasSeconds ? 19 : 16)));
  }

  private int number(int from, int to) {
    return Integer.parseInt(said, from, to, 10);
  }

  public Instant instant() {
    return local().toInstant();
  }

  @Override
  public String toString() {
    return said;
  }
}

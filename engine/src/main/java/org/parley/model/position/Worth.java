package org.parley.model.position;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.model.InvalidValue;
import org.parley.model.InvalidValueException;

/// A worth to a party, in integer points of its own: `40`, or `40..60` if only the two ends are
/// known.
///
/// @param said the number or interval, as written
public record Worth(String said) {

  private static final Pattern FORM = Pattern.compile("(-?\\d{1,18})(?: *\\.\\. *(-?\\d{1,18}))?");

  /// The same with numbers of any length.
  private static final Pattern LONG = Pattern.compile("-?\\d+(?: *\\.\\. *-?\\d+)?");

  /// Validates the form.
  ///
  /// @throws InvalidValueException if it is neither an integer of at most 18 digits nor an interval
  ///   of two, the smaller first
  public Worth {
    Matcher matcher = FORM.matcher(said);
    if (!matcher.matches()) {
      throw new InvalidValueException(
          LONG.matcher(said).matches()
              ? InvalidValue.Plain.WORTH_TOO_LONG
              : InvalidValue.Plain.NOT_A_WORTH,
          said);
    }
    if (matcher.group(2) != null
        && Long.parseLong(matcher.group(1)) > Long.parseLong(matcher.group(2))) {
      throw new InvalidValueException(InvalidValue.Plain.WORTHS_REVERSED, said);
    }
  }

  /// An exact worth.
  public static Worth exactly(long worth) {
    return new Worth(Long.toString(worth));
  }

  /// The lower bound.
  public long least() {
    return end(1);
  }

  /// The upper bound; equal to the lower bound if exact.
  public long most() {
    return end(2);
  }

  private long end(int group) {
    Matcher matcher = FORM.matcher(said);
    if (!matcher.matches()) {
      throw new IllegalStateException(said);
    }
    String end = matcher.group(group);
    return Long.parseLong(end == null ? matcher.group(1) : end);
  }

  /// Whether both bounds are equal.
  public boolean isExact() {
    return least() == most();
  }

  @Override
  public String toString() {
    return said;
  }
}

package org.parley.model.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.model.InvalidValue;
import org.parley.model.InvalidValueException;

/// A share in whole per cents: `45`, or `45..60` if only the two ends are known.
///
/// @param said the number or range, as written
public record PercentRange(String said) {

  private static final Pattern FORM = Pattern.compile("(\\d{1,3})(?: *\\.\\. *(\\d{1,3}))?");

  /// Validates the form.
  ///
  /// @throws InvalidValueException if it is neither a whole number from 0 to 100 nor a range of
  ///   two, the smaller first
  public PercentRange {
    Matcher matcher = FORM.matcher(said);
    if (!matcher.matches() || end(matcher, 2) > 100 || end(matcher, 1) > end(matcher, 2)) {
      throw new InvalidValueException(InvalidValue.Plain.NOT_A_PERCENT_RANGE, said);
    }
  }

  private static int end(Matcher matcher, int group) {
    String end = matcher.group(group);
    return Integer.parseInt(end == null ? matcher.group(1) : end);
  }

  /// The lower bound, 0 to 100.
  public int least() {
    return end(1);
  }

  /// The upper bound, 0 to 100.
  public int most() {
    return end(2);
  }

  private int end(int group) {
    Matcher matcher = FORM.matcher(said);
    if (!matcher.matches()) {
      throw new IllegalStateException(said);
    }
    return end(matcher, group);
  }

  @Override
  public String toString() {
    return said;
  }
}

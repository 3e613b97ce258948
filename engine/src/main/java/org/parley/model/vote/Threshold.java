package org.parley.model.vote;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.model.InvalidValue;
import org.parley.model.InvalidValueException;

/// A share that a vote has to reach: `13 %`, `12.5 %`, `2 of 3`.
///
/// @param said the share, as written
public record Threshold(String said) {

  private static final Pattern PERCENT = Pattern.compile("(\\d{1,3})(?:[.,](\\d))? *%");
  private static final Pattern COUNT = Pattern.compile("(\\d{1,6}) of (\\d{1,6})");

  /// Validates the form.
  ///
  /// @throws InvalidValueException if it is no share, or more than all
  public Threshold {
    int[] share = parse(said);
    if (share.length == 0 || share[1] == 0 || share[0] > share[1]) {
      throw new InvalidValueException(InvalidValue.Plain.NOT_A_THRESHOLD, said);
    }
  }

  private static int[] parse(String said) {
    Matcher percent = PERCENT.matcher(said);
    if (percent.matches()) {
      String tenth = percent.group(2);
      int perMille =
          Integer.parseInt(percent.group(1)) * 10 + (tenth == null ? 0 : Integer.parseInt(tenth));
      return new int[] {perMille, 1000};
    }
    Matcher count = COUNT.matcher(said);
    return count.matches()
        ? new int[] {Integer.parseInt(count.group(1)), Integer.parseInt(count.group(2))}
        : new int[0];
  }

  /// The least whole number that is this share of another.
  public long of(long all) {
    return Math.ceilDiv(Math.multiplyExact(all, (long) part()), (long) whole());
  }

  /// The part of `whole`.
  public int part() {
    return parse(said)[0];
  }

  public int whole() {
    return parse(said)[1];
  }

  @Override
  public String toString() {
    return said;
  }
}

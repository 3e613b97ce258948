package org.parley.model.claim;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.model.InvalidValue;
import org.parley.model.InvalidValueException;

/// A probability as stated, exactly: `35 %`, `2.5 %` or `1/3`.
///
/// @param said the words
public record Probability(String said) {

  private static final Pattern PERCENT = Pattern.compile("(\\d{1,3})(?:[.,](\\d{1,2}))? *%");
  private static final Pattern FRACTION = Pattern.compile("(\\d{1,6}) */ *(\\d{1,6})");
  private static final long WHOLE = 10_000;

  /// Validates the form.
  ///
  /// @throws InvalidValueException if it is neither a per cent of at most two decimals nor a
  ///   fraction, from 0 to 1
  public Probability {
    if (parse(said).isEmpty()) {
      throw new InvalidValueException(InvalidValue.Plain.NOT_A_PROBABILITY, said);
    }
  }

  private record Parts(long part, long whole) {}

  private static Optional<Parts> parse(String said) {
    Matcher percent = PERCENT.matcher(said);
    if (percent.matches()) {
      String decimals = percent.group(2) == null ? "" : percent.group(2);
      long part =
          Long.parseLong(percent.group(1)) * 100
              + Long.parseLong((decimals + "00").substring(0, 2));
      return part <= WHOLE ? Optional.of(new Parts(part, WHOLE)) : Optional.empty();
    }
    Matcher fraction = FRACTION.matcher(said);
    if (fraction.matches()) {
      long part = Long.parseLong(fraction.group(1));
      long whole = Long.parseLong(fraction.group(2));
      return whole > 0 && part <= whole ? Optional.of(new Parts(part, whole)) : Optional.empty();
    }
    return Optional.empty();
  }

  /// The numerator, from 0 to [#whole]; the fraction is not reduced.
  public long part() {
    return parse(said).orElseThrow().part();
  }

  /// The denominator, 1 or more.
  public long whole() {
    return parse(said).orElseThrow().whole();
  }

  @Override
  public String toString() {
    return said;
  }
}

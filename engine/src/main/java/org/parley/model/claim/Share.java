package org.parley.model.claim;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.model.InvalidValue;
import org.parley.model.InvalidValueException;

/// A degree of completeness as stated: `90 %`, `18 of 20`, or in words: `almost`.
///
/// @param said the words; with digits only in the forms `90 %`, `95.5 %` and `18 of 20`
public record Share(String said) {

  private static final Pattern PERCENT = Pattern.compile("(\\d{1,3})(?:[.,](\\d))?\\s*%");
  private static final Pattern COUNT = Pattern.compile("(\\d{1,6}) of (\\d{1,6})");

  public Share {
    if (said.isBlank()) {
      throw new InvalidValueException(InvalidValue.Plain.BLANK_SHARE, said);
    }
    if (said.chars().anyMatch(Character::isDigit) && parse(said).isEmpty()) {
      throw new InvalidValueException(InvalidValue.Plain.NOT_A_SHARE, said);
    }
  }

  /// The share as a fraction, if stated in numbers: 90 % is 900/1000, 18 of 20 is 18/20.
  public Optional<Fraction> fraction() {
    return parse(said);
  }

  /// Whether it is the whole, in numbers.
  public boolean isFull() {
    return fraction().map(each -> each.part() == each.whole()).orElse(false);
  }

  private static Optional<Fraction> parse(String said) {
    Matcher percent = PERCENT.matcher(said);
    if (percent.matches()) {
      String tenth = percent.group(2);
      int perMille =
          Integer.parseInt(percent.group(1)) * 10 + (tenth == null ? 0 : Integer.parseInt(tenth));
      return perMille <= 1000 ? Optional.of(new Fraction(perMille, 1000)) : Optional.empty();
    }
    Matcher count = COUNT.matcher(said);
    if (count.matches()) {
      int part = Integer.parseInt(count.group(1));
      int whole = Integer.parseInt(count.group(2));
      return whole > 0 && part <= whole ? Optional.of(new Fraction(part, whole)) : Optional.empty();
    }
    return Optional.empty();
  }

  /// `part` of `whole`, not reduced.
  public record Fraction(int part, int whole) {}

  @Override
  public String toString() {
    return said;
  }
}

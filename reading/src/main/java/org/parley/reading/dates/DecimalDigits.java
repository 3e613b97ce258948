package org.parley.reading.dates;

/// Decimal digits of every script.
public final class DecimalDigits {

  private DecimalDigits() {}

  /// The words with such digits as those of ASCII.
  public static String inAscii(String words) {
    StringBuilder text = new StringBuilder(words.length());
    words
        .codePoints()
        .forEach(
            each -> {
              if (Character.getType(each) == Character.DECIMAL_DIGIT_NUMBER) {
                text.append(Character.digit(each, 10));
              } else {
                text.appendCodePoint(each);
              }
            });
    return text.toString();
  }
}

package org.parley.reading.source;

import java.util.regex.Pattern;

/// Raised signs as plain text. Digits become superscript digits, so that the mark of a note never
/// joins a figure: `D+30¹`. Endings such as `st` and `er` stay letters of their word.
final class RaisedMarks {

  private static final String DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
  private static final String LETTERS = "abcdefghijklmnoprstuvwxyz";
  private static final String RAISED_LETTERS = "ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ";

  /// The mark of a note, or several, or a power.
  private static final Pattern NUMBER =
      Pattern.compile("[\\[(]?[-+−]?\\p{Nd}{1,3}(?:[,;\\h]{1,2}\\p{Nd}{1,3}){0,9}[\\])]?");

  private RaisedMarks() {}

  /// Whether a sign is a superscript digit.
  static boolean isDigit(int sign) {
    return DIGITS.indexOf(sign) >= 0;
  }

  /// @param raised the raised signs
  /// @param before the text before them
  static String of(String raised, CharSequence before) {
    String signs = raised.strip();
    if (NUMBER.matcher(signs).matches()) {
      return raised.replace(signs, digits(signs));
    }
    return signs.length() == 1 ? raised.replace(signs, letter(signs, before)) : raised;
  }

  private static String digits(String signs) {
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < signs.length(); i++) {
      char sign = signs.charAt(i);
      switch (sign) {
        case '-', '−' -> digits.append('⁻');
        case '+' -> digits.append('⁺');
        case '[', ']', '(', ')' -> {}
        default ->
            digits.append(
                Character.isDigit(sign) ? DIGITS.charAt(Character.digit(sign, 10)) : sign);
      }
    }
    return digits.toString();
  }

  /// One letter after a number ends an ordinal, `1º`, `2e`; after a word it marks a note.
  private static String letter(String letter, CharSequence before) {
    int at = LETTERS.indexOf(letter);
    char last = before.isEmpty() ? ' ' : before.charAt(before.length() - 1);
    boolean isAfterNumber = Character.isDigit(last);
    if ((isAfterNumber || last == 'n' || last == 'N') && "oa".contains(letter)) {
      return letter.equals("o") ? "º" : "ª";
    }
    boolean isNote =
        isAfterNumber
            ? !letter.equals("e")
            : before.length() > 3
                && isWord(before.subSequence(before.length() - 3, before.length()));
    return at >= 0 && isNote ? RAISED_LETTERS.substring(at, at + 1) : letter;
  }

  private static boolean isWord(CharSequence signs) {
    return signs.codePoints().allMatch(Character::isLetter);
  }
}

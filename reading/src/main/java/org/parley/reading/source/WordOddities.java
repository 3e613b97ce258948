package org.parley.reading.source;

import java.lang.Character.UnicodeScript;

/// How odd the words of a text are, if its bytes were read by some code page.
final class WordOddities {

  /// A character that the code page does not have.
  private static final int MISSING = 20;

  private static final int MIXED = 6;
  private static final int SIGN = 4;
  private static final int CAPITAL = 3;
  private static final int ROW = 1;
  private static final int RARE = 1;

  private final String text;
  private int oddities;
  private int before = ' ';

  /// How many accented Latin letters stand side by side.
  private int row;

  private WordOddities(String text) {
    this.text = text;
  }

  static int of(String text) {
    WordOddities words = new WordOddities(text);
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      words.take(i, text.codePointAt(i));
    }
    return words.oddities;
  }

  private void take(int at, int letter) {
    int next =
        at + Character.charCount(letter) < text.length()
            ? text.codePointAt(at + Character.charCount(letter))
            : ' ';
    if (letter == 0xfffd || (Character.isISOControl(letter) && !Character.isWhitespace(letter))) {
      oddities += MISSING;
    } else if (Character.isLetter(letter)) {
      if (Character.isLetter(before)) {
        oddities += pair(before, letter);
      }
      row = isAccented(letter) ? row + 1 : 0;
      oddities += row > 2 ? ROW : 0;
      oddities += isRare(letter) ? RARE : 0;
    } else {
      row = 0;
      // no program sets a sign such as ¬ or ¿ between letters
      boolean isInside = Character.isLetter(before) && Character.isLetter(next);
      boolean isMark = Character.getType(letter) == Character.NON_SPACING_MARK;
      boolean isOdd = isMark ? !isArabic(before) : isInside && !isJoiner(letter);
      oddities += letter > 0x7f && isOdd ? SIGN : 0;
    }
    before = letter;
  }

  private static int pair(int one, int two) {
    UnicodeScript left = UnicodeScript.of(one);
    UnicodeScript right = UnicodeScript.of(two);
    boolean isMixed =
        left != right && left != UnicodeScript.COMMON && right != UnicodeScript.COMMON;
    int mixed = isMixed && !(isAsian(left) && isAsian(right)) ? MIXED : 0;
    return mixed + (Character.isLowerCase(one) && Character.isUpperCase(two) ? CAPITAL : 0);
  }

  private static boolean isAsian(UnicodeScript script) {
    return script == UnicodeScript.HAN
        || script == UnicodeScript.HIRAGANA
        || script == UnicodeScript.KATAKANA;
  }

  private static boolean isAccented(int letter) {
    return letter > 0x7f && UnicodeScript.of(letter) == UnicodeScript.LATIN;
  }

  /// A letter that no code page has for a language that is written with it alone.
  private static boolean isRare(int letter) {
    return (UnicodeScript.of(letter) == UnicodeScript.HAN && (letter < 0x4e00 || letter > 0x9fff))
        || (letter >= 0xff61 && letter <= 0xff9f);
  }

  /// Signs that stand inside words: apostrophes, dashes, the middle dot, a soft hyphen.
  private static boolean isJoiner(int sign) {
    return sign == 0x2019
        || sign == 0xb7
        || sign == 0xad
        || (sign >= 0x2010 && sign <= 0x2015)
        || Character.isSpaceChar(sign);
  }

  private static boolean isArabic(int letter) {
    return UnicodeScript.of(letter) == UnicodeScript.ARABIC
        || Character.getType(letter) == Character.NON_SPACING_MARK;
  }
}

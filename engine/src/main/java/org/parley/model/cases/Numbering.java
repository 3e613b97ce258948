package org.parley.model.cases;

import java.util.Comparator;

/// The order of point numbers as people read them: 2 before 10, 5(a) before 5(b), 5 before 5(a).
///
/// Runs of digits and of other characters are compared in turn. Views sort by it, so it makes no
/// objects.
final class Numbering {

  static final Comparator<String> ORDER = Numbering::compare;

  private Numbering() {}

  private static int compare(String a, String b) {
    int left = 0;
    int right = 0;
    while (left < a.length() && right < b.length()) {
      int leftEnd = endOfRun(a, left);
      int rightEnd = endOfRun(b, right);
      int order =
          isDigit(a.charAt(left)) && isDigit(b.charAt(right))
              ? compareNumbers(a, left, leftEnd, b, right, rightEnd)
              : compareTexts(a, left, leftEnd, b, right, rightEnd);
      if (order != 0) {
        return order;
      }
      left = leftEnd;
      right = rightEnd;
    }
    return left < a.length() ? 1 : right < b.length() ? -1 : a.compareTo(b);
  }

  private static boolean isDigit(char each) {
    return '0' <= each && each <= '9';
  }

  private static int endOfRun(String text, int from) {
    boolean isNumber = isDigit(text.charAt(from));
    int end = from + 1;
    while (end < text.length() && isDigit(text.charAt(end)) == isNumber) {
      end++;
    }
    return end;
  }

  private static int compareNumbers(
      String a, int left, int leftEnd, String b, int right, int rightEnd) {
    int leftFrom = afterZeros(a, left, leftEnd);
    int rightFrom = afterZeros(b, right, rightEnd);
    int order = Integer.compare(leftEnd - leftFrom, rightEnd - rightFrom);
    return order != 0 ? order : compareTexts(a, leftFrom, leftEnd, b, rightFrom, rightEnd);
  }

  private static int afterZeros(String text, int from, int end) {
    int at = from;
    while (at < end && text.charAt(at) == '0') {
      at++;
    }
    return at;
  }

  private static int compareTexts(
      String a, int left, int leftEnd, String b, int right, int rightEnd) {
    int shorter = Math.min(leftEnd - left, rightEnd - right);
    for (int at = 0; at < shorter; at++) {
      int order = Character.compare(a.charAt(left + at), b.charAt(right + at));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(leftEnd - left, rightEnd - right);
  }
}

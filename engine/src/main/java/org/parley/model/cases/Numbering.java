package org.parley.model.cases;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The order of point numbers as people read them: 2 before 10, 5(a) before 5(b), 5 before 5(a).
final class Numbering {

  private static final Pattern RUN = Pattern.compile("\\d+|\\D+");

  static final Comparator<String> ORDER = Numbering::compare;

  private Numbering() {}

  private static int compare(String a, String b) {
    Matcher left = RUN.matcher(a);
    Matcher right = RUN.matcher(b);
    while (left.find()) {
      if (!right.find()) {
        return 1;
      }
      int order = compareRun(left.group(), right.group());
      if (order != 0) {
        return order;
      }
    }
    return right.find() ? -1 : a.compareTo(b);
  }

  private static int compareRun(String a, String b) {
    boolean numbers = Character.isDigit(a.charAt(0)) && Character.isDigit(b.charAt(0));
    return numbers ? new BigInteger(a).compareTo(new BigInteger(b)) : a.compareTo(b);
  }
}

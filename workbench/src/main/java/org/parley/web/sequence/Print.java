package org.parley.web.sequence;

import java.util.regex.Pattern;
import org.parley.sequence.SequenceProblem;
import org.parley.web.view.Say;

/// Words and days as they are printed on a page.
final class Print {

  private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");

  private Print() {}

  /// With the quotation marks of print.
  static String words(String words) {
    return QUOTED.matcher(words).replaceAll("\u201c$1\u201d");
  }

  /// The day a unit falls in; beyond the years 1 to 9999, how far it is from the origin.
  static String day(SequenceProblem problem, long time) {
    String words = problem.scale().inWords(time);
    return words.contains("beyond") || words.contains("before the year")
        ? words
        : Say.day(problem.scale().dayOf(time));
  }
}

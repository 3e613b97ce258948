package org.parley.corpus;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Splits a text into passages: its paragraphs, each under the heading above it. A heading alone is
/// no passage.
final class PassageSplitter {

  /// A longer paragraph is given in parts, each of whole sentences.
  static final int LONGEST = 1_200;

  private static final int LONGEST_HEADING = 120;

  /// "Article 5", "ANNEX II: Prisoners", "Section 3.2", "Artículo 4".
  private static final Pattern NAMED =
      Pattern.compile(
          "(?iu)^((?:article|section|chapter|part|annex|appendix|protocol|title|art\\.|artículo"
              + "|capítulo|anexo|annexe|titre)\\s+(?:\\d+(?:\\.\\d+)*|[ivxlcdm]+|[a-z]|one|two|three"
              + "|four|five|six|seven|eight|nine|ten)\\b)(.*)",
          Pattern.DOTALL);

  /// "3.1 Withdrawal of forces", without an end of a sentence.
  private static final Pattern NUMBERED =
      Pattern.compile("^(?:\\d+(?:\\.\\d+)*|[IVXLCDM]+)[.)]?\\s+\\p{Lu}[^.;]*");

  private PassageSplitter() {}

  /// One passage.
  ///
  /// @param number which paragraph it is, from 1
  record Part(int number, @Nullable String heading, String words) {}

  static List<Part> of(String text) {
    List<Part> parts = new ArrayList<>();
    String heading = null;
    int number = 0;
    for (String each : paragraphs(text)) {
      number++;
      Matcher named = NAMED.matcher(each);
      boolean isNamed = named.matches();
      boolean isShort = each.length() <= LONGEST_HEADING;
      if (isNamed && isShort && !each.endsWith(";")) {
        heading = each;
      } else if (isNamed) {
        heading = named.group(1);
      } else if (isShort && NUMBERED.matcher(each).matches()) {
        heading = each;
      }
      for (String words : each.equals(heading) ? List.<String>of() : sentences(each)) {
        parts.add(new Part(number, heading, words));
      }
    }
    return parts;
  }

  /// Paragraphs between blank lines; each line is one where the text has hardly any.
  private static List<String> paragraphs(String text) {
    String plain = text.replace("\r\n", "\n").replace('\r', '\n').replace('\f', '\n');
    long lines = plain.lines().filter(line -> !line.isBlank()).count();
    List<String> apart = split(plain, "\n[ \t\u00a0]*\n");
    return apart.size() * 12L < lines ? split(plain, "\n") : apart;
  }

  private static List<String> split(String text, String between) {
    List<String> found = new ArrayList<>();
    for (String each : text.split(between)) {
      String words = each.replaceAll("[\\s\u00a0]+", " ").strip();
      if (!words.isEmpty()) {
        found.add(words);
      }
    }
    return found;
  }

  private static List<String> sentences(String paragraph) {
    if (paragraph.length() <= LONGEST) {
      return List.of(paragraph);
    }
    BreakIterator ends = BreakIterator.getSentenceInstance(Locale.ENGLISH);
    ends.setText(paragraph);
    List<String> found = new ArrayList<>();
    int from = 0;
    int last = 0;
    for (int end = ends.next(); end != BreakIterator.DONE; end = ends.next()) {
      if (end - from > LONGEST && last > from) {
        found.add(paragraph.substring(from, last).strip());
        from = last;
      }
      last = end;
    }
    found.add(paragraph.substring(from).strip());
    return found;
  }
}

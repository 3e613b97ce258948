package org.parley.reading.source;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Words that were divided at the end of their line. A hyphen stays if the text has the word with
/// it elsewhere, in the middle of a line.
final class PdfHyphens {

  private static final Pattern COMPOUND = Pattern.compile("\\p{L}+-\\p{L}+");
  private static final Pattern GOES_ON = Pattern.compile("\\p{Ll}\\p{L}*");

  private final Set<String> compounds = new HashSet<>();

  /// Notes the compounds of a line.
  void note(String line) {
    Matcher compound = COMPOUND.matcher(line);
    while (compound.find()) {
      compounds.add(compound.group().toLowerCase(Locale.ROOT));
    }
  }

  /// Two lines as one.
  static String joined(String above, String below) {
    StringBuilder words = new StringBuilder(above);
    new PdfHyphens().append(words, below);
    return words.toString();
  }

  /// Adds a line to those above it.
  void append(StringBuilder above, String below) {
    int length = above.length();
    if (length < 2
        || !isHyphen(above.charAt(length - 1))
        || !Character.isLetter(above.charAt(length - 2))) {
      above.append(length == 0 ? "" : " ").append(below);
      return;
    }
    Matcher goesOn = GOES_ON.matcher(below);
    if (goesOn.lookingAt() && !isCompound(above, goesOn.group())) {
      above.setLength(length - 1);
    }
    above.append(below);
  }

  private static boolean isHyphen(char sign) {
    return sign == '-' || sign == '\u00ad' || sign == '\u2010';
  }

  private boolean isCompound(StringBuilder above, String second) {
    int from = above.length() - 1;
    while (from > 0 && Character.isLetter(above.charAt(from - 1))) {
      from--;
    }
    String first = above.substring(from, above.length() - 1);
    return !Character.isLowerCase(first.codePointBefore(first.length()))
        || compounds.contains((first + "-" + second).toLowerCase(Locale.ROOT));
  }
}

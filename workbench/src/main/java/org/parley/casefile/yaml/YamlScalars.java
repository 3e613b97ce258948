package org.parley.casefile.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/// Writes texts as YAML scalars: plain if that is safe, else in quotes; long ones as blocks. Texts
/// with double quotes, such as JSON, stand in single ones.
public final class YamlScalars {

  /// The longest line of a folded block, without its indentation.
  private static final int WIDTH = 88;

  private static final Set<String> TAKEN =
      Set.of("null", "true", "false", "yes", "no", "on", "off", "y", "n", ".inf", ".nan");

  private static final int LONGEST_TAKEN = 5;
  private static final char DELETE = 0x7f;

  private YamlScalars() {}

  /// The text on one line; `flow` within brackets or braces.
  public static String inline(String text, boolean flow) {
    if (isPlain(text, flow)) {
      return text;
    }
    boolean isEasier =
        text.indexOf('"') >= 0
            && text.indexOf('\'') < 0
            && text.indexOf('\n') < 0
            && !hasSpecial(text);
    return isEasier ? "'" + text + "'" : quoted(text);
  }

  private static boolean isPlain(String text, boolean flow) {
    return beginsPlain(text)
        && !isTaken(text)
        && !hasControl(text)
        && !text.endsWith(":")
        && !text.endsWith(" ")
        && !text.contains(": ")
        && !text.contains(" #")
        && !hasSpecial(text)
        && !(flow && hasBracketOrComma(text));
  }

  /// Whether it begins with a letter, a number or a parenthesis.
  private static boolean beginsPlain(String text) {
    if (text.isEmpty()) {
      return false;
    }
    int first = text.codePointAt(0);
    return Character.isLetter(first)
        || first == '('
        || switch (Character.getType(first)) {
          case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER ->
              true;
          default -> false;
        };
  }

  /// Whether YAML, 1.1 or 1.2, reads it as a value that is no text.
  private static boolean isTaken(String text) {
    return text.length() <= LONGEST_TAKEN && TAKEN.contains(text.toLowerCase(Locale.ROOT));
  }

  /// Whether it has a control character of ASCII.
  private static boolean hasControl(String text) {
    for (int i = 0; i < text.length(); i++) {
      char sign = text.charAt(i);
      if (sign < ' ' || sign == DELETE) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasBracketOrComma(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (",[]{}".indexOf(text.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }

  /// Whether it has a special character other than a line feed.
  private static boolean hasSpecial(String text) {
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      boolean isAscii = (c >= ' ' && c < DELETE) || c == '\n';
      if (!isAscii && isSpecial(c)) {
        return true;
      }
      i += Character.charCount(c);
    }
    return false;
  }

  /// Unusual spaces and line ends, and unprintable characters.
  private static boolean isSpecial(int c) {
    return !StreamReader.isPrintable(c)
        || c == '\t'
        || c == 0x85
        || c == 0x2028
        || c == 0x2029
        || c == 0xFEFF;
  }

  private static String quoted(String text) {
    StringBuilder out = new StringBuilder(text.length() + 2).append('"');
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                  if (!isSpecial(c)) {
                    out.appendCodePoint(c);
                  } else if (c <= 0xFFFF) {
                    out.append(String.format(Locale.ROOT, "\\u%04X", c));
                  } else {
                    out.append(String.format(Locale.ROOT, "\\U%08X", c));
                  }
                }
              }
            });
    return out.append('"').toString();
  }

  /// The text as a block, if it is long or has several lines and a block can represent it exactly.
  /// Gives the indicator, then the lines without indentation.
  public static Optional<List<String>> block(String text) {
    if (text.isEmpty() || Character.isWhitespace(text.charAt(0)) || hasSpecial(text)) {
      return Optional.empty();
    }
    return text.indexOf('\n') >= 0
        ? literal(text)
        : text.length() > WIDTH ? folded(text) : Optional.empty();
  }

  private static Optional<List<String>> literal(String text) {
    boolean ends = text.endsWith("\n");
    String body = ends ? text.substring(0, text.length() - 1) : text;
    List<String> lines = new ArrayList<>(List.of(ends ? "|" : "|-"));
    for (String line : body.split("\n", -1)) {
      if (line.endsWith(" ")) {
        return Optional.empty();
      }
      lines.add(line);
    }
    return lines.getLast().isEmpty() ? Optional.empty() : Optional.of(lines);
  }

  private static Optional<List<String>> folded(String text) {
    if (text.contains("  ") || text.endsWith(" ")) {
      return Optional.empty();
    }
    List<String> lines = new ArrayList<>(List.of(">-"));
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      if (!line.isEmpty() && line.length() + 1 + word.length() > WIDTH) {
        lines.add(line.toString());
        line.setLength(0);
      }
      if (!line.isEmpty()) {
        line.append(' ');
      }
      line.append(word);
    }
    lines.add(line.toString());
    return Optional.of(lines);
  }
}

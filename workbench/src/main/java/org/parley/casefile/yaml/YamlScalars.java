package org.parley.casefile.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/// Writes texts as YAML scalars: plain if that is safe, else in quotes; long ones as blocks. Texts
/// with double quotes, such as JSON, stand in single ones.
public final class YamlScalars {

  /// The longest line of a folded block, without its indentation.
  private static final int WIDTH = 88;

  private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}(][^\\p{Cntrl}]*");
  private static final Pattern TAKEN =
      Pattern.compile("(?i)null|true|false|yes|no|on|off|y|n|\\.inf|\\.nan");

  private YamlScalars() {}

  /// The text on one line; `flow` within brackets or braces.
  public static String inline(String text, boolean flow) {
    if (isPlain(text, flow)) {
      return text;
    }
    boolean isEasier =
        text.indexOf('"') >= 0
            && text.codePoints().noneMatch(c -> c == '\'' || c == '\n' || isSpecial(c));
    return isEasier ? "'" + text + "'" : quoted(text);
  }

  private static boolean isPlain(String text, boolean flow) {
    return PLAIN.matcher(text).matches()
        && !TAKEN.matcher(text).matches()
        && !text.endsWith(":")
        && !text.endsWith(" ")
        && !text.contains(": ")
        && !text.contains(" #")
        && text.codePoints().noneMatch(YamlScalars::isSpecial)
        && !(flow && text.codePoints().anyMatch(c -> ",[]{}".indexOf(c) >= 0));
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
    if (text.isEmpty()
        || Character.isWhitespace(text.charAt(0))
        || text.codePoints().anyMatch(c -> c != '\n' && isSpecial(c))) {
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

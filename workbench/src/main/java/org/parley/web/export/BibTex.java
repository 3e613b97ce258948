package org.parley.web.export;

import java.text.Normalizer;
import java.util.Map;
import java.util.regex.Pattern;

/// Citations for LaTeX.
///
/// Accents are written as commands, so that files in any encoding keep them. Letters of other
/// scripts stay as they are, in UTF-8.
final class BibTex {

  private static final Map<Integer, String> COMMANDS =
      Map.ofEntries(
          Map.entry((int) '\\', "{\\textbackslash}"),
          Map.entry((int) '~', "{\\textasciitilde}"),
          Map.entry((int) '^', "{\\textasciicircum}"),
          Map.entry((int) '"', "{\\textquotedbl}"),
          Map.entry((int) 'ß', "{\\ss}"),
          Map.entry((int) 'ø', "{\\o}"),
          Map.entry((int) 'Ø', "{\\O}"),
          Map.entry((int) 'ł', "{\\l}"),
          Map.entry((int) 'Ł', "{\\L}"),
          Map.entry((int) 'æ', "{\\ae}"),
          Map.entry((int) 'Æ', "{\\AE}"),
          Map.entry((int) 'œ', "{\\oe}"),
          Map.entry((int) 'Œ', "{\\OE}"),
          Map.entry((int) 'å', "{\\aa}"),
          Map.entry((int) 'Å', "{\\AA}"),
          Map.entry((int) 'ı', "{\\i}"));

  private static final Map<Integer, String> ACCENTS =
      Map.ofEntries(
          Map.entry(0x300, "`"),
          Map.entry(0x301, "'"),
          Map.entry(0x302, "^"),
          Map.entry(0x303, "~"),
          Map.entry(0x304, "="),
          Map.entry(0x306, "u"),
          Map.entry(0x307, "."),
          Map.entry(0x308, "\""),
          Map.entry(0x30b, "H"),
          Map.entry(0x30c, "v"),
          Map.entry(0x327, "c"),
          Map.entry(0x328, "k"));

  private static final String ESCAPED = "{}%&#_$";
  private static final Pattern SPACES = Pattern.compile("[\\s\\p{Cntrl}]+");
  private static final int FIRST_BEYOND_ASCII = 0x80;

  private BibTex() {}

  static String write(Citation citation) {
    return "@misc{"
        + citation.key()
        + ",\n"
        + field("title", "{" + escaped(citation.finding() + " – " + citation.caseTitle()) + "}")
        + field("author", "{Parley}")
        + field("year", Integer.toString(citation.asOf().getYear()))
        + field("date", citation.asOf().toString())
        + field("note", escaped(citation.note()))
        // an address is taken literally, and has neither braces nor spaces
        + field("url", citation.address())
        + field("urldate", citation.accessed().toString())
        + field("langid", citation.language().tag())
        + "}\n";
  }

  private static String field(String name, String value) {
    return "  " + name + " = {" + value + "},\n";
  }

  /// Text without a character that LaTeX would take for a command.
  static String escaped(String text) {
    StringBuilder out = new StringBuilder();
    SPACES
        .matcher(text.strip())
        .replaceAll(" ")
        .codePoints()
        .forEach(code -> out.append(escaped(code)));
    return out.toString();
  }

  private static String escaped(int code) {
    String command = COMMANDS.get(code);
    if (command != null) {
      return command;
    }
    if (ESCAPED.indexOf(code) >= 0) {
      return "\\" + Character.toString(code);
    }
    String letter = Character.toString(code);
    if (code < FIRST_BEYOND_ASCII) {
      return letter;
    }
    String parts = Normalizer.normalize(letter, Normalizer.Form.NFD);
    String accent = parts.length() == 2 ? ACCENTS.get((int) parts.charAt(1)) : null;
    return accent == null || parts.charAt(0) > 'z'
        ? letter
        : "{\\" + accent + "{" + parts.charAt(0) + "}}";
  }
}

package org.parley.provision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The lines of a text without rules, heads and numbers of pages, a table of contents and marks of
/// quotation.
final class SourceLines {

  /// Signs of a line at most, where paragraphs are broken into lines.
  private static final int WIDEST_LINE = 120;

  /// Signs that a tabulator goes to at most.
  private static final int TAB = 8;

  /// The signs before a line, with those of a mail that quotes it.
  private static final String BLANKS = " \t\u00a0>";

  /// A rule, and the number of a page.
  private static final Pattern NO_WORDS =
      Pattern.compile(
          "[-–—_=*~ ]{3,}+|[-–—] ?\\d{1,3} ?[-–—]|(?i:page|seite|página|страница) \\d{1,3}(?: \\p{L}{1,4} \\d{1,3})?");

  /// The dots before the number of a page.
  private static final List<String> LEADERS = List.of("....", ". . . .", "……");

  private static final Pattern ENTRY = Pattern.compile("(?<words>.*\\S)\\s+\\d{1,3}");

  /// The headings of a table of contents, in letters alone.
  private static final Set<String> CONTENTS =
      Set.of(
          "contents",
          "tableofcontents",
          "sommaire",
          "tabledesmatières",
          "índice",
          "inhalt",
          "inhaltsverzeichnis",
          "содержание",
          "оглавление",
          "зміст",
          "المحتويات");

  private SourceLines() {}

  /// The lines of a text, by place; empty where there are no words of it.
  static List<String> of(String text) {
    return unquoted(RunningHeads.without(text.lines().map(SourceLines::stripped).toList()));
  }

  /// The spaces before each line; a tabulator counts to the next eighth sign.
  static List<Integer> indents(String text) {
    return text.lines().map(SourceLines::indent).toList();
  }

  private static int indent(String line) {
    int indent = 0;
    int at = 0;
    while (at < line.length() && BLANKS.indexOf(line.charAt(at)) >= 0) {
      indent += line.charAt(at) == '\t' ? TAB - indent % TAB : 1;
      at++;
    }
    return indent;
  }

  /// Whether a line was ended although the first word of the next would have fitted in.
  ///
  /// @param width the signs of a full line
  static boolean isBrokenBefore(String line, String above, int width) {
    int space = line.indexOf(' ');
    int word = space < 0 ? line.length() : space;
    return LineForms.ends(above) && above.length() + word < width;
  }

  /// Without spaces around it, also those that do not break.
  private static String stripped(String line) {
    return line.replaceAll("^[\\s\\x{A0}\\x{FEFF}\\x{200B}]+|[\\s\\x{A0}]+$", "");
  }

  /// The lines without rules, page numbers and a table of contents, and without the marks of a mail
  /// that quotes them all.
  private static List<String> unquoted(List<String> lines) {
    boolean isQuoted = lines.stream().allMatch(it -> it.isEmpty() || it.startsWith(">"));
    boolean isInContents = false;
    List<String> left = new ArrayList<>();
    for (String each : lines) {
      String line = isQuoted ? each.replaceFirst("^[>\\s]+", "") : each;
      isInContents =
          CONTENTS.contains(LineForms.letters(line))
              || (isInContents && (line.isEmpty() || isInContents(line)));
      left.add(isInContents && isInContents(line) ? "" : line);
    }
    return left.stream()
        .map(it -> NO_WORDS.matcher(it).matches() || isContents(it) ? "" : it)
        .toList();
  }

  /// Whether a line below the heading of a table of contents: words and the number of a page.
  /// "Article 1" alone is the first of the text.
  private static boolean isInContents(String line) {
    Matcher entry = ENTRY.matcher(line);
    return entry.matches() && (isContents(line) || NumberWords.unit(entry.group("words")) == null);
  }

  /// Whether a line of a table of contents: words, dots, the number of a page.
  private static boolean isContents(String line) {
    int end = line.length();
    while (end > 0 && (Character.isDigit(line.charAt(end - 1)) || line.charAt(end - 1) == ' ')) {
      end--;
    }
    String words = line.substring(0, end);
    return end < line.length() && LEADERS.stream().anyMatch(words::endsWith);
  }

  /// The signs of a line that is full, in a text whose paragraphs are broken into lines. 0 for a
  /// text that has a paragraph in each line.
  static int width(List<String> lines) {
    int[] lengths = lines.stream().mapToInt(String::length).filter(it -> it > 0).sorted().toArray();
    int most = lengths.length == 0 ? 0 : lengths[lengths.length - 1];
    long full = Arrays.stream(lengths).filter(it -> it >= most * 3 / 4).count();
    return most <= WIDEST_LINE && full * 3 >= lengths.length ? most * 3 / 4 : 0;
  }

  /// The next line with words.
  static int next(List<String> lines, int at) {
    int next = at + 1;
    while (next < lines.size() && lines.get(next).isEmpty()) {
      next++;
    }
    return next;
  }
}

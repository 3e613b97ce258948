package org.parley.cli.packages;

import java.io.PrintWriter;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.ColorScheme;

/// Lines of text that fit a terminal.
final class Page {

  private static final int WIDTH = 100;

  private final PrintWriter out;
  private final ColorScheme colours;

  Page(PrintWriter out, ColorScheme colours) {
    this.out = out;
    this.colours = colours;
  }

  void answer(String sentence) {
    out.println(bold(wrap(sentence, 0, 0)));
  }

  void heading(String words) {
    out.println();
    out.println(bold(wrap(words, 0, 2)));
  }

  /// A line, its continuations two blanks further in.
  void line(int indent, String words) {
    out.println(wrap(words, indent, indent + 2));
  }

  /// A paragraph after an empty line.
  void paragraph(String words) {
    out.println();
    words(words);
  }

  /// A paragraph.
  void words(String words) {
    out.println(wrap(words, 0, 0));
  }

  void row(String left, int width, String right) {
    out.println("  " + left + " ".repeat(Math.max(1, width - left.length())) + right);
  }

  private String bold(String words) {
    Ansi ansi = colours.ansi();
    return ansi.enabled() ? ansi.string("@|bold " + words.replace("|@", "|@ ") + "|@") : words;
  }

  private static String wrap(String words, int first, int rest) {
    StringBuilder text = new StringBuilder(" ".repeat(first));
    int at = first;
    boolean begun = false;
    for (String word : words.split(" ")) {
      if (begun && at + 1 + word.length() > WIDTH) {
        text.append(System.lineSeparator()).append(" ".repeat(rest));
        at = rest;
        begun = false;
      }
      if (begun) {
        text.append(' ');
        at++;
      }
      text.append(word);
      at += word.length();
      begun = true;
    }
    return text.toString();
  }
}

package org.parley.cli;

import java.io.PrintWriter;
import java.util.List;
import org.parley.casefile.CaseProblem;
import org.parley.casefile.LoadResult.Rejected;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/// Prints the faults of a case: each with its line and a mark under the characters concerned.
/// Commands that need a case print their refusal with this.
public final class ProblemPrinter {

  private static final int WIDTH = 100;
  private static final int BEFORE = 40;

  private final Ansi ansi;

  /// A printer with the colours of this command line.
  public ProblemPrinter(CommandLine line) {
    this.ansi = line.getColorScheme().ansi();
  }

  /// Prints every problem and a line that counts them.
  public void print(Rejected rejected, PrintWriter out) {
    print(rejected.problems(), "", out);
    rejected.unchecked().forEach(out::println);
    int count = rejected.problems().size();
    out.println(count == 1 ? "1 problem." : count + " problems.");
  }

  /// Prints every warning.
  public void print(List<CaseProblem> warnings, PrintWriter out) {
    print(warnings, "warning: ", out);
  }

  private void print(List<CaseProblem> problems, String what, PrintWriter out) {
    for (CaseProblem problem : problems) {
      out.println(
          styled("1", problem.place() + ":")
              + " "
              + what
              + clean(problem.sentence())
              + " ["
              + problem.code()
              + "]");
      if (problem.length() > 0) {
        excerpt(problem, out);
      }
      out.println();
    }
  }

  private void excerpt(CaseProblem problem, PrintWriter out) {
    int[] line = problem.source().codePoints().toArray();
    int at = Math.min(problem.place().column() - 1, line.length);
    int from = line.length <= WIDTH ? 0 : Math.max(0, at - BEFORE);
    int until = Math.min(line.length, from + WIDTH);
    String number = Integer.toString(problem.place().line());
    String shown = new String(line, from, until - from);
    StringBuilder mark = new StringBuilder();
    for (int i = from; i < at; i++) {
      mark.append(line[i] == '\t' ? '\t' : ' ');
    }
    int carets = Math.max(1, Math.min(problem.length(), Math.max(1, until - at)));
    out.println("  " + number + " | " + clean(shown));
    out.println(
        "  " + " ".repeat(number.length()) + " | " + mark + styled("31;1", "^".repeat(carets)));
  }

  private String styled(String codes, String words) {
    return ansi.enabled() ? "\u001b[" + codes + "m" + words + "\u001b[0m" : words;
  }

  /// Without characters that could steer a terminal.
  private static String clean(String words) {
    StringBuilder clean = new StringBuilder(words.length());
    words
        .codePoints()
        .forEach(
            c ->
                clean.appendCodePoint(
                    c != '\t' && (Character.isISOControl(c) || isDirection(c)) ? '\uFFFD' : c));
    return clean.toString();
  }

  private static boolean isDirection(int c) {
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
  }
}

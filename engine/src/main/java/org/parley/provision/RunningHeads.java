package org.parley.provision;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The lines that stand on each page of a copied text: `Framework Agreement Page 2 of 9`, and the
/// same words above or below each time.
final class RunningHeads {

  private static final int LONGEST = 120;

  /// The number of a page, at the end or at the beginning of its line.
  private static final Pattern PAGE =
      Pattern.compile(
          "(?:page|seite|página|pagina|страница|стр\\.|сторінка|стор\\.|p\\.)\\h*(?<page>\\d{1,3})"
              + "\\h*(?:of|sur|de|von|из|з|/)\\h*\\d{1,3}",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Pattern EDGES = Pattern.compile("^[\\h|·–—-]+|[\\h|·–—-]+$");

  private final List<String> lines;
  private final List<Integer> heads = new ArrayList<>();

  private RunningHeads(List<String> lines) {
    this.lines = new ArrayList<>(lines);
  }

  /// The lines without running heads, by place; the first of them keeps its words.
  static List<String> without(List<String> lines) {
    RunningHeads running = new RunningHeads(lines);
    running.find();
    if (running.heads.size() > 1) {
      running.clear();
    }
    return running.lines;
  }

  /// Finds the lines that count the pages.
  private void find() {
    int before = -1;
    for (int at = 0; at < lines.size(); at++) {
      Matcher page = PAGE.matcher(lines.get(at));
      if (lines.get(at).length() <= LONGEST && page.find()) {
        int number = Integer.parseInt(page.group("page"));
        boolean isAtEdge =
            page.end() == lines.get(at).length() || lines.get(at).indexOf(page.group()) == 0;
        if (isAtEdge && (before < 0 || number == before + 1)) {
          heads.add(at);
          before = number;
        }
      }
    }
  }

  private void clear() {
    Set<String> seen = new HashSet<>();
    for (int head : heads) {
      String words =
          EDGES.matcher(PAGE.matcher(lines.get(head)).replaceFirst("")).replaceAll("").strip();
      lines.set(head, words.isEmpty() || !seen.add(words) ? "" : words);
    }
    clearBeside(1);
    clearBeside(-1);
  }

  /// Clears the line above or below each head, where it is the same each time.
  private void clearBeside(int step) {
    List<Integer> beside =
        heads.stream()
            .map(head -> head + step)
            .filter(at -> at >= 0 && at < lines.size() && !lines.get(at).isEmpty())
            .toList();
    boolean isSame =
        beside.size() > 1
            && beside.size() >= heads.size() - 1
            && beside.stream().map(lines::get).distinct().count() == 1;
    if (isSame) {
      beside.subList(1, beside.size()).forEach(at -> lines.set(at, ""));
    }
  }
}

package org.parley.clause;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Edits in different places of a text have the consequences of each, and no others.
class EditsAddUpLawTest {

  private static final int PAIRS = 120;
  private static final int LEAST_TRIED = 60;

  @Test
  void editsInDifferentPlacesAddUp() throws IOException {
    String text = Edits.resource("valley.txt");
    List<String> edits = new ArrayList<>();
    for (String each : Edits.resource("valley-edits.txt").split("(?m)^# ", -1)) {
      // those that number or move whole articles reach into other places
      if (!each.isBlank() && each.lines().filter(line -> line.startsWith("- ")).count() == 1) {
        edits.add(each);
      }
    }
    Random random = new Random(20_260_601);
    int tried = 0;
    for (int i = 0; i < PAIRS; i++) {
      String one = edits.get(random.nextInt(edits.size()));
      String other = edits.get(random.nextInt(edits.size()));
      if (articles(one, text).equals(articles(other, text))) {
        continue;
      }
      SeededEdits first = SeededEdits.read("# " + one, _ -> text).getFirst();
      SeededEdits both = SeededEdits.read("# " + other, _ -> first.after()).getFirst();
      if (isOfTerms(first) && isOfTerms(both)) {
        // what one defines, the other may use
        continue;
      }
      List<String> expected = new ArrayList<>(first.expected());
      expected.addAll(both.expected());
      assertEquals(
          placed(expected),
          placed(Edits.said(Edits.of(text, both.after()))),
          first.name() + " and " + both.name());
      tried++;
    }
    assertTrue(tried >= LEAST_TRIED, "only " + tried);
  }

  private static boolean isOfTerms(SeededEdits edit) {
    return edit.expected().stream().anyMatch(each -> each.contains(" undefined "));
  }

  /// In order. A term without a definition is told where it is used first, which the other edit may
  /// move: its place does not count.
  private static List<String> placed(List<String> consequences) {
    return consequences.stream()
        .map(each -> each.replaceFirst("^\\S+ undefined ", "undefined "))
        .sorted()
        .toList();
  }

  /// The article in which an edit is.
  private static String articles(String edit, String text) {
    String old =
        edit.lines()
            .filter(line -> line.startsWith("- "))
            .findFirst()
            .orElseThrow()
            .substring(2)
            .replace("\\n", "\n");
    int at = text.indexOf("\nArticle ", 0);
    int last = 0;
    while (at >= 0 && at <= text.indexOf(old)) {
      last = at;
      at = text.indexOf("\nArticle ", at + 1);
    }
    return Integer.toString(last);
  }
}

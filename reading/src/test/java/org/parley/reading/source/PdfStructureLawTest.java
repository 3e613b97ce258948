package org.parley.reading.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.parley.provision.ProvisionReader;
import org.parley.provision.TextProvision;
import org.parley.reading.source.PdfPages.Laid;
import org.parley.reading.source.PdfPages.Look;

/// A PDF has the paragraphs of the text that was laid out, in their order and with all their words:
/// in columns, with indents, gaps, running heads, notes at the foot and tables. In one column it
/// has the tree of that text too.
class PdfStructureLawTest {

  private static final int TEXTS = 80;
  private static final List<String> NOUNS =
      List.of(
          "Parties",
          "forces",
          "Commission",
          "weapons",
          "zone",
          "observers",
          "detainees",
          "council",
          "river",
          "border");
  private static final List<String> VERBS =
      List.of("withdraw from", "verify", "register", "inspect", "return to", "report on");

  @Test
  void theTextIsTheOneThatWasLaidOut() throws IOException {
    for (int i = 0; i < TEXTS; i++) {
      SplittableRandom random = new SplittableRandom(1_000 + i);
      PdfPages pages = new PdfPages(random);
      PdfDraft draft = new PdfDraft(random, pages);
      List<Laid> laid = draft.laid();
      String text = text(pages.print(laid));
      assertEquals(
          String.join("\n", draft.paragraphs()),
          String.join("\n", text.lines().map(String::strip).filter(it -> !it.isEmpty()).toList()),
          "seed " + (1_000 + i) + " " + pages);
      if (pages.columns == 1) {
        assertEquals(
            String.join("\n", tree(draft.plain())),
            String.join("\n", tree(text)),
            "tree of seed " + (1_000 + i) + " " + pages);
      }
    }
  }

  /// The text without the running head, which shows itself on two pages or more.
  private static String text(byte[] pdf) throws IOException {
    String words = Articles.wholeText(pdf).words();
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return document.getNumberOfPages() > 1 ? words : words.replace(PdfPages.HEAD, "");
    }
  }

  private static List<String> tree(String text) {
    List<String> found = new ArrayList<>();
    ProvisionReader.read(text).provisions().forEach(each -> outline(each, 0, found));
    return found;
  }

  private static void outline(TextProvision each, int depth, List<String> found) {
    String number = each.number() == null ? "" : each.number().printed();
    found.add(
        "  ".repeat(depth)
            + number
            + " "
            + each.heading()
            + ": "
            + String.join("|", each.paragraphs()));
    each.parts().forEach(part -> outline(part, depth + 1, found));
  }

  /// A text that is made by chance for a layout.
  private static final class PdfDraft {
    private final SplittableRandom random;
    private final PdfPages pages;
    private final List<Laid> laid = new ArrayList<>();
    private int notes;

    PdfDraft(SplittableRandom random, PdfPages pages) {
      this.random = random;
      this.pages = pages;
    }

    List<Laid> laid() throws IOException {
      add(Look.HEADING, 0, "ACCORD");
      text(0, "");
      int articles = 3 + random.nextInt(6);
      for (int i = 1; i <= articles; i++) {
        if (i % 3 == 1) {
          add(Look.HEADING, 0, "Chapter " + (1 + i / 3));
        }
        add(Look.HEADING, 0, "Article " + i);
        article();
      }
      add(Look.HEADING, 0, "Annex A");
      article();
      return laid;
    }

    private void article() throws IOException {
      switch (random.nextInt(3)) {
        case 0 -> text(0, "");
        case 1 -> {
          text(0, ":");
          items(1);
        }
        default -> {
          for (int i = 1; i <= 2 + random.nextInt(3); i++) {
            numbered(0, i + ".", random.nextInt(3) == 0 ? ":" : ".");
            if (laid.getLast().words().endsWith(":")) {
              items(1);
            }
          }
        }
      }
      if (random.nextInt(4) == 0) {
        table();
      }
    }

    private void items(int depth) throws IOException {
      int count = 2 + random.nextInt(3);
      for (int i = 0; i < count; i++) {
        String mark =
            depth == 1
                ? "(" + (char) ('a' + i) + ")"
                : List.of("(i)", "(ii)", "(iii)", "(iv)").get(i);
        boolean hasItems = depth == 1 && random.nextInt(4) == 0;
        numbered(depth, mark, hasItems ? ":" : i + 1 == count ? "." : ";");
        if (hasItems) {
          items(2);
          if (random.nextBoolean()) {
            text(1, "");
          }
        }
      }
      if (depth == 1 && random.nextBoolean()) {
        text(0, "");
      }
    }

    private void table() {
      int columns = Math.min(2 + random.nextInt(3), (int) (pages.width / (9 * pages.size)));
      for (int i = 0; columns > 1 && i < 2 + random.nextInt(3); i++) {
        List<String> cells = new ArrayList<>();
        for (int j = 0; j < columns; j++) {
          cells.add(j == 0 ? noun() : "D+" + random.nextInt(1, 90));
        }
        laid.add(new Laid(Look.ROW, 0, "", cells, ""));
      }
    }

    private void numbered(int depth, String mark, String end) throws IOException {
      add(Look.ITEM, depth + 1, mark + " " + sentence(end));
    }

    private void text(int depth, String end) throws IOException {
      boolean isNoted = notes < 9 && random.nextInt(5) == 0;
      String words = sentence(end.isEmpty() ? "." : end);
      isNoted &= !Character.isDigit(words.charAt(words.length() - 2));
      if (isNoted) {
        notes++;
        words =
            words.substring(0, words.length() - 1) + "^" + notes + words.charAt(words.length() - 1);
      }
      add(Look.TEXT, depth, words);
      if (isNoted) {
        Laid last = laid.removeLast();
        laid.add(
            new Laid(
                last.look(),
                last.depth(),
                last.words(),
                List.of(),
                "^" + notes + " Counted from day " + notes + "."));
      }
    }

    private String sentence(String end) {
      StringBuilder words = new StringBuilder("The " + noun());
      int clauses = 1 + random.nextInt(6);
      for (int i = 0; i < clauses; i++) {
        words.append(i == 0 ? " shall " : " and ").append(VERBS.get(random.nextInt(VERBS.size())));
        words.append(" the ").append(noun());
        if (random.nextInt(4) == 0) {
          words.append(" under Article ").append(random.nextInt(1, 30));
        }
      }
      return words + end;
    }

    private String noun() {
      return NOUNS.get(random.nextInt(NOUNS.size()));
    }

    /// Adds a paragraph whose end shows.
    private void add(Look look, int depth, String words) throws IOException {
      Laid each = Laid.of(look, depth, words);
      for (int i = 0;
          i < 12 && pages.isTight() && look != Look.HEADING && !pages.endsShort(each);
          i++) {
        each =
            Laid.of(
                look,
                depth,
                each.words()
                    .replaceFirst(
                        " (shall|and) ", i % 2 == 0 ? " $1 also " : " $1 fully and soon "));
      }
      laid.add(each);
    }

    List<String> paragraphs() {
      List<String> words = new ArrayList<>();
      for (Laid each : laid) {
        if (each.look() == Look.ROW) {
          words.add(String.join("\t", each.cells()));
        } else {
          words.add(each.words().replaceAll("\\^\\d", "*"));
        }
        if (!each.note().isEmpty()) {
          words.add("*" + each.note().substring(2));
        }
      }
      return words;
    }

    String plain() {
      StringBuilder text = new StringBuilder();
      List<String> paragraphs = paragraphs();
      int at = 0;
      for (Laid each : laid) {
        String indent = "    ".repeat(each.depth());
        text.append(indent).append(paragraphs.get(at++)).append("\n\n");
        if (!each.note().isEmpty()) {
          text.append(indent).append(paragraphs.get(at++)).append("\n\n");
        }
      }
      return text.toString();
    }
  }
}

package org.parley.exchange.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Texts of agreements as drafts have them: chapters, articles, lists, brackets, annexes.
final class RandomTexts {

  private static final List<String> WORDS =
      List.of(
          "parties",
          "water",
          "release",
          "within",
          "days",
          "commission",
          "verify",
          "weapons",
          "withdraw",
          "report",
          "monthly",
          "northern",
          "bridge",
          "& toll",
          "<gate>",
          "مياه",
          "𝒳");
  private static final List<String> BRACKETS =
      List.of(
          "[shall][should]",
          "[Arda: at once][Brenn: in phases]",
          "[Arda, Brenn: jointly][no text]",
          "[Brenn: no text][may]");

  private final Random random;

  RandomTexts(long seed) {
    this.random = new Random(seed);
  }

  /// The lines of a text.
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    if (random.nextBoolean()) {
      lines.add("Agreement on the " + word());
      lines.add("The " + sentence());
    }
    boolean hasChapters = random.nextBoolean();
    int article = 1;
    int chapters = hasChapters ? 1 + random.nextInt(2) : 1;
    for (int chapter = 1; chapter <= chapters; chapter++) {
      if (hasChapters) {
        lines.add("Chapter " + chapter + ". On " + word());
      }
      for (int i = random.nextInt(3); i >= 0; i--) {
        article(article++, lines);
      }
    }
    if (random.nextInt(3) == 0) {
      lines.add("Done at Aro, the " + sentence());
      if (random.nextBoolean()) {
        lines.add("Annex A");
        article(1, lines);
      }
    }
    return lines;
  }

  private void article(int number, List<String> lines) {
    lines.add("Article " + number + (random.nextBoolean() ? ". The " + word() : ""));
    for (int i = random.nextInt(2); i >= 0; i--) {
      lines.add("The " + sentence());
    }
    String indent = random.nextInt(3) == 0 ? "    " : "";
    int items = random.nextInt(4);
    for (int i = 1; i <= items; i++) {
      lines.add(indent + i + ". The " + sentence());
      if (random.nextInt(4) == 0) {
        lines.add(indent + indent + "(a) The " + sentence());
        lines.add(indent + indent + "(b) The " + sentence());
        after(indent, lines);
      }
    }
    if (items > 1) {
      after("", lines);
    }
  }

  /// A paragraph after a list, which shows by its place that it belongs to what is around it.
  private void after(String indent, List<String> lines) {
    boolean isIndented = lines.getLast().startsWith(indent + " ");
    if (isIndented && random.nextInt(2) == 0) {
      lines.add(indent + "The " + sentence());
    }
  }

  private String word() {
    return WORDS.get(random.nextInt(WORDS.size()));
  }

  private String sentence() {
    StringBuilder words = new StringBuilder(word());
    for (int i = 2 + random.nextInt(9); i > 0; i--) {
      words
          .append(' ')
          .append(random.nextInt(9) == 0 ? BRACKETS.get(random.nextInt(BRACKETS.size())) : word());
    }
    return words.append('.').toString();
  }

  /// The same with some lines reworded, put in, taken out or moved.
  List<String> edited(List<String> lines) {
    List<String> edited = new ArrayList<>(lines);
    for (int i = random.nextInt(5); i > 0; i--) {
      int at = random.nextInt(edited.size());
      switch (random.nextInt(4)) {
        case 0 -> edited.set(at, edited.get(at).replaceFirst(" \\p{L}+ ", " " + word() + " "));
        case 1 -> edited.add(at, "The " + sentence());
        case 2 -> edited.remove(at);
        default -> edited.add(random.nextInt(edited.size()), edited.remove(at));
      }
      if (edited.isEmpty()) {
        edited.add("The " + sentence());
      }
    }
    return edited;
  }
}

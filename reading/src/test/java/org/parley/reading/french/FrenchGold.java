package org.parley.reading.french;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.NullMarked;
import org.parley.reading.Article;
import org.parley.reading.ArticleReading;
import org.parley.reading.Proposal;
import org.parley.reading.ReaderUnavailableException;
import org.parley.reading.SaidStance;
import org.parley.reading.TextSpan;
import org.parley.reading.rules.RuleReader;

/// An annotated French text, and how it is scored: lines of a kind, its fields, and the words.
///
/// @param lines `share | speaker | share | words`, `meeting | place | when | held or planned |
///   words`, `document | state | when | words`
@NullMarked
record FrenchGold(String name, String text, LocalDate published, List<List<String>> lines) {

  /// Found, right, and annotated.
  record Score(int found, int right, int gold) {
    Score plus(Score other) {
      return new Score(found + other.found, right + other.right, gold + other.gold);
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "P %.2f R %.2f F1 %.2f (%d right, %d found, of %d)",
          right / (double) Math.max(1, found),
          right / (double) Math.max(1, gold),
          2 * right / (double) Math.max(1, found + gold),
          right,
          found,
          gold);
    }
  }

  static FrenchGold of(String folder, String name) throws IOException {
    List<String> text = new ArrayList<>();
    List<List<String>> lines = new ArrayList<>();
    String published = "";
    try (InputStream in = FrenchGold.class.getResourceAsStream(folder + "/" + name + ".txt")) {
      if (in == null) {
        throw new IOException("no text " + name);
      }
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
        List<String> parts = List.of(line.split(" \\| "));
        switch (parts.getFirst()) {
          case "published" -> published = parts.get(1);
          case "text" -> text.add(parts.get(1));
          default -> lines.add(parts);
        }
      }
    }
    return new FrenchGold(
        name, String.join("\n\n", text), LocalDate.parse(published), List.copyOf(lines));
  }

  List<Proposal> proposals() throws ReaderUnavailableException {
    return ArticleReading.of(Article.of(text, published), new RuleReader()).proposals();
  }

  /// A proposal as a line of the annotation; empty for kinds that French has not.
  static List<String> line(Proposal proposal) {
    String words = proposal.quotation().words();
    return switch (proposal) {
      case Proposal.OfClaim claim when claim.stance() == SaidStance.SHARE ->
          List.of("share", claim.speaker().name(), String.valueOf(claim.share()), words);
      case Proposal.OfMeeting meeting ->
          List.of(
              "meeting",
              meeting.place() == null ? "none" : meeting.place(),
              meeting.when() == null ? "none" : meeting.when().toString(),
              meeting.isPlanned() ? "planned" : "held",
              words);
      case Proposal.OfInstrument instrument ->
          List.of(
              "document",
              instrument.state().name(),
              instrument.when() == null ? "none" : instrument.when().toString(),
              words);
      default -> List.of("other", words);
    };
  }

  /// Right is a line with the same fields whose words cover half of the shorter ones.
  Score score(String kind) throws ReaderUnavailableException {
    List<List<String>> left =
        new ArrayList<>(lines.stream().filter(each -> is(kind, each)).toList());
    int gold = left.size();
    int right = 0;
    List<Proposal> found = proposals().stream().filter(each -> is(kind, line(each))).toList();
    for (Proposal each : found) {
      List<String> match =
          left.stream().filter(line -> isSame(line, each)).findFirst().orElse(List.of());
      right += left.remove(match) ? 1 : 0;
    }
    return new Score(found.size(), right, gold);
  }

  private static boolean is(String kind, List<String> line) {
    return line.getFirst().equals(kind);
  }

  private boolean isSame(List<String> gold, Proposal proposal) {
    List<String> line = line(proposal);
    int at = text.indexOf(gold.getLast());
    if (at < 0) {
      throw new IllegalStateException("not in the text: " + gold.getLast());
    }
    TextSpan words = new TextSpan(at, at + gold.getLast().length());
    TextSpan found = proposal.quotation().at();
    int shorter = Math.min(words.length(), found.length());
    return line.subList(0, line.size() - 1).equals(gold.subList(0, gold.size() - 1))
        && words.overlap(found) * 2 >= shorter;
  }
}

package org.parley.redline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.parley.model.PartyId;
import org.parley.model.Visibility;
import org.parley.model.date.Edtf;
import org.parley.model.text.Segment;
import org.parley.model.text.Segment.Alternative;
import org.parley.model.text.Segment.Bracket;
import org.parley.model.text.Segment.Plain;
import org.parley.model.text.TextStatus;
import org.parley.model.text.TextVersion;

class TextComparisonTest {

  private static final PartyId A = new PartyId("A");
  private static final PartyId B = new PartyId("B");
  private static final PartyId C = new PartyId("C");

  private static TextVersion text(Segment... segments) {
    return new TextVersion(
        "1",
        Edtf.of("2025-03-01"),
        TextStatus.ROLLING_TEXT,
        List.of(segments),
        List.of(),
        new Visibility.Public());
  }

  private static Alternative says(@Nullable String words, PartyId... holders) {
    return new Alternative(List.of(holders), words, words == null);
  }

  private static Bracket bracket(Alternative... alternatives) {
    return new Bracket(null, List.of(alternatives));
  }

  private static String shown(List<Piece> pieces) {
    return pieces.stream()
        .map(
            piece ->
                switch (piece.kind()) {
                  case KEPT -> piece.text();
                  case ADDED -> "{+" + piece.text() + "}";
                  case REMOVED -> "{-" + piece.text() + "}";
                })
        .collect(Collectors.joining());
  }

  @Test
  void wordsAreCompared() {
    assertEquals(
        "The forces {-shall }{+will }withdraw {+fully }within {-30 }{+60 }days.",
        shown(
            WordDiff.between(
                "The forces shall withdraw within 30 days.",
                "The forces will withdraw fully within 60 days.")));
    assertEquals("same", shown(WordDiff.between("same", "same")));
    assertEquals("{+new}", shown(WordDiff.between("", "new")));
    assertEquals("{-old}", shown(WordDiff.between("old", "")));
    assertEquals("", shown(WordDiff.between("", "")));
    assertEquals(
        "\u041b\u0456\u043d\u0456\u044f {-\u0424\u0440\u043e\u043d\u0442\u0443}{+\u043c\u0435\u0436\u0456}",
        shown(
            WordDiff.between(
                "\u041b\u0456\u043d\u0456\u044f \u0424\u0440\u043e\u043d\u0442\u0443",
                "\u041b\u0456\u043d\u0456\u044f \u043c\u0435\u0436\u0456")));
  }

  @Test
  void theScriptIsAShortestOneAndLeadsFromOneTextToTheOther() {
    Random random = new Random(11);
    for (int round = 0; round < 400; round++) {
      List<Integer> from = numbers(random);
      List<Integer> to = numbers(random);
      List<MyersDiff.Step> steps =
          MyersDiff.of(from.size(), to.size(), (i, j) -> from.get(i).equals(to.get(j)));
      List<Integer> before = new ArrayList<>();
      List<Integer> after = new ArrayList<>();
      int kept = 0;
      for (MyersDiff.Step step : steps) {
        if (step.before() >= 0) {
          before.add(step.before());
        }
        if (step.after() >= 0) {
          after.add(step.after());
        }
        if (step.before() >= 0 && step.after() >= 0) {
          assertEquals(from.get(step.before()), to.get(step.after()), "round " + round);
          kept++;
        }
      }
      assertEquals(upTo(from.size()), before, "round " + round);
      assertEquals(upTo(to.size()), after, "round " + round);
      assertEquals(longestInCommon(from, to), kept, "round " + round);
    }
  }

  private static List<Integer> numbers(Random random) {
    int size = random.nextInt(12);
    int values = 1 + random.nextInt(4);
    List<Integer> numbers = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      numbers.add(random.nextInt(values));
    }
    return numbers;
  }

  private static List<Integer> upTo(int size) {
    List<Integer> all = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      all.add(i);
    }
    return all;
  }

  /// By the table of all prefixes.
  private static int longestInCommon(List<Integer> one, List<Integer> other) {
    int[][] best = new int[one.size() + 1][other.size() + 1];
    for (int i = 1; i <= one.size(); i++) {
      for (int j = 1; j <= other.size(); j++) {
        best[i][j] =
            one.get(i - 1).equals(other.get(j - 1))
                ? best[i - 1][j - 1] + 1
                : Math.max(best[i - 1][j], best[i][j - 1]);
      }
    }
    return best[one.size()][other.size()];
  }

  @Test
  void aBracketIsSettledByTakingTheWordsOfOne() {
    Bracket bracket = bracket(says("within 30 days", A), says("within 90 days", B, C));
    TextComparison found =
        TextComparison.between(
            text(new Plain("The forces withdraw"), bracket, new Plain("of signature.")),
            text(new Plain("The forces withdraw within 30 days of signature.")));
    assertEquals(
        List.of(new Move.Settled(bracket, bracket.alternatives().getFirst(), "within 30 days")),
        found.moves());
    Move.Settled settled = (Move.Settled) found.moves().getFirst();
    assertEquals(List.of(A), settled.got());
    assertEquals(List.of(B, C), settled.gave());
  }

  @Test
  void aBracketIsSettledByWordsOfNobodyOrBySayingNothing() {
    Bracket bracket = bracket(says("within 30 days", A), says(null, B));
    TextComparison compromise =
        TextComparison.between(text(new Plain("Go"), bracket), text(new Plain("Go in due course")));
    assertEquals(List.of(new Move.Settled(bracket, null, "in due course")), compromise.moves());
    TextComparison nothing =
        TextComparison.between(text(new Plain("Go"), bracket), text(new Plain("Go")));
    assertEquals(
        List.of(new Move.Settled(bracket, bracket.alternatives().getLast(), "")), nothing.moves());
  }

  @Test
  void aPartyGoesFromOneWordingToAnother() {
    Alternative thirty = says("within 30 days", A);
    TextComparison found =
        TextComparison.between(
            text(bracket(thirty, says("within 90 days", B, C))),
            text(bracket(says("within 30 days", A, C), says("within 90 days", B))));
    assertEquals(
        List.of(new Move.Went(C, says("within 90 days", B, C), says("within 30 days", A, C))),
        found.moves());
  }

  @Test
  void holdersRewordTheirOwn() {
    TextComparison found =
        TextComparison.between(
            text(bracket(says("within 30 days", A), says("within 90 days", B))),
            text(bracket(says("within 30 days", A), says("within 60 days", B))));
    assertEquals(
        List.of(new Move.Reworded(says("within 90 days", B), says("within 60 days", B))),
        found.moves());
  }

  @Test
  void aBracketIsOpenedAroundWords() {
    Bracket bracket = bracket(says("shall withdraw", A), says("may withdraw", B));
    TextComparison found =
        TextComparison.between(
            text(new Plain("The forces shall withdraw now.")),
            text(new Plain("The forces"), bracket, new Plain("now.")));
    assertEquals(List.of(new Move.Opened(bracket, "shall withdraw")), found.moves());
  }

  @Test
  void wordsOutsideBracketsAreRedrafted() {
    TextComparison found =
        TextComparison.between(
            text(new Plain("The forces withdraw.")), text(new Plain("All forces withdraw.")));
    assertEquals(List.of(new Move.Redrafted("The", "All")), found.moves());
  }

  @Test
  void nothingMovedBetweenEqualTexts() {
    TextVersion text = text(new Plain("Go"), bracket(says("now", A), says(null, B)));
    assertTrue(TextComparison.between(text, text).moves().isEmpty());
  }

  @Test
  void theLaterTextCanBeReadFromTheSpans() {
    TextComparison found =
        TextComparison.between(
            text(
                new Plain("The forces"),
                bracket(says("of A", A), says("of B", B)),
                new Plain("go.")),
            text(
                new Plain("All forces"),
                bracket(says("of A", A), says("of C", B)),
                new Plain("go.")));
    String words =
        found.spans().stream()
            .filter(RedlineSpan.Plain.class::isInstance)
            .map(span -> ((RedlineSpan.Plain) span).piece())
            .filter(piece -> piece.kind() != Piece.Kind.REMOVED)
            .map(Piece::text)
            .collect(Collectors.joining());
    assertEquals("All forces go. ", words);
  }

  @Test
  void aWordTakenOutAtTheEndStandsApartFromTheOneBefore() {
    assertEquals(
        List.of(
            new Piece(Piece.Kind.ADDED, "all delegations and "),
            new Piece(Piece.Kind.KEPT, "the mediator"),
            new Piece(Piece.Kind.REMOVED, " alone")),
        WordDiff.between("the mediator alone", "all delegations and the mediator"));
    assertEquals(
        List.of(new Piece(Piece.Kind.KEPT, "agreed"), new Piece(Piece.Kind.REMOVED, ".")),
        WordDiff.between("agreed.", "agreed"));
  }
}

package org.parley.wording;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.parley.board.Board;
import org.parley.board.World;

/// What boards of small worlds come to, in every language.
@NullMarked
class BoardWordingTest {

  private static BoardWording wording(Language language, Board board) {
    return new BoardWording(Messages.of(language), board.view());
  }

  private static String summary(Language language, Board board) {
    return wording(language, board).summary(board.summary()).text();
  }

  @Test
  void nothingIsSaid() {
    Board board = World.of().board("01-31");
    assertEquals(
        "No word or act of A, B and C is on record yet, on any of 4 points.",
        summary(Language.ENGLISH, board));
    assertEquals(
        "Aucune parole ni aucun acte de A, B et C n’est encore au dossier, sur aucun des 4 points.",
        summary(Language.FRENCH, board));
  }

  @Test
  void nothingIsAgreed() {
    Board board = World.of("01-02 Ann/A open p1").board("01-31");
    assertEquals(
        "No point of 4 is on record as agreed between any two of A, B and C.",
        summary(Language.ENGLISH, board));
    assertEquals(
        "Aucun des 4 points n’est consigné comme convenu entre deux des parties suivantes : A, B et"
            + " C.",
        summary(Language.FRENCH, board));
  }

  @Test
  void oneSideSpeaksForBoth() {
    Board board = World.of("01-02 Ann/A agreed p1, p2 between A B").board("01-31");
    assertEquals(
        "A and B: 2 of 4 points agreed, on the word of A. Not agreed: 3 Point 3 and 4 Point 4."
            + " No word: C. Nothing is agreed until everything is agreed.",
        summary(Language.ENGLISH, board));
    assertEquals(
        "A et B : 2 points convenus sur 4, selon les seuls dires de : A. Pas d’accord sur : 3 Point"
            + " 3 et 4 Point 4. Aucune déclaration : C. Rien n’est convenu tant que tout ne l’est pas.",
        summary(Language.FRENCH, board));
  }

  @Test
  void someOfThemOnAnothersWord() {
    Board board =
        World.of("01-02 Ann/A agreed p1, p2 between A B", "01-03 Bob/B agreed p1").board("01-31");
    assertEquals(
        "A and B: 2 of 4 points agreed, 1 of them on the word of A.",
        wording(Language.ENGLISH, board).summary(board.summary()).headline().text());
  }

  @Test
  void oneSaysAgreedTheOtherSaysOtherwise() {
    Board board =
        World.of("01-02 Ann/A agreed p1 between A B", "01-03 Bob/B open p1").board("01-31");
    assertEquals(
        "Ann (A, 2 January 2026) says agreed between A and B, Bob (B, 3 January 2026) says open;"
            + " one of them speaks for B.",
        contradiction(Language.ENGLISH, board));
    assertEquals(
        "Ann (A, 2 janvier 2026) dit « accepté entre A et B », Bob (B, 3 janvier 2026) dit"
            + " « ouvert » ; l’un des deux parle pour B.",
        contradiction(Language.FRENCH, board));
  }

  @Test
  void receivedAndNotReceived() {
    Board board =
        World.of("01-02 Petr/C received whole", "01-20 Serg/C not-received whole").board("01-31");
    assertEquals(
        "C is on record both with the text and without it: Petr (C, 2 January 2026) says received,"
            + " Serg (C, 20 January 2026) says not received.",
        contradiction(Language.ENGLISH, board));
  }

  private static String contradiction(Language language, Board board) {
    return wording(language, board).contradiction(board.contradictions().getFirst()).text();
  }

  @Test
  void quotedSharesAreExplained() {
    Board board =
        World.of(
                "01-02 Ann/A agreed p1, p2, p3 between A B",
                "01-03 Ann/A share:75_% whole between A B",
                "01-04 Bob/B share:4_of_4 whole between A B",
                "01-05 Bob/B share:almost treaty between A B",
                "01-06 Bob/B share:100_% p1-military between A B")
            .board("01-31");
    assertEquals(
        List.of(
            "75 % of 4 points is 3, as on record: 3 of 4 are on record as agreed among A and B, on the"
                + " word of A; among all 3 it is 0.",
            "4 of 4, 1 more than on record: 3 of 4 are on record as agreed among A and B, on the word"
                + " of A; among all 3 it is 0.",
            "“almost” is not a number: 3 of 4 are on record as agreed among A and B, on the word of A;"
                + " among all 3 it is 0.",
            "It concerns Military alone, of which no points are on record, so it cannot be counted;"
                + " among A and B it stands as: agreed."),
        comparisons(Language.ENGLISH, board));
    assertEquals(
        "75 % de 4 points font 3, comme consigné : 3 points sur 4 sont consignés comme convenus entre"
            + " A et B, selon les seuls dires de : A ; entre toutes les 3 parties : 0.",
        comparisons(Language.FRENCH, board).getFirst());
  }

  private static List<String> comparisons(Language language, Board board) {
    BoardWording wording = wording(language, board);
    return board.quotedShares().stream().map(each -> wording.comparison(each).text()).toList();
  }
}

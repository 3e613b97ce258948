package org.parley.redline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.parley.document.BracketPrinter;
import org.parley.document.DocumentElement;
import org.parley.document.DocumentReader;
import org.parley.document.DocumentText;
import org.parley.model.PartyId;

/// What changed between two whole texts.
class DocumentComparisonTest {

  private static final BracketPrinter PRINTER = new BracketPrinter(PartyId::value, "no text");

  private static DocumentText read(String text) {
    return DocumentReader.read(
        text,
        "en",
        name -> name.matches("[a-z]{1,9}") ? Optional.of(new PartyId(name)) : Optional.empty());
  }

  /// A line an element: `=` kept, `~` changed, `+` added, `-` removed, and its words with
  /// `{-removed-}` and `{+added+}`.
  private static String compared(String before, String after) {
    List<String> lines = new ArrayList<>();
    for (ComparedElement each :
        DocumentComparison.between(read(before), read(after), PRINTER).elements()) {
      StringBuilder line = new StringBuilder(sign(each)).append(' ').append(each.element().id());
      DocumentElement moved = each.moved();
      if (moved != null) {
        line.append(" (moved: ").append(moved.id()).append(')');
      }
      for (ComparedLine own : each.lines()) {
        line.append(" | ");
        for (Piece piece : own.pieces()) {
          String words = piece.text().strip();
          line.append(
              switch (piece.kind()) {
                case KEPT -> words + " ";
                case ADDED -> "{+" + words + "+} ";
                case REMOVED -> "{-" + words + "-} ";
              });
        }
      }
      lines.add(line.toString().strip().replace('\t', ' ').replaceAll(" +", " "));
    }
    return String.join("\n", lines) + "\n";
  }

  private static String sign(ComparedElement each) {
    return switch (each.kind()) {
      case KEPT -> each.isChanged() ? "~" : "=";
      case ADDED -> "+";
      case REMOVED -> "-";
    };
  }

  private static final String FIRST =
      """
      Article 1
      The parties cease fire on Monday.
      Article 2
      Prisoners are released within ten days.
      Article 3
      A commission [arda: verifies][bel: observes] the release.
      """;

  @Test
  void wordsAreComparedWithinTheArticlesThatAreTheSame() {
    assertEquals(
        """
        = art_1 | Article 1 | The parties cease fire on Monday.
        ~ art_2 | Article 2 | Prisoners are released within {-ten-} {+thirty+} days.
        ~ art_3 | Article 3 | A commission [arda: verifies][bel: {-observes-} {+reports on+} ] the release.
        """,
        compared(
            FIRST, FIRST.replace("ten days", "thirty days").replace("observes", "reports on")));
  }

  @Test
  void anArticlePutInBeforeOthersOnlyRenumbersThem() {
    assertEquals(
        """
        = art_1 | Article 1 | The parties cease fire on Monday.
        + art_2 | {+Article 2+} | {+Heavy weapons are withdrawn by thirty kilometres.+}
        ~ art_3 | Article {-2-} {+3+} | Prisoners are released within ten days.
        ~ art_4 | Article {-3-} {+4+} | A commission [arda: verifies][bel: observes] the release.
        """,
        compared(
            FIRST,
            FIRST
                .replace("Article 3", "Article 4")
                .replace(
                    "Article 2",
                    "Article 2\nHeavy weapons are withdrawn by thirty kilometres.\nArticle 3")));
  }

  @Test
  void anArticleThatMovedIsRemovedAndAddedAndSaysWhere() {
    String moved =
        """
        Article 1
        Prisoners are released within ten days.
        Article 2
        The parties cease fire on Monday.
        Article 3
        A commission [arda: verifies][bel: observes] the release.
        """;
    String compared = compared(FIRST, moved);
    assertTrue(compared.contains("(moved: art_"), compared);
  }

  @Test
  void aTextComparedWithItselfHasNoChange() {
    DocumentText text = read(FIRST);
    assertEquals(0, DocumentComparison.alone(text, PRINTER).changes());
    assertEquals(6, DocumentComparison.alone(text, PRINTER).lines().size());
  }
}

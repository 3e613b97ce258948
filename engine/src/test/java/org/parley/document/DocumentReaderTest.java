package org.parley.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.parley.model.PartyId;
import org.parley.model.text.Segment;

/// Whole texts as trees.
class DocumentReaderTest {

  private static final Map<String, PartyId> PARTIES =
      Map.of("Arda", new PartyId("arda"), "Bel", new PartyId("bel"));
  private static final BracketPrinter PRINTER =
      new BracketPrinter(id -> id.value().equals("arda") ? "Arda" : "Bel", "no text");

  private static DocumentText read(String text) {
    return DocumentReader.read(text, "en", name -> Optional.ofNullable(PARTIES.get(name)));
  }

  private static String outline(DocumentText text) {
    List<String> lines = new ArrayList<>();
    text.elements().forEach(each -> outline(each, "", lines));
    return String.join("\n", lines) + "\n";
  }

  private static void outline(DocumentElement each, String indent, List<String> lines) {
    String words =
        each.words().stream()
            .map(it -> it instanceof Segment.Plain(String said) ? said : "[]")
            .collect(Collectors.joining())
            .replace("\n", " / ");
    lines.add((indent + each.id() + " " + each.label() + " | " + words).stripTrailing());
    each.parts().forEach(part -> outline(part, indent + "  ", lines));
  }

  static final String TREATY =
      """
      TREATY ON THE RIVER
      The Parties have agreed as follows:
      CHAPTER I
      GENERAL
      Article 1
      Terms
      In this Treaty:
      (a) "river" means the Aro;
      (b) "year" means [Arda: twelve][Bel: six] months.
      Article 2 - Purpose
      1. The Parties share the water.
      2. They do so:
      (i) in equity; and
      (ii) in good faith.
      CHAPTER II
      WATER
      Article 2 bis
      [Bel: no text][Arda, Bel: Nothing in Article 2 is a bar.]
      IN WITNESS WHEREOF they have signed.
      Annex A
      Article 1
      A map.
      """;

  @Test
  void everyElementHasAnIdByTheNamingConvention() {
    assertEquals(
        """
        preamble  | TREATY ON THE RIVER / The Parties have agreed as follows:
        chp_1 CHAPTER I. GENERAL |
          art_1 Article 1. Terms | In this Treaty:
            art_1__para_a (a) | "river" means the Aro;
            art_1__para_b (b) | "year" means [] months.
          art_2 Article 2. Purpose |
            art_2__para_1 1. | The Parties share the water.
            art_2__para_2 2. | They do so:
              art_2__para_2__point_i (i) | in equity; and
              art_2__para_2__point_ii (ii) | in good faith.
        chp_2 CHAPTER II. WATER |
          art_2bis Article 2 bis | []
        conclusions  | IN WITNESS WHEREOF they have signed.
        annex_a Annex A |
          annex_a__art_1 Article 1 | A map.
        """,
        outline(read(TREATY)));
  }

  @Test
  void idsAreTheSameInEveryLanguage() {
    DocumentText english =
        read(
            "Article 1\nThe Parties meet.\n(a) In May;\n(b) in June.\nChapter II\nArticle 2\nThey eat.");
    DocumentText ukrainian =
        read(
            "Стаття 1\nСторони зустрічаються.\n(а) У травні;\n(б) у червні.\nГлава II\nСтаття 2\nВони їдять.");
    assertEquals(
        english.all().map(DocumentElement::id).toList(),
        ukrainian.all().map(DocumentElement::id).toList());
  }

  @Test
  void aTextIsReadAgainFromItsPrint() {
    DocumentText once = read(TREATY);
    DocumentText again = read(PRINTER.print(once));
    assertEquals(once.elements(), again.elements());
    assertEquals(
        List.of(
            "TREATY ON THE RIVER",
            "The Parties have agreed as follows:",
            "CHAPTER I. GENERAL",
            "Article 1. Terms",
            "In this Treaty:",
            "(a)\t\"river\" means the Aro;",
            "(b)\t\"year\" means [Arda: twelve][Bel: six] months."),
        once.lines().stream().map(each -> PRINTER.print(each).words()).limit(7).toList());
  }
}

package org.parley.provision;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Texts in the shapes that agreements have.
class ProvisionReaderTest {

  /// One line a provision: its depth by indentation, number, heading and words.
  private static String outline(String text) {
    List<String> lines = new ArrayList<>();
    ProvisionReader.read(text).provisions().forEach(each -> outline(each, "", lines));
    return String.join("\n", lines) + "\n";
  }

  private static void outline(TextProvision each, String indent, List<String> lines) {
    ProvisionNumber number = each.number();
    String label = number == null ? "" : number.unit() + " " + number.label();
    String words = String.join(" / ", each.paragraphs());
    lines.add(
        indent
            + label
            + (each.heading().isEmpty() ? "" : " {" + each.heading() + "}")
            + (words.isEmpty() ? "" : " " + words));
    each.parts().forEach(part -> outline(part, indent + "  ", lines));
  }

  private static List<TextDoubt> doubts(String text) {
    return ProvisionReader.read(text).doubts().stream().map(DoubtfulLine::doubt).toList();
  }

  @Test
  void articlesStandInChaptersAndAreNumberedThrough() {
    String text =
        """
        TREATY ON THE RIVER
        The Parties have agreed as follows:
        CHAPTER I
        GENERAL
        Article 1
        Terms
        In this Treaty:
        (a) "river" means the Aro;
        (b) "year" means twelve months.
        Article 2 - Purpose
        1. The Parties share the water.
        2. They do so:
        (i) in equity; and
        (ii) in good faith.
        CHAPTER II
        WATER
        Article 2 bis
        Spring
        Nothing in Article 2 is a bar.
        Article 3
        The Parties shall meet
        each spring.
        IN WITNESS WHEREOF they have signed.
        Annex A
        Article 1
        A map.
        """;
    assertEquals(
        """
        CHAPTER I {GENERAL}
          ARTICLE 1 {Terms} In this Treaty:
            ITEM a "river" means the Aro;
            ITEM b "year" means twelve months.
          ARTICLE 2 {Purpose}
            ITEM 1 The Parties share the water.
            ITEM 2 They do so:
              ITEM i in equity; and
              ITEM ii in good faith.
        CHAPTER II {WATER}
          ARTICLE 2 bis {Spring} Nothing in Article 2 is a bar.
          ARTICLE 3 The Parties shall meet each spring.
        ANNEX A
          ARTICLE 1 A map.
        """,
        outline(text));
    assertEquals(List.of(), doubts(text));
    ProvisionTree tree = ProvisionReader.read(text);
    assertEquals(
        List.of("TREATY ON THE RIVER", "The Parties have agreed as follows:"),
        tree.opening().paragraphs());
    assertEquals(List.of("IN WITNESS WHEREOF they have signed."), tree.closing().paragraphs());
  }

  @Test
  void decimalsStandInTheirPrefix() {
    assertEquals(
        """
        ITEM 5 {Ceasefire}
          ITEM 5.1 Fire ceases.
            ITEM 5.1.1 At noon.
            ITEM 5.1.2 Everywhere.
          ITEM 5.2 Arms withdraw by / 1.5 kilometres.
        ITEM 6 {Elections}
          ITEM 6.1 They are held.
        """,
        outline(
            """
            5. Ceasefire
            5.1 Fire ceases.
            5.1.1 At noon.
            5.1.2 Everywhere.
            5.2 Arms withdraw by
            1.5 kilometres.
            6. Elections
            6.1 They are held.
            """));
  }

  @Test
  void aNumberThatContinuesNothingIsText() {
    assertEquals(
        """
        ITEM 1 Guns move: / 100 mm canons by 9 kilometres; / 120. mortars by 8 kilometres.
        ITEM 2 A. Smith, of the mission, verifies. / A. Jones too.
        """,
        outline(
            """
            1.
            Guns move:
            100 mm canons by 9 kilometres;
            120. mortars by 8 kilometres.
            2. A. Smith, of the mission, verifies.
            A. Jones too.
            """));
  }

  @Test
  void aLetterAfterHIsALetterAndARomanNumeralBeginsAList() {
    String letters = "1. All:\n(a) a;\n(b) b;\n(c) c;\n(d) d;\n(e) e;\n(f) f;\n(g) g;\n(h) h;\n";
    assertEquals(
        """
              ITEM h h;
              ITEM i i;
                ITEM i one;
                ITEM ii two;
              ITEM j j.
        """
            .replaceAll("(?m)^    ", ""),
        outline(letters + "(i) i;\n(i) one;\n(ii) two;\n(j) j.\n")
            .lines()
            .skip(8)
            .map(each -> each + "\n")
            .reduce("", String::concat));
  }

  @Test
  void paragraphsAreNumberedThroughHeadingsWithoutNumbers() {
    String text =
        """
        The Council decides:
        1. It endorses the plan;
        TERMINATION
        2. It ends earlier measures;
        3. It asks for reports.
        """;
    assertEquals(
        """
        ITEM 1 It endorses the plan;
        HEADING 1 {TERMINATION}
          ITEM 2 It ends earlier measures;
          ITEM 3 It asks for reports.
        """,
        outline(text));
    assertEquals(List.of(new TextDoubt.HeadingWithoutNumber("TERMINATION")), doubts(text));
  }

  @Test
  void whatBreaksASeriesIsADoubt() {
    assertEquals(
        List.of(
            new TextDoubt.NumberSkipped("2", "4"),
            new TextDoubt.NumberRepeated("4"),
            new TextDoubt.SeriesRestarted("4")),
        doubts("1. One.\n2. Two.\n4. Four.\n4. Four again.\n1. First.\n2. Second.\n"));
    assertEquals(
        List.of(new TextDoubt.NumberSkipped("1", "3")), doubts("Article 1\nA.\nArticle 3\nB.\n"));
  }

  @Test
  void anExcerptMayBeginInTheMiddle() {
    assertEquals("ITEM 7 Seven.\nITEM 8 Eight.\n", outline("Extract\n7. Seven.\n8. Eight.\n"));
  }

  @Test
  void unitsAreReadInTheLanguagesOfTreaties() {
    for (String[] each :
        new String[][] {
          {"Article premier", "Article 2"},
          {"Artículo 1.º Objeto", "Artículo 2. Fin"},
          {"Статья 1", "Статья 2"},
          {"Стаття 1. Мета", "Стаття 2"},
          {"المادة ١", "المادة ٢"},
          {"Artikel 1", "Artikel 2"},
          {"§ 1", "§ 2"},
          {"ARTICLE ONE", "ARTICLE TWO"},
          {"Article I", "Article II"}
        }) {
      ProvisionTree tree = ProvisionReader.read(each[0] + "\nA.\n" + each[1] + "\nB.\n");
      assertEquals(2, tree.provisions().size(), each[0]);
      assertEquals(List.of(), tree.doubts(), each[0]);
    }
  }

  @Test
  void aReferenceThatOpensALineIsNoArticle() {
    assertEquals(
        "ARTICLE 1 {Terms} As said in / Article 5 of the Treaty, it holds.\n",
        outline("Article 1\nTerms\nAs said in\nArticle 5 of the Treaty, it holds.\n"));
  }
}

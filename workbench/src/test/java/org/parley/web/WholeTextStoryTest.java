package org.parley.web;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A delegation reads the whole text, compares it with the one before, and takes it out. A text for
/// mediators alone is in none of it.
class WholeTextStoryTest {

  private static final String CASE =
      """
      case: {title: The river, columns: [AA, BB]}
      parties:
        - {id: AA, name: Arda, kind: state}
        - {id: BB, name: Brenn, kind: state}
      instruments:
        - id: treaty
          title: Treaty of the river
          kind: treaty
          signatories: [AA, BB]
          versions:
            - version: "1"
              date: 2025-02-01
              language: en
              text: "Article 1\\nThe parties cease fire on Monday.\\nArticle 2\\n1. Ten prisoners are released."
            - version: "2"
              date: 2025-03-02
              language: en
              text: "Article 1\\nThe parties cease fire on Monday.\\nArticle 2\\n1. Twelve prisoners are released [Arda: at once][Brenn: in phases]."
              languages:
                - {language: fr, text: "Article 1\\nLes parties cessent le feu lundi.\\nArticle 2\\n1. Douze prisonniers sont libérés [Arda: tout de suite][Brenn: par étapes]."}
        - {id: protocol, title: Protocol, kind: other, signatories: [AA, BB]}
        - id: secret
          title: Side letter
          kind: other
          signatories: [AA, BB]
          visibility: mediator
          versions: [{version: "1", date: 2025-02-01, text: Article 1. The side letter.}]
      points:
        - id: q1
          instrument: protocol
          number: "1"
          title: Visits
          texts:
            - {version: a, date: 2025-02-01, status: rolling-text, text: [Visits are weekly.]}
            - {version: b, date: 2025-03-01, status: rolling-text, visibility: mediator, text: [Visits are daily, says the mediator.]}
      """;

  @TempDir private Path folder;

  private static Document page(Team.Client client, String path) {
    var answer = client.get(path);
    assertEquals(200, answer.statusCode(), path + answer.body());
    return Jsoup.parse(answer.body());
  }

  private Team team() throws Exception {
    Team team = new Team(folder.resolve("journal"), Team.caseOf(CASE), true);
    team.account("ann", "mediator", null);
    team.account("al", "delegation", "AA");
    return team;
  }

  @Test
  void aDelegationReadsAndComparesTheText() throws Exception {
    try (Team team = team()) {
      Team.Client al = team.inSession("al");
      Document text = page(al, "/instruments/treaty/text");
      assertEquals(
          List.of("art_1", "art_2"),
          text.select(".toc a").stream().map(each -> each.attr("href").substring(1)).toList());
      assertEquals("1. Twelve prisoners are released", before(text, "art_2__para_1"));
      Document french = page(al, "/instruments/treaty/text?language=fr");
      assertEquals("fr", first(french, ".whole-text").attr("lang"));
      assertEquals("1. Douze prisonniers sont libérés", before(french, "art_2__para_1"));
      Document compared = page(al, "/instruments/treaty/compare");
      assertEquals(
          List.of("Article 2, 1."),
          compared.select("nav ol a").stream().map(Element::text).toList());
      assertEquals("Ten", first(compared, "#change-1 del").text());
      assertEquals(
          "Twelve [Arda: at once][Brenn: in phases]",
          String.join(" ", compared.select("#change-1 ins").eachText()));
      assertEquals(1, compared.select("details.same").size());
    }
  }

  private static Element first(Document page, String css) {
    return Objects.requireNonNull(page.selectFirst(css), css);
  }

  private static String before(Document page, String id) {
    String words = first(page, "#" + id).text();
    return words.contains("[") ? words.substring(0, words.indexOf('[')).strip() : words;
  }

  @Test
  void aTextForMediatorsAloneIsInNothing() throws Exception {
    try (Team team = team()) {
      Team.Client al = team.inSession("al");
      Team.Client ann = team.inSession("ann");
      assertEquals(404, al.get("/instruments/secret/text").statusCode());
      assertEquals(404, al.get("/export/text.docx?instrument=secret").statusCode());
      assertEquals(200, ann.get("/instruments/secret/text").statusCode());
      assertEquals(200, ann.get("/instruments/protocol/compare").statusCode());
      assertEquals(404, al.get("/instruments/protocol/compare").statusCode());
      for (String file : List.of("xml", "html")) {
        String path = "/export/text." + file + "?instrument=protocol";
        assertTrue(ann.get(path).body().contains("says the mediator"), file);
        assertFalse(al.get(path).body().contains("mediator"), file);
        assertTrue(al.get(path).body().contains("Visits are weekly."), file);
      }
    }
  }

  @Test
  void equalQuestionsGetEqualFiles() throws Exception {
    try (Team team = team()) {
      Team.Client al = team.inSession("al");
      String path = "/export/text.docx?instrument=treaty&version=2&against=1";
      assertArrayEquals(
          al.get(path).body().getBytes(StandardCharsets.ISO_8859_1),
          al.get(path).body().getBytes(StandardCharsets.ISO_8859_1));
      assertEquals(404, al.get("/instruments/treaty/text?version=9").statusCode());
      assertEquals(404, al.get("/instruments/treaty/text?language=de").statusCode());
      assertEquals(404, al.get("/instruments/nothing/compare").statusCode());
    }
  }
}

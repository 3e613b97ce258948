package org.parley.reading.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.reading.Article;

/// An OpenDocument text as it shows.
class OdtTextTest {

  private static final String NAMESPACES =
      Stream.of("office", "text", "table", "style", "meta", "script")
              .map(
                  each ->
                      " xmlns:"
                          + each
                          + "='urn:oasis:names:tc:opendocument:xmlns:"
                          + each
                          + ":1.0'")
              .reduce("", String::concat)
          + " xmlns:draw='urn:oasis:names:tc:opendocument:xmlns:drawing:1.0'"
          + " xmlns:dc='http://purl.org/dc/elements/1.1/'";

  private static final String STYLES =
      """
      <text:list-style style:name='L'>
        <text:list-level-style-number text:level='1' style:num-format='1' style:num-prefix='Article '/>
        <text:list-level-style-number text:level='2' style:num-format='1' style:num-suffix='.' text:display-levels='2'/>
        <text:list-level-style-number text:level='3' style:num-format='a' style:num-prefix='(' style:num-suffix=')'/>
        <text:list-level-style-bullet text:level='4' text:bullet-char='-'/>
      </text:list-style>
      <text:list-style style:name='R'>
        <text:list-level-style-number text:level='1' style:num-format='I' style:num-suffix='.' text:start-value='4'/>
      </text:list-style>
      <style:style style:name='Clause' style:family='paragraph' style:parent-style-name='Counted'/>
      <style:style style:name='Counted' style:family='paragraph' style:list-style-name='R'/>
      <style:style style:name='Bare' style:family='paragraph' style:list-style-name=''/>
      """;

  private static byte[] xml(String prolog, String root, String inside) {
    return (prolog + "<office:" + root + NAMESPACES + ">" + inside + "</office:" + root + ">")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static Map<String, byte[]> parts(String prolog, String styles, String body) {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    parts.put(
        "mimetype", "application/vnd.oasis.opendocument.text".getBytes(StandardCharsets.US_ASCII));
    parts.put(
        "content.xml",
        xml(
            prolog,
            "document-content",
            "<office:automatic-styles>"
                + STYLES
                + "</office:automatic-styles><office:body><office:text>"
                + body
                + "</office:text></office:body>"));
    parts.put(
        "styles.xml", xml("", "document-styles", "<office:styles>" + styles + "</office:styles>"));
    return parts;
  }

  private static byte[] odt(String body) throws IOException {
    return ZipParts.zip(parts("", "", body));
  }

  private static String words(String body) throws IOException {
    return Articles.wholeText(odt(body)).words().replace("\n\n", "\n");
  }

  private static String p(String words) {
    return "<text:p>" + words + "</text:p>";
  }

  private static String item(String inside) {
    return "<text:list-item>" + inside + "</text:list-item>";
  }

  private static String list(String inside) {
    return "<text:list>" + inside + "</text:list>";
  }

  @Test
  void numbersOfListsAreCountedByLevel() throws IOException {
    String articles =
        item(p("Water") + list(item(p("Rain") + p("more of it")) + item(list(item(p("Snow"))))))
            + item(
                p("Fire") + list(item(p("Smoke")) + item(list(item(p("Ash")) + item(p("Soot"))))));
    assertEquals(
        """
            Article 1 Water
                1.1. Rain
                more of it
                    (a) Snow
            Article 2 Fire
                2.1. Smoke
                    (a) Ash
                    (b) Soot"""
            .indent(4)
            .stripTrailing(),
        words("<text:list text:style-name='L'>" + articles + "</text:list>"));
  }

  @Test
  void aListGoesOnWhereItSaysSo() throws IOException {
    String first = "<text:list xml:id='one' text:style-name='L'>" + item(p("a")) + "</text:list>";
    String other = "<text:list text:style-name='R'>" + item(p("b")) + "</text:list>";
    String named =
        "<text:list text:continue-list='one' text:style-name='L'>" + item(p("c")) + "</text:list>";
    String same =
        "<text:list text:continue-numbering='true' text:style-name='L'>"
            + item(p("d"))
            + "<text:list-header><text:p>e</text:p></text:list-header>"
            + "<text:list-item text:start-value='9'><text:p>f</text:p></text:list-item></text:list>";
    assertEquals(
        "Article 1 a\nIV. b\nArticle 2 c\nArticle 3 d\ne\nArticle 9 f\nArticle 1 a"
            .indent(4)
            .stripTrailing(),
        words(first + other + named + same + first));
  }

  @Test
  void aParagraphStyleMayNumberItsList() throws IOException {
    assertEquals(
        "    IV. Water\n    V. Fire",
        words(
            list(
                item("<text:p text:style-name='Clause'>Water</text:p>")
                    + item("<text:p text:style-name='Clause'>Fire</text:p>"))));
  }

  @Test
  void headingsAreNumberedByTheOutline() throws IOException {
    String outline =
        "<text:outline-style><text:outline-level-style text:level='1' style:num-format='I'"
            + " style:num-prefix='Part '/><text:outline-level-style text:level='2'"
            + " style:num-format='1' text:display-levels='2'/></text:outline-style>";
    String body =
        "<text:h text:outline-level='1'>Water</text:h><text:h text:outline-level='2'>Rain</text:h>"
            + "<text:h text:outline-level='1' text:style-name='Bare'>Annex</text:h>"
            + "<text:h text:outline-level='1'>Fire</text:h><text:h text:outline-level='2'>Ash</text:h>";
    assertEquals(
        "Part I Water\nI.1 Rain\nAnnex\nPart II Fire\nII.1 Ash",
        Articles.wholeText(ZipParts.zip(parts("", outline, body))).words().replace("\n\n", "\n"));
  }

  @Test
  void afterTheAlphabetComeDoubleLetters() throws IOException {
    String deep = list(item(list(item(p("x")).repeat(28))));
    String[] shown =
        words("<text:list text:style-name='L'>" + item(deep) + "</text:list>").split("\n");
    assertEquals("            (z) x", shown[25]);
    assertEquals("            (aa) x", shown[26]);
    assertEquals("            (ab) x", shown[27]);
  }

  @Test
  void deletedWordsCommentsAndContentsAreNoText() throws IOException {
    assertEquals(
        "The Parties meet often.",
        words(
            "<text:tracked-changes><text:changed-region><text:deletion>"
                + p("never")
                + "</text:deletion></text:changed-region></text:tracked-changes>"
                + "<text:table-of-content><text:index-body>"
                + p("Article 1 Water 2")
                + "</text:index-body></text:table-of-content>"
                + p(
                    "The Parties <text:change-start text:change-id='c'/>meet<text:change-end"
                        + " text:change-id='c'/><text:change text:change-id='d'/> often"
                        + "<office:annotation><dc:creator>A</dc:creator><text:p>Really?</text:p>"
                        + "</office:annotation>.")));
  }

  @Test
  void aNoteFollowsItsParagraphAndTablesAndBoxesAreRead() throws IOException {
    String note =
        "<text:note><text:note-citation>1</text:note-citation><text:note-body>"
            + p("As the note")
            + p("says.")
            + "</text:note-body></text:note>";
    String cell = "<table:table-cell>" + p("A cell.") + "</table:table-cell>";
    String covered = "<table:covered-table-cell>" + p("Hidden.") + "</table:covered-table-cell>";
    String box = "<draw:frame><draw:text-box>" + p("In a box.") + "</draw:text-box></draw:frame>";
    assertEquals(
        "Fire ceases*.\n* As the note says.\nBefore.\nIn a box.\nA cell.",
        words(
            p("Fire ceases" + note + ".")
                + p("Before." + box)
                + "<table:table><table:table-row>"
                + cell
                + covered
                + "</table:table-row></table:table>"));
  }

  @Test
  void spacesCountAsTheFormatSays() throws IOException {
    assertEquals(
        "a b   c\td\ne",
        words(
            p(
                " a \n <text:span> b</text:span><text:s text:c='3'/>c<text:tab/>d<text:line-break/>e ")));
  }

  @Test
  void titleAndDayAreThoseOfTheFile() throws IOException {
    Map<String, byte[]> parts = parts("", "", p("Fire ceases."));
    parts.put(
        "meta.xml",
        xml(
            "",
            "document-meta",
            "<office:meta><dc:title>Ceasefire</dc:title>"
                + "<meta:creation-date>2025-02-03T10:11:12.5</meta:creation-date></office:meta>"));
    Article article = Articles.of(ZipParts.zip(parts), null, null, "en");
    assertEquals("Ceasefire", article.title());
    assertEquals(LocalDate.of(2025, 2, 3), article.published());
    assertEquals("Fire ceases.", article.text());
    assertNull(Articles.wholeText(odt(p("x"))).title());
  }

  @Test
  void macrosAreNeitherReadNorRun() throws IOException {
    Map<String, byte[]> parts =
        parts(
            "",
            "",
            "<office:scripts><office:event-listeners><script:event-listener"
                + " script:language='Basic'/></office:event-listeners></office:scripts>"
                + p(
                    "Fire ceases.<text:script script:language='JavaScript'>alert(1)</text:script>"));
    parts.put("Basic/Standard/Module1.xml", "<!DOCTYPE x><x/>".getBytes(StandardCharsets.US_ASCII));
    assertEquals("Fire ceases.", Articles.wholeText(ZipParts.zip(parts)).words());
  }

  static Stream<String> badTexts() {
    return Stream.of(
        "picture", "text", "entries", "entity", "expansion", "cut", "nested", "sheet", "cipher");
  }

  private static byte[] bad(String name) throws IOException {
    String external = "<!DOCTYPE d [<!ENTITY e SYSTEM 'file:///etc/hostname'>]>";
    String laughs =
        "<!DOCTYPE d [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;'><!ENTITY c '&b;&b;&b;&b;'>]>";
    Map<String, byte[]> parts = parts("", "", p("Fire ceases."));
    switch (name) {
      case "picture" -> parts.put("Pictures/i.png", new byte[(int) UnpackLimits.OFFICE.bytes()]);
      case "text" ->
          parts.putAll(parts("", "", p("x".repeat((int) UnpackLimits.OFFICE.entryBytes()))));
      case "entries" -> {
        for (int i = 0; i < UnpackLimits.OFFICE.entries(); i++) {
          parts.put("Pictures/" + i + ".png", new byte[0]);
        }
      }
      case "entity" -> parts.putAll(parts(external, "", p("&e;")));
      case "expansion" -> parts.putAll(parts(laughs, "", p("&c;")));
      case "nested" ->
          parts.putAll(
              parts(
                  "",
                  "",
                  "<text:section>".repeat(50_000) + p("x") + "</text:section>".repeat(50_000)));
      case "sheet" ->
          parts.put(
              "content.xml",
              xml("", "document-content", "<office:body><office:spreadsheet/></office:body>"));
      case "cipher" -> parts.put("content.xml", new byte[] {1, 2, 3, 4});
      default -> {
        byte[] whole = ZipParts.zip(parts);
        return Arrays.copyOf(whole, whole.length / 2);
      }
    }
    return ZipParts.zip(parts);
  }

  /// Each of these is refused with advice, and nothing outside the file is read.
  @ParameterizedTest
  @MethodSource("badTexts")
  void aBadTextIsRefused(String name) throws IOException {
    byte[] bad = bad(name);
    IOException refused = assertThrows(IOException.class, () -> Articles.wholeText(bad), name);
    String said = Objects.requireNonNull(refused.getMessage());
    assertTrue(said.contains("Maybe"), said);
    assertTrue(name.equals("sheet") == said.contains("spreadsheet"), said);
  }
}

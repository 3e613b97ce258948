package org.parley.web.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.parley.wording.Language;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Citations in each format.
@NullMarked
class CitationTest {

  /// Names of the schema of CSL data, version 1.0, as far as a web page uses them.
  private static final Set<String> OF_CSL =
      Set.of(
          "type",
          "id",
          "title",
          "container-title",
          "author",
          "issued",
          "accessed",
          "URL",
          "version",
          "note",
          "language");

  private static Citation citation(String finding, @Nullable LocalDate knownAt) {
    return new Citation(
        finding,
        "Le traité & la « paix »",
        LocalDate.of(2025, 12, 28),
        knownAt,
        "0123456789abcdef",
        "https://parley.example/then/12/?asOf=2025-12-28&q=50%25",
        LocalDate.of(2026, 1, 2),
        Language.ENGLISH);
  }

  @Test
  void plainTextHasEverything() {
    assertEquals(
        "18 of 20 points agreed. Le traité & la « paix ». As of 28 December 2025, as known on"
            + " 29 December 2025. State 0123456789abcdef."
            + " https://parley.example/then/12/?asOf=2025-12-28&q=50%25 (accessed 2 January 2026).\n",
        CitationFormat.TEXT.write(citation("18 of 20 points agreed", LocalDate.of(2025, 12, 29))));
  }

  @Test
  void frenchIsSpoken() {
    String text =
        ScopedValue.where(Language.CURRENT, Language.FRENCH)
            .call(() -> CitationFormat.TEXT.write(citation("Rien n’est convenu.", null)));
    assertTrue(text.startsWith("Rien n’est convenu. Le traité"), text);
    assertTrue(text.contains("Au 28 décembre 2025. État 0123"), text);
    assertTrue(text.endsWith("(consulté le 2 janvier 2026).\n"), text);
  }

  @Test
  void bibTexEscapesWhatLatexWouldTakeForCommands() {
    assertEquals(
        "50\\% \\& \\#1 a\\_b \\{x\\} \\$5 {\\textbackslash}input {\\textasciitilde}"
            + "{\\textasciicircum}",
        BibTex.escaped("50% & #1 a_b {x} $5 \\input ~^"));
    assertEquals(
        "{\\'{e}}{\\`{a}}{\\^{o}}{\\\"{u}}{\\c{c}}{\\~{n}}{\\v{s}} {\\ss} {\\o} Київ «» – x",
        BibTex.escaped("éàôüçñš ß ø Київ «» –\n\tx"));
  }

  @Test
  void noTitleEndsTheEntry() {
    String entry = CitationFormat.BIBTEX.write(citation("}}\n@evil{x, title={", null));
    assertEquals(1, entry.lines().filter(each -> each.startsWith("@")).count());
    assertEquals("}", entry.lines().toList().getLast());
    int depth = 0;
    for (int i = 0; i < entry.length(); i++) {
      boolean isEscaped = i > 0 && entry.charAt(i - 1) == '\\';
      if (!isEscaped && entry.charAt(i) == '{') {
        depth++;
      } else if (!isEscaped && entry.charAt(i) == '}') {
        depth--;
        assertTrue(depth > 0 || i == entry.length() - 2, entry);
      }
    }
    assertEquals(0, depth);
    assertTrue(entry.startsWith("@misc{le-traite-la-paix-2025-12-28-01234567,\n"), entry);
  }

  @Test
  void cslHasTheShapeOfItsSchema() {
    JsonNode items =
        JsonMapper.shared().readTree(CitationFormat.CSL.write(citation("Agreed", null)));
    assertTrue(items.isArray());
    assertEquals(1, items.size());
    JsonNode item = items.get(0);
    assertEquals("webpage", item.get("type").asString());
    assertTrue(item.get("id").isString());
    item.propertyNames().forEach(each -> assertTrue(OF_CSL.contains(each), each));
    for (String date : Set.of("issued", "accessed")) {
      JsonNode parts = item.get(date).get("date-parts");
      assertEquals(1, parts.size());
      assertEquals(3, parts.get(0).size());
      parts.get(0).forEach(each -> assertTrue(each.isInt()));
    }
    assertEquals("Parley", item.get("author").get(0).get("literal").asString());
    assertFalse(item.get("note").asString().contains("known"));
  }
}

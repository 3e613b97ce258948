package org.parley.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.web.service.FolderCaseService;

/// A case whose names carry translations: each page shows those of its language.
@NullMarked
class NamesInLanguagesStoryTest {

  private static final String CASE =
      """
      case: {title: Talks on the northern border}
      parties:
        - id: NL
          name: {en: Northland, fr: Nordie, uk: Північ}
          kind: state
          roles: [signatory]
        - {id: SL, name: Southland, kind: state}
      instruments:
        - {id: accord, title: {en: Border accord, fr: Accord frontalier}, kind: treaty, signatories: [NL, SL]}
      points:
        # the title is known in Ukrainian alone
        - {id: border, number: "1", title: {uk: Перебіг кордону}, instrument: accord}
        - {id: fishing, number: "2", title: {fr: Droits de pêche, en: Fishing rights}, instrument: accord}
      steps:
        - {id: signing, title: {en: The accord is signed, fr: L’accord est signé}}
        - {id: leaving, title: {en: The troops leave, fr: Les troupes se retirent}}
      demands:
        - {id: d1, text: First the signature, by: NL, allOf: {after: {step: leaving, of: signing, least: P3D}}, inferred: true}
        - {id: d2, text: First the retreat, by: SL, allOf: {after: {step: signing, of: leaving, least: P3D}}, inferred: true}
      """;

  @TempDir Path folder;
  private WebServer server;
  private WebClient client;

  @BeforeEach
  void start() throws IOException {
    Files.writeString(folder.resolve("a.yaml"), CASE);
    server = WebServer.start(new FolderCaseService(folder, null), 0);
    client = new WebClient(server);
    client.isPatient = true;
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private String get(String path, String accepted) {
    HttpResponse<String> answer =
        client.send(client.request(path).header("Accept-Language", accepted).GET());
    assertEquals(200, answer.statusCode(), path);
    return answer.body();
  }

  @Test
  void eachPageShowsTheNamesOfItsLanguage() {
    for (String path : new String[] {"/", "/sequence", "/brief", "/api/board"}) {
      String french = get(path, "fr");
      assertTrue(french.contains("Nordie"), path + french);
      assertFalse(french.contains("Northland"), path + french);
      String english = get(path, "en");
      assertTrue(english.contains("Northland"), path + english);
      assertFalse(english.contains("Nordie"), path + english);
    }
    assertTrue(get("/sequence", "fr").contains("Les troupes se retirent"));
    assertTrue(get("/parties/NL", "fr").contains("<h1>Nordie</h1>"));
    assertTrue(get("/points/fishing", "fr").contains("Droits de pêche"));
    assertTrue(get("/record/NL", "fr").contains("Nordie"));
  }

  @Test
  void theLanguageOfANameIsSaidWhereItIsNotThatOfThePage() {
    String french = get("/", "fr");
    assertTrue(french.contains("<span lang=\"uk\">Перебіг кордону</span>"), french);
    assertFalse(french.contains("lang=\"uk\">Південь"), french);
    assertTrue(get("/brief", "en").contains("<span lang=\"uk\">Перебіг кордону</span>"));
    assertFalse(french.contains("<span lang=\"fr\">"), french);
  }

  @Test
  void aNameIsFoundInEveryLanguage() {
    for (String word : new String[] {"Північ", "Nordie", "Northland"}) {
      String found = get("/search?q=" + WebClient.encoded(word), "en");
      assertTrue(found.contains("/record/NL"), word + found);
    }
  }

  @Test
  void programsReadAndWriteEveryTranslation() {
    String record = get("/api/records/parties/NL", "fr");
    assertTrue(
        record.contains("\"name\":{\"en\":\"Northland\",\"fr\":\"Nordie\",\"uk\":\"Північ\"}"),
        record);
    assertTrue(get("/api/records/parties/SL", "fr").contains("\"name\":\"Southland\""));
  }

  /// The fields of a form as a browser without scripts sends them.
  private static Map<String, String> fields(String form) {
    Map<String, String> fields = new LinkedHashMap<>();
    org.jsoup.Jsoup.parse(form)
        .select("form#edit input[name], form#edit textarea[name], form#edit select[name]")
        .forEach(
            each ->
                fields.put(
                    each.attr("name"),
                    each.is("select")
                        ? each.select("option[selected]").attr("value")
                        : each.is("textarea") ? each.text() : each.attr("value")));
    return fields;
  }

  @Test
  void aPlainTextGetsItsFirstTranslation() throws IOException {
    String form = get("/edit/parties/SL", "en");
    assertTrue(form.contains("value=\"translate:name\""), form);
    Map<String, String> plain = fields(form);
    plain.put("_do", "translate:name");
    Map<String, String> opened = fields(client.form("/edit/parties/SL", plain).body());
    assertEquals("Southland", opened.get("name/0/v"), opened.toString());
    assertEquals("", opened.get("name/0/k"), "nobody said in which language it is");
    opened.put("name/1/k", "fr");
    opened.put("name/1/v", "Sudie");
    opened.put("_do", "save");
    HttpResponse<String> refused = client.form("/edit/parties/SL", opened);
    assertEquals(422, refused.statusCode(), refused.body());
    Map<String, String> again = fields(refused.body());
    assertEquals("Southland", again.get("name/0/v"), "nothing is lost");
    assertEquals("Sudie", again.get("name/1/v"), "nothing is lost");
    again.put("name/0/k", "en");
    again.put("_do", "save");
    HttpResponse<String> saved = client.form("/edit/parties/SL", again);
    assertEquals(303, saved.statusCode(), saved.body());
    String text = Files.readString(folder.resolve("a.yaml"));
    assertTrue(text.contains("name: {en: Southland, fr: Sudie}"), text);
    assertTrue(get("/", "fr").contains("Sudie"));
    assertTrue(get("/", "en").contains("Southland"));
  }

  @Test
  void aFormKeepsTheTranslationsThatItDoesNotChange() throws IOException {
    String form = get("/edit/points/fishing", "fr");
    Map<String, String> fields = fields(form);
    assertEquals("Droits de pêche", fields.get("title/0/v"), fields + form);
    assertEquals("fr", fields.get("title/0/k"));
    assertEquals("Fishing rights", fields.get("title/1/v"));
    fields.put("title/0/v", "Pêche");
    fields.put("_do", "save");
    HttpResponse<String> saved = client.form("/edit/points/fishing", fields);
    assertTrue(saved.statusCode() < 400, saved.statusCode() + saved.body());
    String text = Files.readString(folder.resolve("a.yaml"));
    assertTrue(text.contains("title: {fr: Pêche, en: Fishing rights}"), text);
    assertTrue(text.contains("# the title is known in Ukrainian alone"), text);
    assertTrue(get("/", "fr").contains("Pêche"));
    assertTrue(get("/", "en").contains("Fishing rights"));
  }
}

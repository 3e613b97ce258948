package org.parley.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.casefile.CaseCheck;
import org.parley.casefile.LoadResult;
import org.parley.casefile.folder.CaseFolder;
import org.parley.casefile.start.BuiltInTemplate;
import org.parley.casefile.start.NewCase;
import org.parley.model.CaseCalendar;
import org.parley.model.CaseComparison;
import org.parley.model.cases.Case;
import org.parley.model.party.Party;
import org.parley.store.FolderJournal;
import org.parley.web.service.FolderCaseService;
import org.parley.wording.Language;

/// A case is begun in an empty folder in the browser, and its settings are changed.
class NewCaseStoryTest {

  @TempDir Path folder;

  private final HttpClient client =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager())
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();
  private FolderJournal journal;
  private WebServer server;

  @BeforeEach
  void serve() {
    journal = new FolderJournal(folder, "Ann", Clock.systemUTC());
    server = WebServer.start(new FolderCaseService(folder, journal), 0);
  }

  @AfterEach
  void close() {
    server.close();
    journal.close();
  }

  private HttpResponse<String> get(String path) throws Exception {
    return client.send(
        HttpRequest.newBuilder(server.address().resolve(path)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  /// Sends the form of a page with some fields typed.
  private HttpResponse<String> send(Document page, Map<String, String> typed) throws Exception {
    Element form = first(page, "main form");
    Map<String, String> fields = new LinkedHashMap<>();
    for (Element input : form.select("input[type=hidden], input:not([type]), textarea")) {
      fields.put(input.attr("name"), input.is("textarea") ? input.wholeText() : input.val());
    }
    form.select("input[checked]").forEach(each -> fields.put(each.attr("name"), each.val()));
    form.select("option[selected]")
        .forEach(each -> fields.put(each.parents().select("select").attr("name"), each.val()));
    fields.putAll(typed);
    String body =
        fields.entrySet().stream()
            .map(each -> encode(each.getKey()) + "=" + encode(each.getValue()))
            .collect(Collectors.joining("&"));
    return client.send(
        HttpRequest.newBuilder(server.address().resolve(form.attr("action")))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static Element first(Document page, String selector) {
    return Objects.requireNonNull(page.selectFirst(selector), selector);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private Case stored() throws IOException {
    return assertInstanceOf(LoadResult.Loaded.class, CaseFolder.of(folder).load()).contents();
  }

  @Test
  void everyPageOfAnEmptyFolderBeginsACase() throws Exception {
    for (String path : new String[] {"/", "/claims", "/packages", "/new"}) {
      HttpResponse<String> answer = get(path);
      assertEquals(200, answer.statusCode(), path);
      assertTrue(answer.body().contains("<h1>New case"), path);
    }
    assertEquals(503, get("/api/case").statusCode());
  }

  @Test
  void aCaseIsBegunAndItsSettingsChange() throws Exception {
    Files.writeString(folder.resolve("notes.docx"), "kept");
    Document page = Jsoup.parse(get("/").body());
    HttpResponse<String> refused =
        send(page, Map.of("title", " ", "parties", "Aland\nBeland\naland"));
    assertEquals(422, refused.statusCode());
    assertTrue(refused.body().contains("A case without a title"), refused.body());
    assertTrue(refused.body().contains("A party named twice"), refused.body());
    assertTrue(refused.body().contains("Beland"), "what was typed is kept");
    assertFalse(Files.exists(folder.resolve("case.yaml")));

    HttpResponse<String> begun =
        send(
            page,
            Map.of("title", "Waters", "parties", "Aland\nBeland", "template", "water-treaty"));
    assertEquals(200, begun.statusCode());
    assertTrue(
        begun
            .body()
            .contains("No word or act of Aland and Beland is on record yet, on any of 10 points"),
        begun.body());
    assertFalse(begun.body().contains("1970"), "nothing is dated before it was");
    assertTrue(begun.body().contains("Where to begin"), "and what to do first");
    assertEquals("Waters", stored().info().title().text());
    assertEquals("kept", Files.readString(folder.resolve("notes.docx")));
    assertTrue(get("/history").body().contains("aland added"));

    HttpResponse<String> again = send(page, Map.of("title", "Another"));
    assertEquals(400, again.statusCode(), again.body());
    assertTrue(again.body().contains("there is a case here already"), again.body());
    assertEquals("Waters", stored().info().title().text());

    Document settings = Jsoup.parse(get("/settings").body());
    HttpResponse<String> wrong = send(settings, Map.of("zone", "Mars/Olympus"));
    assertEquals(422, wrong.statusCode());
    Element zone = first(Jsoup.parse(wrong.body()), "[aria-invalid]");
    assertEquals("Mars/Olympus", zone.val());
    HttpResponse<String> nobody = send(settings, Map.of("columns", "beland, cland"));
    assertEquals(422, nobody.statusCode());
    Element columns = first(Jsoup.parse(nobody.body()), "[aria-invalid]");
    assertEquals("columns", columns.id());
    assertEquals("beland, cland", columns.wholeText().strip());

    HttpResponse<String> saved =
        send(
            settings,
            Map.of(
                "title.",
                "Waters of the Alm",
                "zone",
                "Africa/Cairo",
                "columns",
                "beland aland",
                "settles",
                "partial",
                "stage",
                "implementation",
                "topics",
                "StBor, SsrGua",
                "why",
                "A treaty on one river."));
    assertEquals(200, saved.statusCode(), saved.body());
    assertTrue(saved.body().contains("Saved."), saved.body());
    assertEquals("Waters of the Alm", stored().info().title().text());
    assertEquals("beland", stored().info().columns().getFirst().value());
    CaseCalendar calendar = Objects.requireNonNull(stored().info().calendar());
    assertEquals("Africa/Cairo", calendar.zone().getId());
    assertEquals(
        new CaseComparison(
            CaseComparison.SettledPart.PARTIAL,
            null,
            null,
            CaseComparison.ComparedStage.IMPLEMENTATION,
            List.of("StBor", "SsrGua"),
            "A treaty on one river."),
        stored().info().comparison());
    assertEquals(
        "partial", first(Jsoup.parse(get("/settings").body()), "#settles option[selected]").val());
    String outlook = Jsoup.parse(get("/outlook").body()).text();
    assertTrue(outlook.contains("A treaty on one river."), outlook);

    HttpResponse<String> late = send(settings, Map.of("title.", "Late"));
    assertEquals(422, late.statusCode());
    assertTrue(late.body().contains("Somebody else changed the settings"), late.body());
    assertEquals("Waters of the Alm", stored().info().title().text());
  }

  /// Parties and instruments get ids that can be said.
  @Test
  void idsComeFromNames() throws Exception {
    send(Jsoup.parse(get("/").body()), Map.of("title", "T", "template", "blank"));
    for (String name : new String[] {"Government of Åland", "Government of Åland", "日本"}) {
      send(
          Jsoup.parse(get("/edit/parties").body()),
          Map.of("name", name, "kind", "state", "_do", "save"));
    }
    assertEquals(
        "government-of-aland government-of-aland-2 ri-ben",
        stored().records().stream()
            .filter(each -> each instanceof Party)
            .map(each -> each.id().value())
            .sorted()
            .collect(Collectors.joining(" ")));
  }

  @Test
  void everyTemplateBeginsInEveryLanguage() throws Exception {
    for (BuiltInTemplate template : BuiltInTemplate.values()) {
      for (Language language : Language.values()) {
        Path here = Files.createDirectory(folder.resolve(template.word() + language.tag()));
        assertTrue(
            CaseFolder.of(here)
                .begin(new NewCase("T", template, language, List.of("A", "B")).files()));
        CaseCheck check = CaseFolder.of(here).check();
        assertInstanceOf(LoadResult.Loaded.class, check.result());
        assertEquals(List.of(), check.warnings(), template + " " + language);
      }
    }
  }
}

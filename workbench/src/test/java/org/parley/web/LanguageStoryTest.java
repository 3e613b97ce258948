package org.parley.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.web.service.FolderCaseService;
import org.parley.wording.Language;

/// Who reads the board in which language.
class LanguageStoryTest {

  @TempDir Path folder;
  private WebServer server;
  private WebClient client;

  @BeforeEach
  void start() throws IOException {
    Files.writeString(folder.resolve("a.yaml"), Border.CASE);
    open();
  }

  private void open() throws IOException {
    server = WebServer.start(new FolderCaseService(folder, null), 0);
    client = new WebClient(server);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private HttpResponse<String> get(String path, String accepted) {
    return client.send(client.request(path).header("Accept-Language", accepted).GET());
  }

  private static void assertIsIn(String language, HttpResponse<String> page) {
    assertTrue(page.body().contains("<html lang=\"" + language + "\""), page.body());
    assertEquals(language.equals("fr"), page.body().contains("Qui a accepté quoi"), page::body);
  }

  @Test
  void theBrowserAsksForALanguage() {
    assertIsIn("fr", get("/", "fr-CA, en;q=0.4"));
    assertIsIn("en", get("/", "en, fr;q=0.4"));
    assertIsIn("en", get("/", "de"));
    assertIsIn("en", client.get("/"));
  }

  @Test
  void theLanguageChosenOnAPageIsKept() {
    get("/claims", "en");
    HttpResponse<String> chosen =
        client.send(
            client
                .request("/language")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Referer", server.address() + "claims?party=NL")
                .POST(HttpRequest.BodyPublishers.ofString("language=fr&token=" + client.token)));
    assertEquals(303, chosen.statusCode());
    assertEquals("/claims?party=NL", chosen.headers().firstValue("Location").orElse(""));
    String cookie = chosen.headers().firstValue("Set-Cookie").orElse("");
    assertTrue(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"), cookie);
    assertIsIn("fr", get("/", "en"));
  }

  @Test
  void nobodyIsSentToAnotherServer() {
    for (String from :
        new String[] {"https://evil.example//evil.example", "not an address", "about:blank"}) {
      get("/", "en");
      HttpResponse<String> chosen =
          client.send(
              client
                  .request("/language")
                  .header("Content-Type", "application/x-www-form-urlencoded")
                  .header("Referer", from)
                  .POST(HttpRequest.BodyPublishers.ofString("language=en&token=" + client.token)));
      assertEquals("/", chosen.headers().firstValue("Location").orElse(""), from);
    }
  }

  @Test
  void aLanguageThatThereIsNotIsRefused() {
    client.get("/");
    HttpResponse<String> refused = client.form("/language", Map.of("language", "xx"));
    assertEquals(400, refused.statusCode(), client.token + refused.body());
    assertTrue(refused.body().contains("Maybe one of en, fr."), refused.body());
  }

  @Test
  void theServerWasStartedInOne() throws Exception {
    server.close();
    ScopedValue.where(Language.CURRENT, Language.FRENCH)
        .call(
            () -> {
              open();
              return server;
            });
    assertIsIn("fr", get("/", "en"));
    assertIsIn("fr", client.get("/"));
  }

  /// Nowhere are two languages mixed: what a page about an error shares with the board is in
  /// English there.
  @Test
  void anErrorIsInEnglishAsAWhole() {
    assertTrue(get("/", "fr").body().contains(">Déclarations</a>"));
    HttpResponse<String> refused = get("/?asOf=yesterday", "fr");
    assertEquals(400, refused.statusCode());
    assertTrue(refused.body().contains("<html lang=\"en\""), refused.body());
    for (String french : new String[] {"Déclarations", "accepté", "janvier", "paquet"}) {
      assertFalse(refused.body().contains(french), french);
    }
  }

  /// What is wrong with a folder is kept for whoever asks next, in whichever language.
  @Test
  void whatIsWrongIsSaidInTheLanguageOfEachReader() throws IOException {
    server.close();
    Files.writeString(folder.resolve("a.yaml"), Border.CASE + "claims: none\n");
    open();
    Map<String, String> said =
        Map.of("fr", "1 chose à corriger dans", "en", "Maybe write each record as a list item");
    for (String language : new String[] {"fr", "en", "fr"}) {
      HttpResponse<String> page = get("/", language);
      assertEquals(503, page.statusCode());
      assertTrue(page.body().contains("<html lang=\"" + language + "\""), page::body);
      assertTrue(page.body().contains(said.get(language)), page::body);
      assertEquals(language.equals("en"), page.body().contains("Maybe "), page::body);
    }
  }

  /// A form in French names its fields, choices and hints, reads dates as they are said in French,
  /// and says what is wrong.
  @Test
  void aFormSpeaksFrench() {
    String form = get("/edit/claims", "fr").body();
    for (String said :
        new String[] {
          "<h1>Ajouter une déclaration</h1>",
          ">Dit le",
          "Quand cela a été dit.",
          "accepté sous condition",
          "28 décembre 2025"
        }) {
      assertTrue(form.contains(said), said + form);
    }
    assertTrue(get("/said?date=d%C3%A9but%20janvier%202026", "fr").body().contains("janvier 2026"));
    HttpResponse<String> refused =
        client.send(
            client
                .request("/edit/parties")
                .header("Accept-Language", "fr")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(
                    HttpRequest.BodyPublishers.ofString(
                        "_do=save&kind=state&token=" + client.token)));
    assertEquals(422, refused.statusCode());
    assertTrue(refused.body().contains("Pas encore enregistré"), refused.body());
    assertTrue(refused.body().contains("à corriger"), refused.body());
  }

  @Test
  void theBriefingIsPrintedInTheLanguageOfWhoeverAsks() throws IOException {
    for (int time = 0; time < 2; time++) {
      assertTrue(firstPage("fr").contains("Où en est-on"));
      assertTrue(firstPage("en").contains("Where it stands"));
    }
  }

  private String firstPage(String language) throws IOException {
    HttpResponse<byte[]> printed =
        WebClient.HTTP
            .sendAsync(
                client.request("/brief.pdf").header("Accept-Language", language).GET().build(),
                HttpResponse.BodyHandlers.ofByteArray())
            .join();
    try (PDDocument document = Loader.loadPDF(printed.body())) {
      assertEquals(language, document.getDocumentCatalog().getLanguage());
      PDFTextStripper text = new PDFTextStripper();
      text.setEndPage(1);
      return text.getText(document);
    }
  }

  @Test
  void programsAreAnsweredInTheirLanguage() throws IOException {
    assertTrue(get("/api/board", "fr").body().contains("\"headline\":\"Aucune parole"));
    assertTrue(get("/api/board", "en").body().contains("\"headline\":\"No word or act"));
    assertEquals(422, get("/api/packages", "fr").statusCode());
    server.close();
    Files.writeString(folder.resolve("b.yaml"), PROMISE);
    open();
    String french = get("/api/guarantees/check", "fr").body();
    assertTrue(
        french.contains("\"message\":\"personne n’est désigné comme bénéficiaire\""), french);
    assertTrue(get("/api/guarantees/coverage", "fr").body().contains("Non\u00a0: une lacune."));
    assertTrue(get("/api/guarantees/coverage", "en").body().contains("No: one hole."));
  }

  private static final String PROMISE =
      """
      guarantees:
        - id: g
          title: A patrol on the border
          points: border
          obligors: NL
          liability: each
          force: act
          trigger: {happens: {kinds: crossing, actors: SL}}
          determination: self-evident
          ladder:
            - {name: patrol, act: patrol, clockFrom: occurrence, within: {length: 24 hours, lastInstant: in-time}}
          inForce: {}
          suspendedClock: stops
          openDuties: survive
          escalation: none
          ties: [fulfilment, voiding, release, suspension, deadline, end]
      coverageQuestions:
        - id: q
          title: Does anything answer a raid?
          from: 2026-01-01
          until: 2027-01-01
          leastForce: act
          threats:
            - {title: A raid, kind: raid, by: SL, on: NL}
      """;

  @Test
  void theAccountRemembersTheLanguageElsewhere() throws Exception {
    try (Team team = new Team(folder.resolve("team"), SmallWorld.build(), true)) {
      team.account("ann", "mediator", null);
      team.account("bob", "mediator", null);
      Team.Client ann = team.signedIn("ann");
      assertTrue(ann.get("/").body().contains("lang=\"en\""));
      assertEquals(303, ann.form("/language", Map.of("language", "fr")).statusCode());
      assertTrue(ann.get("/").body().contains("<html lang=\"fr\""));
      // another device, on which nothing was chosen
      assertTrue(elsewhere(team, "ann").contains("<html lang=\"fr\""));
      assertTrue(elsewhere(team, "bob").contains("<html lang=\"en\""));
      Team.Client nobody = team.nobody();
      nobody.get("/");
      assertEquals(303, nobody.form("/language", Map.of("language", "fr")).statusCode());
      assertTrue(nobody.get("/").body().contains("<html lang=\"fr\""));
      assertTrue(team.nobody().get("/").body().contains("<html lang=\"en\""));
      ann.form("/language", Map.of("language", "en"));
      assertTrue(elsewhere(team, "ann").contains("<html lang=\"en\""));
    }
  }

  private static String elsewhere(Team team, String name) {
    Team.Client client = team.nobody();
    assertEquals(303, client.signIn(name, Team.PASSWORD).statusCode());
    return client.get("/").body();
  }
}

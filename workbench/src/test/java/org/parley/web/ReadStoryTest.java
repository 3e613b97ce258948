package org.parley.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.Eventually;
import org.parley.intake.Texts;
import org.parley.model.cases.Case;
import org.parley.reading.rules.RuleReader;
import org.parley.reading.source.Articles;
import org.parley.web.service.FolderCaseService;

/// A text is read in the browser, as a plain browser without scripts does it: pasted, proposed,
/// accepted, edited, dismissed.
class ReadStoryTest {

  /// What a page says that asks again by itself.
  private static final String AGAIN = "data-hx-trigger=\"load delay";

  private static final String ARTICLE =
      """
      Northland's foreign minister Ann Berg told reporters on Tuesday that fishing rights were settled, but the course of the border remained open.

      Southland rejects any change of the border, its chief negotiator Tom Hale said. The border accord would be signed only after a referendum, he added.
      """;

  private static final Map<String, String> TOLD =
      Map.of("text", ARTICLE, "publisher", "The Courier", "published", "2026-03-05");

  @TempDir Path folder;
  private Team team;

  @BeforeEach
  void start() throws Exception {
    Case contents = Team.caseOf(Border.CASE);
    team = new Team(folder, contents, false);
    team.account("ann", "mediator", null);
    team.account("nora", "delegation", "NL");
    team.account("mo", "monitor", null);
    team.account("ob", "observer", null);
  }

  @AfterEach
  void stop() {
    team.close();
  }

  /// Brings a text, and waits until it is read.
  private static String bring(Team.Client client, Map<String, String> told) throws Exception {
    HttpResponse<String> answer = client.form("/read", told);
    assertEquals(303, answer.statusCode(), answer.body());
    String path = answer.headers().firstValue("Location").orElseThrow();
    path = URI.create(path).getPath();
    isRead(client, path);
    return path;
  }

  private static void isRead(Team.Client client, String path) throws Exception {
    Eventually.holds("text that is read", () -> !client.get(path).body().contains(AGAIN));
  }

  private static Element proposal(Team.Client client, String path, int number) {
    Element found = Jsoup.parse(client.get(path).body()).getElementById("p-" + number);
    assertTrue(found != null, "proposal " + number);
    return found;
  }

  private static void done(HttpResponse<String> answer) {
    assertEquals(303, answer.statusCode(), Jsoup.parse(answer.body()).select("main").text());
  }

  @Test
  void whatIsPastedIsProposedAndOnRecordOnlyWhenAccepted() throws Exception {
    Team.Client ann = team.signedIn("ann");
    long before = team.journal.last();
    String path = bring(ann, TOLD);
    Document page = Jsoup.parse(ann.get(path).body());
    assertTrue(page.select(".lead").text().contains("4 claims"), page.select(".lead").text());
    assertTrue(page.select(".readsource").text().contains("2 named speakers"));
    assertEquals("B", page.select(".readsource .grade").text());
    for (Element each : page.select("[data-proposal]")) {
      String words = each.select("blockquote").text().replaceAll("^“|”$", "");
      String all = page.select(".scrolled p").text().replaceAll("(?<![\\w,])\\d+ ?", "");
      assertTrue(
          ARTICLE.replaceAll("\\s+", " ").contains(words), words + " is not in the text: " + all);
    }
    assertTrue(page.select("mark[data-by~=1]").text().contains("fishing rights were settled"));
    assertEquals(before, team.journal.last(), "nothing is written yet");

    done(ann.form(path + "/1/accept", Map.of()));
    String claims = ann.get("/claims").body();
    assertTrue(claims.contains("fishing rights were settled"), claims);
    assertTrue(ann.get("/sources").body().contains("The Courier"));
    assertTrue(ann.get("/history").body().contains("Read in The Courier"));
    assertTrue(proposal(ann, path, 1).text().contains("accepted"));

    // the source is written once
    done(ann.form(path + "/2/accept", Map.of()));
    assertEquals(
        1, Jsoup.parse(ann.get("/sources").body()).select("main a[href^=/sources/]").size());
  }

  @Test
  void aReadingSpeaksFrench() throws Exception {
    Team.Client ann = team.signedIn("ann");
    String path = bring(ann, TOLD);
    assertEquals(303, ann.form("/language", Map.of("language", "fr")).statusCode());
    Document page = Jsoup.parse(ann.get(path).body());
    assertEquals("fr", page.select("html").attr("lang"));
    String said = page.select("main").text();
    for (String each :
        List.of(
            "4 déclarations, 1 exigence d’ordre, 1 prochaine étape. 0 sur 6 tranchées.",
            "2 auteurs nommés ; 0 source non nommée ; ",
            "Devient :",
            "Ann Berg : ",
            "Accepter – visible par : ",
            "Écarter")) {
      assertTrue(said.contains(each), each + " in " + said);
    }
    for (String english : List.of("Accept ", "claim", "Dismiss", "Becomes", "graded", "seen by")) {
      assertFalse(said.contains(english), english + " in " + said);
    }
    Document form = Jsoup.parse(ann.get(path + "/1/edit").body());
    assertEquals("fr", form.select("html").attr("lang"));
    assertTrue(form.select("main").text().contains("Ajouter une déclaration"), form.text());
    Document seen = Jsoup.parse(ann.get("/audit").body());
    assertTrue(seen.select("main").text().contains("Qui a vu et modifié quoi"), seen.text());
    assertTrue(seen.select("main td").text().contains("a vu"), seen.text());
  }

  /// Nothing is found in a text that is not understood, so that is never said of one.
  @Test
  void aForeignTextIsRefusedByTheNameOfItsLanguage() throws Exception {
    String foreign =
        """
        Die Ministerin sagte am Dienstag, die Karte sei vereinbart und die Gebühren seien es nicht, und sie fügte hinzu, dass die Gespräche über den Hafen im Herbst weitergehen und dass sich der Rat mit dem Text befasst.
        """;
    Team.Client ann = team.signedIn("ann");
    Document page = Jsoup.parse(ann.get(bring(ann, Map.of("text", foreign))).body());
    assertEquals(
        "The text is in German, which is not read offline. Maybe name a language model in"
            + " PARLEY_READER_ADDRESS.",
        page.select("#f-text-e").text());
    assertFalse(page.text().contains("Nothing was found"), page.text());
  }

  /// French is read in part, and the page and the answer of the API say so.
  @Test
  void aFrenchTextIsReadInPartAndThatIsSaid() throws Exception {
    String french =
        """
        « L'accord sur la frontière est prêt à 90 % », a déclaré mardi à la presse la ministre du Northland, Ann Berg, à l'issue des pourparlers avec le Southland dans la ville du port.

        Les deux délégations se réuniront de nouveau à Genève le 20 mai 2031, ont indiqué les médiateurs.
        """;
    Team.Client ann = team.signedIn("ann");
    String path = bring(ann, Map.of("text", french, "published", "2031-05-14"));
    Document page = Jsoup.parse(ann.get(path).body());
    assertTrue(
        page.text().contains("Read in French. French: shares, meetings, dates"), page.text());
    assertTrue(
        page.text().contains("Ann Berg: L'accord sur la frontière - share 90 %"), page.text());
    String json = ann.get("/api/texts/" + path.substring(path.lastIndexOf('/') + 1)).body();
    assertTrue(
        json.contains(
            "\"languageLimits\":\"French: shares, meetings, dates, documents and names only.\""),
        json);
  }

  /// It is in the list, but nobody stands for it: it is never written as it is.
  @Test
  void whatTheNewsroomSaysIsListedAndWaitsForWhoeverStandsForIt() throws Exception {
    Team.Client ann = team.signedIn("ann");
    String article =
        """
        Delegations of Northland and Southland met for peace talks on Monday.

        The border accord is now 90 percent complete.
        """;
    String path = bring(ann, Map.of("text", article, "published", "2026-03-05"));
    Document page = Jsoup.parse(ann.get(path).body());
    Element said = page.select("[data-proposal]:contains(newsroom)").first();
    assertTrue(said != null, page.text());
    assertTrue(said.text().contains("share 90"), said.text());
    assertTrue(said.text().contains("the text itself says so"), said.text());
    assertTrue(said.select("[data-key=a]").isEmpty(), "it cannot be accepted as it is");
    Document form = Jsoup.parse(ann.get(path + "/" + said.attr("data-proposal") + "/edit").body());
    assertEquals("", form.select("[name=speaker]").attr("value"));
    assertTrue(form.text().contains("90 percent complete"), form.text());
  }

  @Test
  void theLanguageOfATextIsSaid() throws Exception {
    Team.Client ann = team.signedIn("ann");
    Document read = Jsoup.parse(ann.get(bring(ann, TOLD)).body());
    assertTrue(read.select(".readsource").text().contains("Read in English."), read.text());
    Document tooShort = Jsoup.parse(ann.get(bring(ann, Map.of("text", "Ei mitään."))).body());
    assertTrue(
        tooShort
            .select(".readsource")
            .text()
            .contains("Its language was not recognised. It was read as a text in English."),
        tooShort.text());
  }

  @Test
  void readAgainItIsKnown() throws Exception {
    Team.Client ann = team.signedIn("ann");
    String first = bring(ann, TOLD);
    done(ann.form(first + "/1/accept", Map.of()));
    String second = bring(ann, TOLD);
    Document page = Jsoup.parse(ann.get(second).body());
    assertTrue(page.select(".readsource").text().contains("On record."));
    assertTrue(
        page.select("#p-1").text().contains("On record already"), page.select("#p-1").text());
    assertFalse(page.select("#p-2").text().contains("On record already"));
    assertTrue(ann.get("/read").body().contains("1 of 6 proposals decided"));
  }

  @Test
  void whatIsDismissedIsGoneAndItsReasonKeptWhereThereIsOne() throws Exception {
    Team.Client ann = team.signedIn("ann");
    String path = bring(ann, TOLD);
    long before = team.journal.last();
    done(ann.form(path + "/1/dismiss", Map.of()));
    assertEquals(before, team.journal.last());
    assertTrue(proposal(ann, path, 1).text().contains("dismissed"));
    done(ann.form(path + "/1/reopen", Map.of()));
    assertEquals("yes", proposal(ann, path, 1).attr("data-open"));

    done(ann.form(path + "/3/dismiss", Map.of("ground", "misread", "because", "No such thing")));
    String inbox = ann.get("/inbox").body();
    assertTrue(inbox.contains("misread: No such thing"), inbox);
  }

  @Test
  void whatIsEditedIsWrittenAsCorrectedTogetherWithItsSource() throws Exception {
    Team.Client ann = team.signedIn("ann");
    String path = bring(ann, TOLD);
    Document form = Jsoup.parse(ann.get(path + "/1/edit").body());
    assertEquals("Ann Berg", form.select("[name=speaker]").val());
    Map<String, String> fields = fields(form);
    fields.put("speaker", "");
    HttpResponse<String> wrong = ann.form(path + "/1/edit", fields);
    assertEquals(422, wrong.statusCode());
    fields.put("speaker", "Anna Berg");
    fields.put("_do", "save");
    done(ann.form(path + "/1/edit", fields));
    assertTrue(ann.get("/claims").body().contains("Anna Berg"));
    assertTrue(ann.get("/sources").body().contains("The Courier"));
    assertTrue(proposal(ann, path, 1).text().contains("accepted"));
    // what is undone is open again
    Document entry = Jsoup.parse(ann.get("/history/" + team.journal.last()).body());
    Map<String, String> undo = new LinkedHashMap<>();
    for (Element each : entry.select("main form [name]")) {
      undo.put(each.attr("name"), each.val());
    }
    undo.remove("token");
    done(ann.form("/history/" + team.journal.last(), undo));
    assertEquals("yes", proposal(ann, path, 1).attr("data-open"));
  }

  private static Map<String, String> fields(Document page) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (Element each : page.select("form#edit [name]")) {
      boolean isOff = each.is("[type=checkbox], [type=radio]") && !each.hasAttr("checked");
      if (!isOff && !each.is("button") && !each.attr("name").equals("token")) {
        Element chosen = each.select("option[selected]").first();
        fields.put(each.attr("name"), chosen != null ? chosen.attr("value") : each.val());
      }
    }
    fields.put("_do", "save");
    return fields;
  }

  @Test
  void aDelegationAddsUnderItsOwnIdsAndOnlyWhatItMay() throws Exception {
    Team.Client nora = team.signedIn("nora");
    String path = bring(nora, TOLD);
    done(nora.form(path + "/1/accept", Map.of()));
    String id = proposal(nora, path, 1).select("a[href^=/record/]").text();
    assertTrue(id.startsWith("nl-c-"), id);
    done(nora.form(path + "/2/accept", Map.of()));
    Element step = proposal(nora, path, 4);
    assertTrue(step.text().contains("maybe ask the mediator"), step.text());
    assertEquals(422, nora.form(path + "/4/accept", Map.of()).statusCode());
    // a text is shown to whoever brought it, and to nobody else
    assertEquals(404, team.signedIn("ann").get(path).statusCode());
  }

  /// A demand of order is written with the claim it rests on, under the delegation's own ids.
  @Test
  void aDemandBringsItsClaimAlong() throws Exception {
    team.close();
    team =
        new Team(
            Files.createDirectory(folder.resolve("with-steps")),
            Team.caseOf(
                Border.CASE
                    + """
                    steps:
                      - {id: s-signature, title: Signing of the border accord}
                      - {id: s-referendum, title: Referendum in Northland}
                    """),
            false);
    team.account("nora", "delegation", "NL");
    Team.Client nora = team.signedIn("nora");
    String path =
        bring(
            nora,
            Map.of(
                "text",
                "Northland's foreign minister Ann Berg told reporters on Tuesday that the border"
                    + " accord would be signed only after a referendum.",
                "published",
                "2026-03-05"));
    Document page = Jsoup.parse(nora.get(path).body());
    Element demand =
        page.select("[data-proposal]").stream()
            .filter(each -> each.text().contains("demand of order"))
            .findFirst()
            .orElseThrow();
    int number = Integer.parseInt(demand.id().substring(2));
    done(nora.form(path + "/" + number + "/accept", Map.of()));
    String id = proposal(nora, path, number).select("a[href^=/record/]").text();
    assertTrue(id.startsWith("nl-d-"), id);
    Document record = Jsoup.parse(nora.get("/record/" + id).body());
    assertEquals(1, record.select("main a[href^=/claims/nl-c-]").size(), record.text());
  }

  @Test
  void itIsNotForThoseWhoAddNoClaims() {
    for (String who : List.of("ob", "mo")) {
      Team.Client client = team.signedIn(who);
      assertEquals(403, client.get("/read").statusCode(), who);
      assertEquals(403, client.form("/read", TOLD).statusCode(), who);
      assertFalse(client.get("/").body().contains("href=\"/read\""), who);
    }
    assertTrue(team.signedIn("nora").get("/").body().contains("href=\"/read\""));
  }

  @Test
  void whatIsWrongStandsBesideItsField() throws Exception {
    Team.Client ann = team.signedIn("ann");
    HttpResponse<String> nothing = ann.form("/read", Map.of("published", "Tuesday"));
    assertEquals(422, nothing.statusCode());
    Document page = Jsoup.parse(nothing.body());
    assertTrue(page.select("#f-text-e").text().contains("Maybe paste one"));
    assertTrue(page.select("#f-published-e").text().contains("2025-12-28"));
    assertEquals("Tuesday", page.select("[name=published]").val());
    for (String day : List.of("10 April 1998", "April 10th, 1998", "10.4.1998", "1998-04-10")) {
      bring(ann, Map.of("text", ARTICLE, "published", day));
    }
    for (String none : List.of("April 1998", "about 10 April 1998", "from 10 April 1998")) {
      assertEquals(422, ann.form("/read", Map.of("text", ARTICLE, "published", none)).statusCode());
    }
    // a server for a team fetches nothing
    HttpResponse<String> address = ann.form("/read", Map.of("address", "http://127.0.0.1/"));
    assertEquals(422, address.statusCode());
    assertTrue(Jsoup.parse(address.body()).select("#f-address-h").text().contains("not fetched"));
    String empty = bring(ann, Map.of("text", "The weather was fine."));
    assertTrue(ann.get(empty).body().contains("Nothing was found"));
    assertTrue(ann.get(empty + "/0/edit").body().contains("name=\"speaker\""));
  }

  @Test
  void aFileIsReadAsItIsAndALongOneIsRefused() throws Exception {
    Team.Client ann = team.signedIn("ann");
    String html =
        "<html><head><title>Talks go on</title></head><body><nav>Home</nav><article><p>"
            + ARTICLE.replace("\n\n", "</p><p>")
            + "</p></article></body></html>";
    HttpResponse<String> answer =
        file(ann, "text/html", html.getBytes(StandardCharsets.UTF_8), "published=2026-03-05");
    done(answer);
    String path = URI.create(answer.headers().firstValue("Location").orElseThrow()).getPath();
    isRead(ann, path);
    Document page = Jsoup.parse(ann.get(path).body());
    assertEquals("Talks go on", page.select("h1").text());
    assertFalse(page.select(".scrolled").text().contains("Home"));
    assertEquals(422, file(ann, "text/plain", new byte[0], "").statusCode());
    HttpResponse<String> archive =
        file(ann, "application/vnd.oasis.opendocument.text", new byte[] {'P', 'K', 3, 4}, "");
    done(archive);
    for (int length : List.of((8 << 20) + 1, 40 << 20)) {
      assertEquals(413, file(ann, "text/plain", new byte[length], "").statusCode(), length + " B");
    }
  }

  private static HttpResponse<String> file(
      Team.Client client, String type, byte[] bytes, String query) {
    return client.send(
        client
            .request("/read/file?" + query)
            .header("Content-Type", type)
            .header("X-Parley-Token", String.valueOf(client.token))
            .POST(HttpRequest.BodyPublishers.ofByteArray(bytes)));
  }

  @Test
  void onThisMachineAnAddressIsFetched() throws Exception {
    HttpServer press =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    press.createContext(
        "/news",
        exchange -> {
          byte[] body = ("<p>" + ARTICLE + "</p>").getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "text/html");
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    press.start();
    Path local = Files.createDirectory(folder.resolve("local"));
    Files.writeString(local.resolve("a.yaml"), Border.CASE);
    Texts texts = new Texts(new RuleReader(), null, address -> Articles.ofAddress(address, "en"));
    try (WebServer server = WebServer.start(new FolderCaseService(local, null), texts, 0);
        HttpClient client =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.ALWAYS).build()) {
      String base = "http://127.0.0.1:" + press.getAddress().getPort();
      String found = settled(client, server, base + "/news");
      assertTrue(found.contains("fishing rights were settled"), found);
      String missing = settled(client, server, base + "/gone");
      assertTrue(
          Jsoup.parse(missing).select("#f-address-e").text().contains("the answer was 404"),
          missing);
    } finally {
      press.stop(0);
    }
  }

  private static String settled(HttpClient client, WebServer server, String address)
      throws Exception {
    URI at = server.address().resolve("/read");
    String form =
        client
            .send(HttpRequest.newBuilder(at).build(), HttpResponse.BodyHandlers.ofString())
            .body();
    String token =
        java.util.Objects.requireNonNull(Jsoup.parse(form).selectFirst("[name=token]")).val();
    HttpResponse<String> answer =
        client.send(
            HttpRequest.newBuilder(at)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("token=" + token + "&address=" + address))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    URI page = answer.uri();
    return Eventually.get(
        "text that is read",
        () ->
            Optional.of(
                    client
                        .send(
                            HttpRequest.newBuilder(page).build(),
                            HttpResponse.BodyHandlers.ofString())
                        .body())
                .filter(body -> !body.contains(AGAIN)));
  }

  @Test
  void selectedWordsBecomeAClaimWithSpeakerSubjectAndStance() throws Exception {
    Team.Client ann = team.signedIn("ann");
    String path = bring(ann, TOLD);
    Document page = Jsoup.parse(ann.get(path).body());
    assertEquals(path + "/0/edit", page.select("form.selected").attr("action"));
    Element form =
        Jsoup.parse(ann.get(path + "/0/edit?words=the+course+of+the++border+remained").body())
            .getElementById("edit");
    assertTrue(form != null);
    assertEquals("Ann Berg", form.select("[name=speaker]").attr("value"));
    assertEquals("NL", chosen(form, "party"));
    assertTrue(form.outerHtml().contains("the course of the border remained"), form.text());
    assertTrue(form.select("[name^=about]").outerHtml().contains("border"), form.outerHtml());
    assertTrue(form.select("[name^=asserts]").outerHtml().contains("open"), form.outerHtml());

    Element other =
        Jsoup.parse(ann.get(path + "/0/edit?words=not+in+the+text").body()).getElementById("edit");
    assertTrue(other != null);
    assertEquals("", other.select("[name=speaker]").attr("value"));
  }

  private static String chosen(Element form, String name) {
    Element field = form.select("[name=" + name + "]").first();
    return field == null
        ? ""
        : field.tagName().equals("select")
            ? field.select("option[selected]").attr("value")
            : field.attr("value");
  }

  /// The proposal on a document that a text holds.
  private static Element document(Team.Client client, String path) {
    List<Element> documents =
        Jsoup.parse(client.get(path).body()).select("[data-proposal]").stream()
            .filter(each -> each.select(".label").text().contains("instrument"))
            .toList();
    assertEquals(1, documents.size(), documents::toString);
    return documents.getFirst();
  }

  @Test
  void aDocumentOnRecordGetsAnActAndNeverASecondInstrument() throws Exception {
    Team.Client ann = team.signedIn("ann");
    for (String text :
        List.of(
            "The Border accord is under discussion, officials of Northland said on Tuesday.",
            "Northland and Southland signed the Border accord in Oslo on Tuesday.")) {
      String path =
          bring(ann, Map.of("text", text, "publisher", "The Courier", "published", "2026-03-05"));
      Element document = document(ann, path);
      String form = ann.get(document.select("a[data-key=e]").attr("href")).body();
      assertFalse(form.contains("name=\"signatories"), text);
      if (text.contains("signed")) {
        assertTrue(document.text().contains("Becomes: act accord-signed"), document.text());
        done(ann.form(path + "/" + document.attr("data-proposal") + "/accept", Map.of()));
      }
    }
    assertEquals(200, ann.get("/api/records/acts/accord-signed").statusCode());
    String instruments = ann.get("/api/records/instruments").body();
    assertTrue(instruments.contains("\"total\":1"), instruments);
  }
}

package org.parley.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The text of an agreement: a preview with its doubts, one change, and a second version.
class AgreementStoryTest extends TeamStory {

  private static final String FIRST =
      """
      Article 1
      Water
      The Parties [A: shall][B: should] share the water.
      Article 3
      Peace
      Fire ceases.
      """;

  private static final String SECOND =
      """
      Article 1
      Water
      The Parties shall share the water.
      Article 2
      Fish
      Fishing is free.
      """;

  @Override
  String contents() {
    return """
    case: {title: The river, columns: [A, B]}
    parties:
      - {id: A, name: Arda, kind: state}
      - {id: B, name: Brenn, kind: state}
    instruments:
      - {id: treaty, title: Treaty, kind: treaty, signatories: [A, B]}
    sources:
      - {id: wire, publisher: Wire, title: The text, date: 2025-01-02, language: en, reliability: B, kind: report}
    """;
  }

  private HttpResponse<String> send(String text, String version, String action) {
    Document page = Jsoup.parse(ann.get("/grid/text").body());
    return ann.form(
        "/grid/text",
        fields(
            page,
            "agreement",
            Map.of(
                "text",
                text,
                "instrument",
                "Treaty",
                "version",
                version,
                "date",
                "2025-01-02",
                "source",
                "wire",
                "readers",
                "delegations",
                "do",
                action)));
  }

  private JsonNode point(String id) {
    return JsonMapper.shared().readTree(ann.get("/api/records/points/" + id).body()).path("record");
  }

  @Test
  void aTextIsShownThenSavedInOneChangeAndASecondIsItsNextVersion() {
    Document preview = Jsoup.parse(send(FIRST, "1", "preview").body());
    assertTrue(preview.select(".lead").text().startsWith("2 points were found, 2 of them new"));
    assertTrue(preview.select(".doubt").text().startsWith("Line 4: 3 stands after 1."));
    assertEquals(404, ann.get("/api/records/points/treaty-1").statusCode());

    HttpResponse<String> saved =
        ann.form("/grid/text", fields(preview, "agreement", Map.of("do", "save")));
    assertEquals(303, saved.statusCode(), saved.body());
    JsonNode article = point("treaty-1");
    assertEquals("Water", article.path("title").asString());
    assertEquals("wire", article.at("/texts/0/source/0").asString());
    assertEquals(
        List.of("A", "B"),
        List.of(
            article.at("/texts/0/text/1/bracket/alternatives/0/holders/0").asString(),
            article.at("/texts/0/text/1/bracket/alternatives/1/holders/0").asString()));

    Document again = Jsoup.parse(send(SECOND, "2", "preview").body());
    assertTrue(again.select(".lead").text().startsWith("2 points were found, 1 of them new"));
    assertTrue(again.text().contains("On record, and not in this text: 3."), again.text());
    assertEquals(303, send(SECOND, "2", "save").statusCode());
    assertEquals(2, point("treaty-1").path("texts").size());
    assertEquals(1, point("treaty-3").path("texts").size());
    Document redline = Jsoup.parse(ann.get("/points/treaty-1/texts").body());
    assertTrue(redline.text().contains("shall share the water"), redline.text());
  }

  @Test
  void whatIsWrongIsSaidAndNothingIsSaved() {
    Document page = Jsoup.parse(ann.get("/grid/text").body());
    Map<String, String> sent =
        new HashMap<>(fields(page, "agreement", Map.of("text", FIRST, "do", "save")));
    HttpResponse<String> dateless = ann.form("/grid/text", sent);
    assertEquals(422, dateless.statusCode());
    assertTrue(Jsoup.parse(dateless.body()).select("#date[aria-invalid]").hasAttr("id"));
    assertTrue(dateless.body().contains("Fire ceases."), "the text is kept");

    assertEquals(303, send(FIRST, "1", "save").statusCode());
    HttpResponse<String> twice = send(FIRST, "1", "save");
    assertEquals(422, twice.statusCode());
    assertTrue(twice.body().contains("has a version of this name"), twice.body());
    assertTrue(send("No number", "3", "save").body().contains("no numbered provision"));
  }

  private HttpResponse<String> upload(byte[] bytes) {
    Document page = Jsoup.parse(ann.get("/grid/text").body());
    return ann.send(
        ann.request("/grid/text/file?instrument=Treaty&version=1&date=2025-01-02&depth=articles")
            .header("Content-Type", "application/octet-stream")
            .header("X-Parley-Token", page.select("[name=token]").val())
            .POST(HttpRequest.BodyPublishers.ofByteArray(bytes)));
  }

  @Test
  void aFileIsTakenInWithItsDetails() {
    String page =
        "<html><body><ol><li>Water is shared.</li><li>Fire ceases.</li></ol></body></html>";
    HttpResponse<String> answer = upload(page.getBytes(StandardCharsets.UTF_8));
    assertEquals(200, answer.statusCode(), answer.body());
    Document shown = Jsoup.parse(answer.body());
    assertTrue(shown.select(".lead").text().startsWith("2 points were found"), shown.text());
    assertEquals("Treaty", shown.select("#instrument").val());

    HttpResponse<String> bad = upload(new byte[] {'P', 'K', 3, 4});
    assertEquals(422, bad.statusCode());
    assertTrue(bad.body().contains("cannot be read"), bad.body());
  }

  /// The words of list styles are counted; the file is as small as the format allows.
  @Test
  void anOpenDocumentTextIsTakenIn() throws IOException {
    HttpResponse<String> answer = upload(odt("Water is shared.", "Fire ceases."));
    assertEquals(200, answer.statusCode(), answer.body());
    Document shown = Jsoup.parse(answer.body());
    assertTrue(shown.select(".lead").text().startsWith("2 points were found"), shown.text());
  }

  private static byte[] odt(String... articles) throws IOException {
    StringBuilder content =
        new StringBuilder(
            "<o:document-content xmlns:o='urn:oasis:names:tc:opendocument:xmlns:office:1.0'"
                + " xmlns:t='urn:oasis:names:tc:opendocument:xmlns:text:1.0'"
                + " xmlns:s='urn:oasis:names:tc:opendocument:xmlns:style:1.0'>"
                + "<o:automatic-styles><t:list-style s:name='L'><t:list-level-style-number"
                + " t:level='1' s:num-format='1' s:num-prefix='Article '/></t:list-style>"
                + "</o:automatic-styles><o:body><o:text><t:list t:style-name='L'>");
    for (String each : articles) {
      content.append("<t:list-item><t:p>").append(each).append("</t:p></t:list-item>");
    }
    content.append("</t:list></o:text></o:body></o:document-content>");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("content.xml"));
      zip.write(content.toString().getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  @Test
  void aDelegationIsTurnedAway() {
    Team.Client al = team.signedIn("al");
    assertEquals(403, al.get("/grid/text").statusCode());
    assertFalse(al.get("/edit").body().contains("/grid/text"));
  }
}

package org.parley.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Claims from spreadsheets: a preview, errors at cells, and one change.
class ClaimSheetStoryTest extends TeamStory {

  private static final String CASE =
      """
      case: {title: The river, columns: [A, B]}
      parties:
        - {id: A, name: Arda, kind: state}
        - {id: B, name: {en: Brenn, fr: Brenne}, kind: state}
      instruments:
        - {id: treaty, title: Treaty, kind: treaty, signatories: [A, B]}
      points:
        - id: p1
          instrument: treaty
          number: "1"
          title: Water
          options: [{id: half, title: Half}, {id: third, title: A third}]
      sources:
        - {id: wire, publisher: Wire, title: Talks go on, address: "https://wire.example/1", date: 2025-01-02, language: en, reliability: B, kind: report}
      """;

  private static final String FRENCH =
      """
      Orateur;Partie;Dit le;Sujet;Affirme;Affirme quoi;Citation;Éditeur;Adresse
      Élise Brun;Brenne;2025-01-03;Water;préfère;A third;"Un tiers ; pas plus";Le Fleuve;https://fleuve.example/3
      Karl Arn;Arda;2025-01-04;1;accepté;;=1+1;;https://wire.example/1
      """;

  @Override
  String contents() {
    return CASE;
  }

  private static Map<String, String> fields(Document page, Map<String, String> typed) {
    return fields(page, "sheet", typed);
  }

  private Document preview(Team.Client client, String text) {
    HttpResponse<String> answer =
        client.form(
            "/grid/claims",
            fields(Jsoup.parse(client.get("/grid/claims").body()), Map.of("text", text)));
    assertEquals(200, answer.statusCode(), answer.body());
    return Jsoup.parse(answer.body());
  }

  private static HttpResponse<String> save(Team.Client client, Document preview) {
    return client.form("/grid/claims", fields(preview, Map.of("do", "save")));
  }

  private JsonNode record(String kind, String id) {
    return JsonMapper.shared()
        .readTree(ann.get("/api/records/" + kind + "/" + id).body())
        .path("record");
  }

  @Test
  void aFrenchSheetIsShownThenSavedInOneChange() {
    Document page = preview(ann, FRENCH);
    assertEquals(
        List.of(
            "speaker",
            "party",
            "said",
            "about",
            "asserts",
            "asserts-what",
            "quote",
            "publisher",
            "address"),
        page.select("#sheet thead option[selected]").eachAttr("value"));
    assertTrue(page.select(".lead").text().contains("2 rows are claims"), page.text());
    assertTrue(page.text().contains("Source “https://fleuve.example/3”"), page.text());
    assertFalse(page.text().contains("wire.example/1”"), "what is on record is not made again");
    assertEquals(404, ann.get("/api/records/claims/c-20250103-brun").statusCode());

    HttpResponse<String> saved = save(ann, page);
    assertEquals(303, saved.statusCode(), saved.body());
    JsonNode brun = record("claims", "c-20250103-brun");
    assertEquals("B", brun.path("party").asString());
    assertEquals("third", brun.at("/asserts/prefers").asString());
    assertEquals("Un tiers ; pas plus", brun.path("quote").asString());
    JsonNode source = record("sources", brun.at("/source/0").asString());
    assertEquals("Le Fleuve", source.path("publisher").asString());
    assertEquals("2025-01-03", source.path("date").asString());
    JsonNode arn = record("claims", "c-20250104-arn");
    assertEquals("wire", arn.at("/source/0").asString());
    assertEquals("=1+1", arn.path("quote").asString());
    assertTrue(ann.get("/export/claims.csv").body().contains("'=1+1"), "no formula goes out");
    Document history = Jsoup.parse(ann.get("/history").body());
    assertEquals(3, history.select("main section.step:first-of-type ul.entries > li").size());
  }

  @Test
  void aDayThatMayBeTwoIsAskedAboutOnThePage() {
    String sheet =
        "speaker,party,said,about,asserts,quote,address\nKarl Arn,Arda,03/04/2025,1,agreed,We agree.,https://wire.example/1\n";
    Document page = preview(ann, sheet);
    assertEquals(List.of("cell/0/2"), page.select("[aria-invalid]").eachAttr("name"), page.text());
    assertEquals("unknown", page.select("#days [selected]").val());
    assertEquals(422, save(ann, page).statusCode(), "nothing is saved before it is answered");
    HttpResponse<String> saved =
        ann.form("/grid/claims", fields(page, Map.of("do", "save", "days", "day-first")));
    assertEquals(303, saved.statusCode(), saved.body());
    assertEquals("2025-04-03", record("claims", "c-20250403-arn").path("said").asString());
    Document sure = preview(ann, sheet.replace("03/04", "25/04"));
    assertEquals(0, sure.select("#days, [aria-invalid]").size(), "one reading alone is not asked");
  }

  @Test
  void everyErrorStandsAtItsCellAndIsMendedThere() {
    String sheet =
        """
        speaker\tparty\tsaid on\tabout\tasserts\tsource\tquote
        Karl Arn\tArda\t03/04/2025\tWater\tagreed\twire\tYes
        Karl Arn\tArda\t2025-01-05\tWater\tgladly\twire\tYes
        Karl Arn\tCarst\t2025-01-05\tFish\tagreed\twire\tYes
        """;
    Document page = preview(ann, sheet);
    assertEquals(List.of("cell/0/2", "cell/1/4"), page.select("[aria-invalid]").eachAttr("name"));
    assertTrue(
        page.select(".error").text().contains("which number is the day"),
        page.select(".error").text());
    assertTrue(page.text().contains("Party “Carst”") && page.text().contains("Point “Fish”"));
    HttpResponse<String> refused = save(ann, page);
    assertEquals(422, refused.statusCode());

    Map<String, String> mended =
        fields(
            page,
            Map.of("cell/0/2", "2025-04-03", "cell/1/4", "rejected", "make/parties/carst", "no"));
    HttpResponse<String> without = ann.form("/grid/claims", with(mended, "do", "save"));
    assertEquals(422, without.statusCode());
    Document mistaken = Jsoup.parse(without.body());
    assertEquals(List.of("cell/2/1"), mistaken.select("[aria-invalid]").eachAttr("name"));

    HttpResponse<String> saved =
        ann.form(
            "/grid/claims", fields(mistaken, Map.of("make/parties/carst", "yes", "do", "save")));
    assertEquals(303, saved.statusCode(), saved.body());
    assertEquals("Carst", record("parties", "carst").path("name").asString());
    assertEquals("Fish", record("points", "p2").path("title").asString());
    assertEquals("p2", record("claims", "c-20250105-arn-2").at("/about/0").asString(""));
  }

  private static Map<String, String> with(Map<String, String> fields, String key, String value) {
    Map<String, String> more = new LinkedHashMap<>(fields);
    more.put(key, value);
    return more;
  }

  @Test
  void aColumnIsReassigned() {
    Document page =
        preview(
            ann,
            """
            a,b,c,d,e,f,quote
            Arn,A,2025-01-05,p1,agreed,wire,Yes
            """);
    assertTrue(page.text().contains("Party, in 1 row"), page.text());
    HttpResponse<String> saved =
        ann.form(
            "/grid/claims",
            fields(
                page,
                Map.of(
                    "column/0", "speaker",
                    "column/1", "party",
                    "column/2", "said",
                    "column/3", "about",
                    "column/4", "asserts",
                    "column/5", "source",
                    "do", "save")));
    assertEquals(303, saved.statusCode(), saved.body());
    assertEquals("agreed", record("claims", "c-20250105-arn").path("asserts").asString());
  }

  /// What is exported comes back as it was.
  @Test
  void anExportIsReadAgain() throws Exception {
    assertEquals(303, save(ann, preview(ann, FRENCH)).statusCode());
    String exported = ann.get("/export/claims.csv").body();
    JsonNode before = record("claims", "c-20250103-brun");
    Path other = folder.resolve("other");
    try (Team copy = new Team(other, Team.caseOf(CASE), false)) {
      copy.account("ann", "mediator", null);
      Team.Client client = copy.signedIn("ann");
      String withSource = exported.replace("le-fleuve-2025", "wire");
      HttpResponse<String> saved = save(client, preview(client, withSource));
      assertEquals(303, saved.statusCode(), saved.body());
      JsonNode after =
          JsonMapper.shared()
              .readTree(client.get("/api/records/claims/c-20250103-brun").body())
              .path("record");
      for (String key : List.of("speaker", "party", "said", "about", "asserts", "quote")) {
        assertEquals(before.path(key), after.path(key), key);
      }
    }
  }

  @Test
  void aDelegationAddsItsOwnAndCreatesNoParty() {
    Team.Client al = team.signedIn("al");
    String sheet =
        """
        speaker,party,said on,about,asserts,address,summary
        Karl Arn,A,2025-01-05,p1,agreed,https://new.example/5,Yes
        Karl Arn,Carst,2025-01-05,p1,agreed,https://new.example/5,Yes
        """;
    Document page = preview(al, sheet);
    assertEquals(List.of("cell/1/1"), page.select("[aria-invalid]").eachAttr("name"));
    HttpResponse<String> saved =
        al.form("/grid/claims", fields(page, Map.of("cell/1/1", "Arda", "do", "save")));
    assertEquals(303, saved.statusCode(), saved.body());
    JsonNode made = record("claims", "a-c-20250105-arn");
    assertEquals("A", made.at("/visibility/party").asString());
  }

  private HttpResponse<String> upload(byte[] bytes) throws Exception {
    Document page = Jsoup.parse(ann.get("/grid/claims").body());
    return ann.send(
        ann.request("/grid/claims/file")
            .header("Content-Type", "application/octet-stream")
            .header("X-Parley-Token", page.select("[name=token]").val())
            .POST(HttpRequest.BodyPublishers.ofByteArray(bytes)));
  }

  @Test
  void filesOfExcelAreRead() throws Exception {
    byte[] windows = FRENCH.getBytes(Charset.forName("windows-1252"));
    Document latin = Jsoup.parse(upload(windows).body());
    assertTrue(latin.text().contains("Élise Brun"), latin.text());
    byte[] marked = ("\ufeff" + FRENCH).getBytes(StandardCharsets.UTF_8);
    assertTrue(Jsoup.parse(upload(marked).body()).text().contains("2 rows are claims"));

    HttpResponse<String> book = upload(workbook(SHEET));
    Document page = Jsoup.parse(book.body());
    assertEquals(200, book.statusCode());
    assertTrue(page.text().contains("1 row is a claim"), page.text());
    assertTrue(page.text().contains("2025-01-05"), "a day is read by its format");
    assertTrue(page.text().contains("computed elsewhere"), "a formula is read as its value");
    assertEquals(303, save(ann, page).statusCode());
  }

  @Test
  void hostileFilesAreRefused() throws Exception {
    String entity =
        "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>"
            + SHEET.replace("Karl Arn", "&e;");
    HttpResponse<String> external = upload(workbook(entity));
    assertFalse(Jsoup.parse(external.body()).select(".lead").text().contains("1 row"));
    ByteArrayOutputStream bomb = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bomb)) {
      zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < 80; i++) {
        zip.write(zeros);
      }
    }
    HttpResponse<String> large = upload(bomb.toByteArray());
    assertEquals(422, large.statusCode());
    assertTrue(Jsoup.parse(large.body()).text().contains("More than 64 MiB"), large.body());
    for (byte[] each :
        List.of(
            new byte[] {'P', 'K', 3, 4, 1, 2},
            new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0},
            new byte[0],
            "one line".getBytes(StandardCharsets.UTF_8),
            "a\u0000,b\n1,2".getBytes(StandardCharsets.UTF_8),
            ("a\n" + "x\n".repeat(2_100)).getBytes(StandardCharsets.UTF_8),
            ("a" + ",b".repeat(90) + "\n1\n").getBytes(StandardCharsets.UTF_8))) {
      assertEquals(422, upload(each).statusCode());
    }
  }

  private static final String SHEET =
      """
      <worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>
      <row r="1"><c r="A1" t="inlineStr"><is><t>speaker</t></is></c><c r="B1" t="inlineStr"><is><t>party</t></is></c><c r="C1" t="inlineStr"><is><t>said</t></is></c><c r="D1" t="inlineStr"><is><t>about</t></is></c><c r="E1" t="inlineStr"><is><t>asserts</t></is></c><c r="F1" t="inlineStr"><is><t>source</t></is></c><c r="G1" t="inlineStr"><is><t>quote</t></is></c></row>
      <row r="2"><c r="A2" t="inlineStr"><is><t>Karl Arn</t></is></c><c r="B2" t="inlineStr"><is><t>A</t></is></c><c r="C2" s="1"><v>45662</v></c><c r="D2"><v>1</v></c><c r="E2" t="inlineStr"><is><t>agreed</t></is></c><c r="F2" t="inlineStr"><is><t>wire</t></is></c><c r="G2" t="str"><f>HYPERLINK("https://x.example")</f><v>computed elsewhere</v></c></row>
      </sheetData></worksheet>
      """;

  private static byte[] workbook(String sheet) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      entry(
          zip,
          "[Content_Types].xml",
          """
          <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>
          """);
      entry(
          zip,
          "_rels/.rels",
          """
          <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>
          """);
      entry(
          zip,
          "xl/_rels/workbook.xml.rels",
          """
          <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>
          """);
      entry(
          zip,
          "xl/workbook.xml",
          """
          <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Claims" sheetId="1" r:id="rId1"/></sheets></workbook>
          """);
      entry(
          zip,
          "xl/styles.xml",
          """
          <styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>
          """);
      entry(zip, "xl/worksheets/sheet1.xml", sheet);
    }
    return bytes.toByteArray();
  }

  private static void entry(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.strip().getBytes(StandardCharsets.UTF_8));
  }
}

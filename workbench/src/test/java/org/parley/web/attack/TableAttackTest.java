package org.parley.web.attack;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.Effort;
import org.parley.web.SmallWorld;

/// Workbooks and CSV made to do harm, to every address that takes a table.
class TableAttackTest {

  private static final String SHEET = "xl/worksheets/sheet1.xml";
  private static final String SECRET = "root:x:0:0";

  @TempDir Path folder;
  private Target target;

  @BeforeEach
  void start() throws Exception {
    target = new Target(folder, SmallWorld.build());
  }

  @AfterEach
  void stop() {
    target.close();
  }

  private static String row(int number, String... cells) {
    StringBuilder row = new StringBuilder("<row r=\"" + number + "\">");
    for (int i = 0; i < cells.length; i++) {
      row.append("<c r=\"")
          .append((char) ('A' + i))
          .append(number)
          .append("\" t=\"inlineStr\"><is><t>");
      row.append(cells[i]).append("</t></is></c>");
    }
    return row.append("</row>").toString();
  }

  private static String sheet(String rows) {
    return "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
        + rows
        + "</sheetData></worksheet>";
  }

  private static Map<String, byte[]> parts(String sheet) {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    put(
        parts,
        "[Content_Types].xml",
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default"
            + " Extension=\"xml\" ContentType=\"application/xml\"/><Override"
            + " PartName=\"/xl/workbook.xml\""
            + " ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>");
    put(
        parts,
        "_rels/.rels",
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship"
            + " Id=\"rId1\""
            + " Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\""
            + " Target=\"xl/workbook.xml\"/></Relationships>");
    put(
        parts,
        "xl/_rels/workbook.xml.rels",
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship"
            + " Id=\"rId1\""
            + " Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\""
            + " Target=\"worksheets/sheet1.xml\"/></Relationships>");
    put(
        parts,
        "xl/workbook.xml",
        "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
            + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet"
            + " name=\"S\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
    put(parts, SHEET, sheet);
    return parts;
  }

  private static void put(Map<String, byte[]> parts, String name, String text) {
    parts.put(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] zip(Map<String, byte[]> parts) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> each : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(each.getKey()));
        zip.write(each.getValue());
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] book(String rows) throws IOException {
    return zip(parts(sheet(rows)));
  }

  private static byte[] with(String name, byte[] content) throws IOException {
    Map<String, byte[]> parts = parts(sheet(usual()));
    parts.put(name, content);
    return zip(parts);
  }

  private static String usual() {
    return row(1, "title", "publisher", "date", "speaker")
        + row(2, "One", "Wire", "2025-01-01", "Ann");
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /// Files that are refused.
  private static Map<String, byte[]> refused() throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("a zip bomb as a part", with("xl/media/image1.png", new byte[80 << 20]));
    files.put("a zip bomb as the sheet", book(" ".repeat(70 << 20) + usual()));
    Map<String, byte[]> many = parts(sheet(usual()));
    for (int i = 0; i < 2_000; i++) {
      many.put("xl/" + i + ".xml", new byte[0]);
    }
    files.put("2,000 parts", zip(many));
    files.put("10,000 columns", book("<row r=\"1\"><c r=\"NTP1\"><v>1</v></c></row>" + usual()));
    files.put("10,000 columns of CSV", text("a" + ",b".repeat(10_000) + "\n1\n"));
    files.put("5,000 rows", text("title,publisher\n" + "One,Wire\n".repeat(5_000)));
    files.put("a cut workbook", java.util.Arrays.copyOf(book(usual()), 300));
    files.put("a workbook without a sheet", zip(Map.of("a.txt", new byte[3])));
    files.put("an old workbook", new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, 0, 0});
    files.put("a PDF named as a table", text("%PDF-1.7\n%\u0000\u0001\n"));
    files.put(
        "a picture named as a table", new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0});
    files.put("nothing", new byte[0]);
    files.put("a million empty rows alone", text("\n".repeat(1_000_000)));
    files.put(
        "a cell of a million characters", text("title,publisher\n" + "x".repeat(1 << 20) + ",y\n"));
    files.put("an open quotation mark of 7 MiB", text("title,\"" + "x".repeat(7 << 20)));
    String expand =
        "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c"
            + " \"&b;&b;&b;&b;&b;&b;&b;&b;\">]>";
    files.put("entities that expand", zip(parts(expand + sheet(usual().replace("One", "&c;")))));
    return files;
  }

  /// Files that are read as plain values, or refused.
  private static Map<String, byte[]> neutral() throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    String file = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>";
    files.put("XXE in the sheet", zip(parts(file + sheet(usual().replace("One", "&e;")))));
    Map<String, byte[]> strings = parts(sheet(usual()));
    put(strings, "xl/sharedStrings.xml", file + "<sst><si><t>&e;</t></si></sst>");
    files.put("XXE in shared strings", zip(strings));
    Map<String, byte[]> types = parts(sheet(usual()));
    put(types, "[Content_Types].xml", file + "<Types>&e;</Types>");
    files.put("XXE in content types", zip(types));
    files.put("macros", with("xl/vbaProject.bin", new byte[1_000]));
    files.put(
        "links out",
        with(
            "xl/externalLinks/externalLink1.xml",
            text("<externalLink><externalBook r:id=\"rId1\"/></externalLink>")));
    files.put("a nested workbook", with("xl/embeddings/book.xlsx", book(usual())));
    files.put("a part outside", with("../../../../tmp/parley-attack.xml", text("<a/>")));
    String formula =
        "<row r=\"2\"><c r=\"A2\" t=\"str\"><f>WEBSERVICE(\"http://127.0.0.1:1/\")</f><v>One</v></c></row>";
    files.put("a formula that fetches", book(row(1, "title", "publisher") + formula));
    files.put(
        "formulas as text", text("title,publisher,date\n=cmd|' /C calc'!A0,@SUM(1),2025-01-01\n"));
    StringBuilder empty = new StringBuilder(usual());
    for (int i = 3; i < 200_000; i++) {
      empty.append("<row r=\"").append(i).append("\"/>");
    }
    files.put("200,000 empty rows below", book(empty.toString()));
    files.put(
        "a million empty rows of CSV",
        text("title,publisher\nOne,Wire\n" + ",\n".repeat(1_000_000)));
    files.put("markup", text("title,publisher\n<script>alert(1)</script>,\"><img src=x>\n"));
    return files;
  }

  /// Files that are none of incidents, or mean harm as such; nothing of them is saved by reading.
  private static Map<String, byte[]> incidents() throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>(refused());
    files.putAll(neutral());
    String heading = "id,kind,occurred,actor,target\n";
    files.put("a thousand brackets", text("[".repeat(1_000) + "{\"kind\":\"x\"}"));
    files.put("an object of 7 MiB", text("{\"kind\":\"" + "x".repeat(7 << 20) + "\"}"));
    files.put("a million bad rows", text(heading + "x\n".repeat(1_000_000)));
    files.put("a thousand names of parties", text(heading + names()));
    files.put(
        "markup as incidents",
        text(heading + "\"<script>alert(1)</script>\",k,2025-01-01,<img src=x>,\"><svg>\n"));
    files.put(
        "control characters by escapes",
        text("{\"kind\":\"a\\u0000b\\u202e\",\"occurred\":\"2025-01-01\",\"actor\":\"\\ud800\"}"));
    files.put("a day beyond the calendar", text(heading + "a,k,9999-12-31/..,x,y\n"));
    files.put("ids that are paths", text(heading + "../../etc/passwd,k,2025-01-01,x,y\n"));
    return files;
  }

  private static String names() {
    StringBuilder names = new StringBuilder();
    for (int i = 0; i < 1_000; i++) {
      names.append(i).append(",k,2025-01-01,n").append(i).append(",m").append(i).append('\n');
    }
    return names.toString();
  }

  /// Where a file that is still being read is looked at; empty once it was read.
  private static String working(Document page) {
    return page.select("#incidents[data-hx-get]").attr("data-hx-get");
  }

  private static HttpResponse<String> send(Target.Client client, String path, byte[] bytes) {
    return client.send(
        client
            .request(path)
            .header("Content-Type", "application/octet-stream")
            .header("X-Parley-Token", String.valueOf(client.token))
            .POST(HttpRequest.BodyPublishers.ofByteArray(bytes)));
  }

  @Test
  void hostileTablesAreRefusedOrReadAsPlainValues() throws Exception {
    String before = target.state();
    Target.Client ann = target.as("ann");
    ann.token();
    try (Attacks attacks = new Attacks("hostile tables")) {
      for (String path :
          List.of(
                  "/grid/claims/file",
                  "/import/table/file?kind=sources",
                  "/import/table/file?kind=points")
              .subList(0, Effort.of(2, 3))) {
        for (Map.Entry<String, byte[]> each : refused().entrySet()) {
          HttpResponse<String> sent = send(ann, path, each.getValue());
          Document page = Jsoup.parse(sent.body());
          attacks.tried(
              each.getKey() + " to " + path,
              sent.statusCode() == 422 && page.select(".problems").text().contains("Maybe"),
              sent.statusCode() + " " + page.select("main").text());
        }
        for (Map.Entry<String, byte[]> each : neutral().entrySet()) {
          HttpResponse<String> sent = send(ann, path, each.getValue());
          boolean isPlain =
              !sent.body().contains(SECRET)
                  && Jsoup.parse(sent.body()).select("main script, main img").isEmpty();
          attacks.tried(
              each.getKey() + " to " + path,
              (sent.statusCode() == 200 || sent.statusCode() == 422) && isPlain,
              sent.statusCode() + " " + sent.body());
        }
      }
      for (Map.Entry<String, byte[]> each : incidents().entrySet()) {
        HttpResponse<String> sent = send(ann, "/import/incidents/file", each.getValue());
        Document page = Jsoup.parse(sent.body());
        for (String at = working(page); !at.isEmpty(); at = working(page)) {
          sent = ann.get(at);
          page = Jsoup.parse(sent.body());
        }
        attacks.tried(
            each.getKey() + " as incidents",
            List.of(200, 422).contains(sent.statusCode())
                && (sent.statusCode() == 200 || page.select(".problems").text().contains("Maybe"))
                && !sent.body().contains(SECRET)
                && page.select("main script, main img").isEmpty(),
            sent.statusCode() + " " + page.select("main").text());
      }
      attacks.tried("all of them", before.equals(target.state()), "the case changed");
    }
  }
}

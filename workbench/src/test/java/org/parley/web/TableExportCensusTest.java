package org.parley.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.Effort;
import org.parley.casefile.LoadResult;
import org.parley.casefile.folder.CaseFolder;
import org.parley.exchange.tables.TableFormat;
import org.parley.model.cases.Case;
import org.parley.web.access.Route;
import org.parley.web.service.FolderCaseService;

/// Every table of every page of every example is downloaded, and has as many rows as the page
/// shows: as a rule in every other format, in turn.
@NullMarked
class TableExportCensusTest {

  private static final Path EXAMPLES = Path.of("../examples");
  private static final Path TEMPLATES = Path.of("src/main/jte");

  static Stream<Path> examples() throws IOException {
    try (Stream<Path> folders = Files.list(EXAMPLES)) {
      return folders.filter(Files::isDirectory).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void everyTableIsDownloaded(Path example) throws IOException {
    Case contents =
        switch (CaseFolder.of(example).load()) {
          case LoadResult.Loaded loaded -> loaded.contents();
          case LoadResult.Rejected rejected -> throw new AssertionError(rejected);
        };
    List<String> wrong = new ArrayList<>();
    int tables = 0;
    try (WebServer server = WebServer.start(new FolderCaseService(example, null), 0)) {
      WebClient client = new WebClient(server);
      for (Route route : server.routes()) {
        if (route.isSafe()
            && route.kind() == Route.Kind.PAGE
            && !route.path().contains("{number}")) {
          for (String path : EveryAddressAnswersTest.paths(route, contents).toList()) {
            tables += tables(client, path, tables, wrong);
          }
        }
      }
    }
    assertEquals(List.of(), wrong);
    assertTrue(tables > 10, tables + " tables");
  }

  private static int tables(WebClient client, String path, int before, List<String> wrong) {
    HttpResponse<String> answer = client.get(path.equals("/packages") ? path + "?wait=true" : path);
    if (answer.statusCode() != 200) {
      return 0;
    }
    Document page = Jsoup.parse(answer.body());
    Set<String> names = new HashSet<>();
    int tables = 0;
    for (Element table : page.select("table:not([role=presentation])")) {
      String name = table.attr("data-table");
      if (name.isEmpty() || !names.add(name)) {
        wrong.add(path + ": a table has " + (name.isEmpty() ? "no name" : "the name of another"));
        continue;
      }
      tables++;
      List<String> links =
          page.select(".take a").eachAttr("href").stream()
              .filter(each -> each.contains("table=" + name + "&"))
              .toList();
      if (links.size() != TableFormat.values().length) {
        wrong.add(path + " " + name + ": " + links.size() + " links");
      }
      for (int format = 0; format < links.size(); format++) {
        if ((before + tables + format) % Effort.of(2, 1) == 0) {
          check(client, links.get(format), table, wrong);
        }
      }
    }
    return tables;
  }

  private static long rows(Element table) {
    Element head = table.selectFirst("> thead");
    return table.select("tr").stream()
        .filter(each -> table.equals(each.closest("table")))
        .filter(each -> head == null ? isOfData(each) : !head.equals(each.parent()))
        .count();
  }

  private static boolean isOfData(Element row) {
    return row.children().stream().anyMatch(each -> each.normalName().equals("td"));
  }

  private static void check(WebClient client, String link, Element table, List<String> wrong) {
    long rows = rows(table);
    HttpResponse<String> file = client.get(link);
    if (file.statusCode() != 200
        || !file.headers().firstValue("Content-Disposition").orElse("").startsWith("attachment")) {
      wrong.add(link + ": " + file.statusCode() + " " + file.headers().map());
    } else if (link.endsWith("=csv")) {
      List<CSVRecord> records = csv(file.body());
      long found = (long) records.size() - (hasHeading(table) ? 1 : 0);
      if (found != rows) {
        wrong.add(link + ": " + found + " rows for " + rows);
      }
    } else if (link.endsWith("=jsonl")) {
      long found = file.body().lines().count();
      if (found != rows) {
        wrong.add(link + ": " + found + " lines for " + rows);
      }
    } else if (link.endsWith("=parquet")) {
      if (!file.body().startsWith("PAR1")) {
        wrong.add(link + " is no Parquet file");
      }
    } else if (!file.body().startsWith("PK")) {
      wrong.add(link + " is no workbook");
    }
  }

  /// Whether the file has a line of headings.
  private static boolean hasHeading(Element table) {
    Element head = table.selectFirst("> thead");
    return head != null ? head.hasText() : !isOfData(table.select("tr").getFirst());
  }

  private static List<CSVRecord> csv(String body) {
    assertTrue(body.startsWith("\ufeff"), "a mark of UTF-8");
    try (CSVParser read = CSVFormat.RFC4180.parse(new StringReader(body.substring(1)))) {
      List<CSVRecord> records = read.getRecords();
      assertTrue(
          records.stream().map(CSVRecord::size).distinct().count() <= 1, "a rectangle: " + body);
      return records;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void everyTableOfATemplateHasAName() throws IOException {
    Set<String> nameless = new TreeSet<>();
    try (Stream<Path> files = Files.walk(TEMPLATES)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".jte")).toList()) {
        Jsoup.parse(Files.readString(file)).select("table").stream()
            .filter(each -> !each.hasAttr("data-table") && !each.hasAttr("role"))
            .forEach(each -> nameless.add(file + ": " + each.className()));
      }
    }
    assertEquals(Set.of(), nameless);
  }

  @Test
  void anUnknownTableOrFormatIsExplained() {
    try (WebServer server =
        WebServer.start(new FolderCaseService(EXAMPLES.resolve("ukraine-2025"), null), 0)) {
      WebClient client = new WebClient(server);
      HttpResponse<String> table = client.get("/?table=matrx&format=csv");
      assertEquals(404, table.statusCode());
      assertTrue(table.body().contains("Maybe you meant matrix."), table.body());
      HttpResponse<String> format = client.get("/?table=matrix&format=xls");
      assertEquals(400, format.statusCode());
      assertTrue(format.body().contains("Maybe you meant xlsx."), format.body());
      assertEquals(200, client.get("/?table=&format=csv").statusCode());
      for (String name : List.of("table", "picture", "cite")) {
        assertEquals(400, client.get("/?" + name + "=" + "x".repeat(300)).statusCode(), name);
      }
      assertEquals(404, client.get("/nowhere?table=" + "x".repeat(300)).statusCode());
    }
  }

  @Test
  void aTableIsThatOfTheFilterAndMoment() {
    try (WebServer server =
        WebServer.start(new FolderCaseService(EXAMPLES.resolve("ukraine-2025"), null), 0)) {
      WebClient client = new WebClient(server);
      int all = csv(client.get("/sources?table=sources").body()).size();
      int some = csv(client.get("/sources?q=reuters&table=sources").body()).size();
      assertTrue(0 < some && some < all, some + " of " + all);
      String early = client.get("/?asOf=2025-12-01&table=completeness").body();
      String late = client.get("/?asOf=2025-12-28&table=completeness").body();
      assertTrue(!early.equals(late), early);
    }
  }
}

package org.parley.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.casefile.ViewHash;
import org.parley.model.CaseRecord;
import org.parley.model.Viewer;
import org.parley.model.cases.Case;
import org.parley.model.cases.CaseView;
import org.parley.model.claim.Claim;
import org.parley.publication.Manifest;
import org.parley.publication.PublicationCheck;
import org.parley.publication.PublicationException;
import org.parley.publication.PublicationFault;
import org.parley.web.publish.SitePublisher;
import tools.jackson.databind.json.JsonMapper;

/// A case is published as a site of files, which stands on its own.
@NullMarked
class PublicationStoryTest {

  private static final String AT = "https://news.example/river";
  private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

  @TempDir static Path shared;
  @TempDir Path own;

  private static Path site = Path.of("");

  private static CaseView seen(Case contents) {
    return contents.viewFor(new Viewer.Public());
  }

  private static SitePublisher.Published publish(Case contents, Path folder) throws IOException {
    return PublicSite.of(seen(contents), null, AT, DAY).into(folder, _ -> {});
  }

  @BeforeAll
  static void publishOnce() throws IOException {
    site = shared.resolve("site");
    publish(SmallWorld.build(), site);
  }

  private static List<Path> pages(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(each -> each.endsWith("index.html")).toList();
    }
  }

  private static Document page(Path file) throws IOException {
    return Jsoup.parse(Files.readString(file), "");
  }

  @Test
  void everyLinkOfEveryPageLeadsToAPlaceInTheFolder() throws IOException {
    assertEquals(List.of(), broken(site));
    assertTrue(pages(site).size() > 60, pages(site).size() + " pages");
  }

  /// Links that lead to no file, or to no place on a page.
  static List<String> broken(Path folder) throws IOException {
    Map<Path, Set<String>> ids = new HashMap<>();
    Map<Path, Document> pages = new HashMap<>();
    for (Path each : pages(folder)) {
      pages.put(each, page(each));
      ids.put(each, Set.copyOf(pages.get(each).select("[id]").eachAttr("id")));
    }
    List<String> broken = new ArrayList<>();
    pages.forEach(
        (file, page) -> {
          for (Element each : page.select("[href], [src], [action], [xlink:href]")) {
            for (String name : List.of("href", "src", "action", "xlink:href")) {
              String link = each.attr(name);
              if (each.hasAttr(name) && !link.matches("https?:.*") && !leads(file, link, ids)) {
                broken.add(folder.relativize(file) + " -> " + link);
              }
            }
          }
        });
    return broken;
  }

  private static boolean leads(Path page, String link, Map<Path, Set<String>> ids) {
    String[] parts = link.split("#", 2);
    Path target =
        parts[0].isEmpty() ? page : page.resolveSibling(parts[0].split("\\?")[0]).normalize();
    return !link.startsWith("/")
        && Files.isRegularFile(target)
        && (parts.length < 2
            || parts[1].isEmpty()
            || !ids.containsKey(target)
            || ids.get(target).contains(parts[1]));
  }

  @Test
  void nothingAsksAServer() throws IOException {
    for (Path each : pages(site)) {
      Document page = page(each);
      String name = site.relativize(each).toString();
      assertEquals(1, page.select("meta[http-equiv=Content-Security-Policy]").size(), name);
      assertEquals(List.of(), page.select("form:not([role=search])").eachAttr("action"), name);
      assertEquals(List.of(), page.select("form[method=post]").eachAttr("action"), name);
      for (String gone :
          List.of("sign-in", "/edit", "/settings", "data-hx-", "htmx", "127.0.0.1")) {
        assertFalse(page.outerHtml().contains(gone), name + " has " + gone);
      }
      assertEquals(
          List.of(),
          page.select("*").stream()
              .flatMap(element -> element.attributes().asList().stream())
              .map(attribute -> attribute.getKey())
              .filter(key -> key.equals("style") || key.startsWith("on"))
              .toList(),
          name);
    }
  }

  @Test
  void theFirstPageStatesTheHeadlineAndHowItIsCited() throws IOException {
    Document page = page(site.resolve("index.html"));
    assertFalse(page.select("h1").text().isBlank());
    String cited = page.select("details.cite").text();
    assertTrue(cited.contains("https://news.example/river/"), cited);
    assertTrue(cited.contains(ViewHash.of(seen(SmallWorld.build()))), cited);
    assertTrue(page.select("footer").text().contains("1 March 2026"));
  }

  @Test
  void tablesAndAnswersToProgramsAreFiles() throws IOException {
    assertTrue(Files.readString(site.resolve("~matrix.csv")).lines().count() > 3);
    JsonMapper.shared().readTree(Files.readString(site.resolve("api/board.json")));
    String claims = Files.readString(site.resolve("api/claims.jsonl"));
    assertEquals(seen(SmallWorld.build()).claims().size(), claims.lines().count());
  }

  @Test
  void theSearchFindsEveryRecordThatThePublicMaySee() throws IOException {
    String index = Files.readString(site.resolve("search/records.js"));
    for (CaseRecord each : seen(SmallWorld.build()).records()) {
      assertTrue(index.contains("[\"" + each.id() + "\","), each.id() + " is not in the index");
    }
  }

  @Test
  void theSameCasePublishedTwiceIsTheSame() throws IOException {
    SitePublisher.Published again = publish(SmallWorld.build(), own.resolve("again"));
    assertEquals(PublicationCheck.of(site).digest(), again.manifest());
  }

  @Test
  void aChangedAMissingAndAnAddedFileAreFound() throws IOException {
    Path folder = own.resolve("tampered");
    publish(SmallWorld.build(), folder);
    assertTrue(PublicationCheck.of(folder).holds());
    Files.writeString(folder.resolve("index.html"), "All agreed.");
    Files.delete(folder.resolve("~matrix.csv"));
    Files.writeString(folder.resolve("extra.html"), "More.");
    PublicationCheck check = PublicationCheck.of(folder);
    assertEquals(List.of("index.html"), check.changed());
    assertEquals(List.of("~matrix.csv"), check.missing());
    assertEquals(List.of("extra.html"), check.added());
  }

  @Test
  void aManifestThatNamesFilesOutsideItsFolderIsRefused() throws IOException {
    Path folder = Files.createDirectory(own.resolve("hostile"));
    for (String path : List.of("../../etc/passwd", "/etc/passwd", "a/../../b", "a\\b", "")) {
      Files.writeString(
          folder.resolve(Manifest.FILE),
          "{\"format\":\"parley-publication-1\",\"published\":\"2026-03-01\",\"files\":{\""
              + path.replace("\\", "\\\\")
              + "\":\""
              + "0".repeat(64)
              + "\"}}");
      PublicationException refused =
          assertThrows(PublicationException.class, () -> PublicationCheck.of(folder), path);
      assertEquals(PublicationFault.UNREADABLE_MANIFEST, refused.fault(), path);
    }
  }

  @Test
  void aFolderThatHoldsSomethingElseIsNotTouched() throws IOException {
    Path folder = Files.createDirectory(own.resolve("documents"));
    Path letter = Files.writeString(folder.resolve("letter.txt"), "Dear all,");
    PublicationException refused =
        assertThrows(PublicationException.class, () -> publish(SmallWorld.build(), folder));
    assertEquals(PublicationFault.FOLDER_HOLDS_SOMETHING_ELSE, refused.fault());
    assertEquals("Dear all,", Files.readString(letter));
    try (Stream<Path> beside = Files.list(own)) {
      assertEquals(List.of(folder), beside.toList(), "nothing is left beside it");
    }
  }

  @Test
  void aPublicationWithAFileOfSomebodyElseIsNotReplaced() throws IOException {
    Path folder = own.resolve("shared");
    publish(SmallWorld.build(), folder);
    Files.writeString(folder.resolve("CNAME"), "news.example");
    PublicationException refused =
        assertThrows(PublicationException.class, () -> publish(SmallWorld.build(), folder));
    assertTrue(refused.value().endsWith("CNAME"), refused.value());
  }

  @Test
  void thePageOfARecordThatIsGoneStaysAnAddress() throws IOException {
    Case whole = SmallWorld.build();
    Claim gone = seen(whole).claims().getLast();
    Path folder = own.resolve("kept");
    publish(whole, folder);
    Path page = folder.resolve("claims/" + gone.id() + "/index.html");
    assertTrue(Files.readString(page).contains(gone.words()));
    List<CaseRecord> left = new ArrayList<>(whole.records());
    left.remove(gone);
    for (int time = 0; time < 2; time++) {
      publish(Case.of(whole.info(), left), folder);
      assertFalse(Files.readString(page).contains(gone.words()));
      assertTrue(page(page).select("h1").text().contains("Not on record"), Files.readString(page));
      assertEquals(List.of(), broken(folder));
    }
  }

  @Test
  void onlyAddressesThatPagesCanHaveAreTaken() {
    for (String address :
        List.of(
            "news.example",
            "ftp://x.example/",
            "https://u:p@x.example",
            "https://x.example/?a",
            "https://x.example/#a",
            "https://x.example/a/../b",
            "javascript:alert(1)")) {
      PublicationException refused =
          assertThrows(
              PublicationException.class,
              () -> PublicSite.of(seen(SmallWorld.build()), null, address, DAY),
              address);
      assertEquals(PublicationFault.UNUSABLE_PUBLICATION_ADDRESS, refused.fault());
    }
  }
}

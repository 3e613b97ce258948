package org.parley.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.cli.team.ServeCommand.CannotServe;
import org.parley.web.WebClient;

/// An institution keeps a template of its own, in a folder that it names to its server. Root
/// administers the server; Cy mediates.
class CaseTemplatesStoryTest {

  private static final String BORDER =
      """
      case:
        title: {en: Sea border, fr: Frontière maritime}
        summary: Two points, with the Commission as a witness.
        columns: [commission]
      parties:
        - {id: commission, name: {en: The Commission, fr: La Commission}, kind: organisation}
      instruments:
        - {id: accord, title: Accord, kind: treaty}
        - {id: statute, title: Statute, kind: treaty, signatories: [commission]}
      points:
        - {id: line, number: "1", instrument: accord, title: The median line}
        - {id: fish, number: "2", instrument: accord, title: Fishing rights}
      """;

  @TempDir Path folder;
  private Path templates;

  @BeforeEach
  void keep() throws IOException {
    templates = Files.createDirectory(folder.resolve("templates"));
    Files.writeString(templates.resolve("README.md"), "Ours.");
    Files.createDirectories(templates.resolve(".git/refs"));
    write("sea-border/case.yaml", BORDER);
    write("sea-border/set-aside/notes.yaml", "points: nothing of this is read");
  }

  private void write(String file, String text) throws IOException {
    Path path = templates.resolve(file);
    Files.createDirectories(Objects.requireNonNull(path.getParent()));
    Files.writeString(path, text);
  }

  private CasesWorld serve() throws Exception {
    return new CasesWorld.Plan().person("cy").templates(templates).serve(folder);
  }

  private static HttpResponse<String> create(CasesWorld world, String id, String template) {
    return CasesWorld.submit(
        world.as("root"),
        "/server",
        "/server",
        Map.of(
            "id",
            id,
            "title",
            "Talks of " + id,
            "parties",
            "North\nla commission\nSouth",
            "template",
            template,
            "language",
            "en",
            "mediator",
            "cy"));
  }

  private static List<String> offered(WebClient client) {
    return Jsoup.parse(client.get("/server").body())
        .select("label:has(input[name=template])")
        .eachText();
  }

  @Test
  void itIsListedAfterTheBuiltInOnesAndCopied() throws Exception {
    try (CasesWorld world = serve()) {
      WebClient root = world.as("root");
      assertEquals(7, offered(root).size(), offered(root).toString());
      assertEquals(
          "Sea border. Two points, with the Commission as a witness."
              + " Template of this institution: sea-border",
          offered(root).getLast());
      CasesWorld.submit(root, "/server", "/language", Map.of("language", "fr"));
      assertTrue(
          offered(root).getLast().startsWith("Frontière maritime"), offered(root).toString());

      write("sea-border/case.yaml", "broken: since the server started");
      HttpResponse<String> created = create(world, "strait", "sea-border");
      assertEquals(303, created.statusCode(), created.body());
      assertEquals(404, world.as("root").get("/cases/strait/").statusCode());

      WebClient cy = world.as("cy");
      String contents = cy.get("/cases/strait/api/case").body();
      says(contents, "Talks of strait", "\"commission\",\"north\",\"south\"", "\"points\":2");
      says(cy.get("/cases/strait/").body(), "The median line", "Fishing rights");
      assertFalse(cy.get("/cases/strait/settings").body().contains("as a witness"));
      Document accord = Jsoup.parse(cy.get("/cases/strait/record/accord").body());
      says(accord.text(), "North", "The Commission", "South");
      assertFalse(
          Jsoup.parse(cy.get("/cases/strait/record/statute").body())
              .select("main")
              .text()
              .contains("North"));
      assertEquals(404, cy.get("/cases/strait/record/la-commission").statusCode());
      says(cy.get("/cases/strait/history").body(), "Begun from the template sea-border.");
    }
  }

  /// Names of the request are compared with the list, and never resolved as paths.
  @Test
  void aNameOutsideTheListOpensNothing() throws Exception {
    Path outside = Files.createDirectory(folder.resolve("outside"));
    Files.writeString(outside.resolve("case.yaml"), BORDER);
    try (CasesWorld world = serve()) {
      for (String name :
          List.of(
              "../outside",
              outside.toString(),
              "sea-border/",
              "./sea-border",
              "sea-border/../../outside",
              "..%2foutside",
              "SEA-BORDER",
              ".git",
              "sea-border\0")) {
        HttpResponse<String> refused = create(world, "stolen", name);
        assertEquals(422, refused.statusCode(), name);
        says(
            Jsoup.parse(refused.body()).select("[role=alert]").text(),
            "No template of this name",
            "Maybe choose one of the list");
      }
      assertFalse(world.as("root").get("/server").body().contains("stolen"));
      assertEquals(303, create(world, "usual", "ceasefire").statusCode());
    }
  }

  private String refusal() {
    return String.valueOf(assertThrows(CannotServe.class, this::serve).getMessage());
  }

  /// Readers of a record or of a part of one: an administrator could not see whom it shows.
  @ParameterizedTest
  @ValueSource(strings = {"mediator", "delegations", "{party: commission}"})
  void aRecordWithReadersStopsTheServer(String readers) throws Exception {
    write(
        "sea-border/secret.yaml",
        """
        points:
          - {id: open, number: "3", instrument: accord, title: Open}
          - id: quiet
            number: "4"
            instrument: accord
            title: The quiet point
            visibility: %s
        """
            .formatted(readers));
    String said = refusal();
    says(said, templates.resolve("sea-border/secret.yaml") + ":3:", "\"quiet\"", "Maybe make it");
    assertEquals(1, said.lines().count(), said);
    assertFalse(said.contains("The quiet point"), said);
  }

  @Test
  void aBrokenTemplateStopsTheServer() throws Exception {
    write("second/case.yaml", BORDER.replace("treaty", "treatty"));
    String said = refusal();
    says(said, templates.resolve("second/case.yaml") + ":8:", "treatty", "Maybe");
    assertFalse(said.contains("sea-border/"), said);
  }

  @Test
  void everyFaultIsSaidAtOnce() throws Exception {
    write("Ours 2/case.yaml", BORDER);
    write("ceasefire/case.yaml", BORDER);
    Files.createDirectory(templates.resolve("empty"));
    Files.createSymbolicLink(templates.resolve("linked"), templates.resolve("sea-border"));
    Files.createSymbolicLink(
        templates.resolve("sea-border/more.yaml"), templates.resolve("README.md"));
    String said = refusal();
    says(
        said,
        "\"Ours 2\". Maybe rename the folder",
        "\"ceasefire\". Maybe rename its folder",
        templates.resolve("empty").toString(),
        "\"linked\". Maybe put a copy",
        templates.resolve("sea-border/more.yaml").toString());
    assertEquals(5, said.lines().count(), said);
  }

  @Test
  void aFolderThatIsNotThereStopsTheServer() {
    templates = folder.resolve("nowhere");
    says(refusal(), templates.toString(), "Maybe check its path");
  }

  private static void says(String text, String... words) {
    for (String each : words) {
      assertTrue(text.contains(each), each + " is missing in " + text);
    }
  }
}

package org.parley.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.StringJoiner;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.casefile.LoadResult;
import org.parley.casefile.folder.CaseFolder;
import org.parley.model.cases.Case;
import org.parley.web.access.Route;

/// Every page is valid HTML by the Nu Html Checker, and every briefing is PDF/UA-1 by veraPDF.
@NullMarked
class MarkupLawTest {

  /// Where the module of the validators is built.
  private static final Path VALIDATORS = Path.of("..", "validators", "target");

  @TempDir Path folder;

  @Test
  void everyPageIsValid() throws Exception {
    List<Path> files = new ArrayList<>();
    pages("small", SmallWorld.build(), EveryAddressAnswersTest::paths, files);
    LoadResult example = CaseFolder.of(Chromium.example("ukraine-2025")).load();
    Case contents = ((LoadResult.Loaded) example).contents();
    pages("example", contents, EveryAddressAnswersTest::few, files);
    files.add(notCounted());
    assertTrue(files.size() > 100, files.size() + " files");
    assertEquals(List.of("checked " + files.size() + " files"), findings(files));
  }

  /// Keeps every page of a case, as the mediator sees it and as anybody does.
  private void pages(
      String name,
      Case contents,
      BiFunction<Route, Case, Stream<String>> addresses,
      List<Path> files)
      throws Exception {
    try (Team team = new Team(folder.resolve(name + "-journal"), contents, true)) {
      team.account("ann", "mediator", null);
      Team.Client ann = team.signedIn("ann");
      ann.isPatient = true;
      for (Route route : team.server.routes()) {
        if (route.isSafe() && route.kind() == Route.Kind.PAGE) {
          for (String path : addresses.apply(route, contents).toList()) {
            keep(name, path, ann.get(path).body(), files);
          }
        }
      }
      for (String path : List.of("/", "/sign-in", "/nowhere", "/brief", "/packages?within=5")) {
        keep(name + "-public", path, team.nobody().get(path).body(), files);
      }
      Path pdf = folder.resolve(name + ".pdf");
      HttpClient.newHttpClient()
          .send(ann.request("/brief.pdf").build(), HttpResponse.BodyHandlers.ofFile(pdf));
      files.add(pdf);
      Path text = folder.resolve(name + "-text.pdf");
      HttpResponse<Path> answer =
          HttpClient.newHttpClient()
              .send(
                  ann.request("/export/text.pdf").build(), HttpResponse.BodyHandlers.ofFile(text));
      if (answer.statusCode() == 200) {
        files.add(text);
        keep(name, "/export/text.html", ann.get("/export/text.html").body(), files);
      }
    }
  }

  /// The page of packages while it still counts.
  private Path notCounted() throws Exception {
    try (Team team = new Team(folder.resolve("large-journal"), Team.caseOf(large()), true)) {
      String body = team.nobody().get("/packages").body();
      assertTrue(body.contains("<div id=\"zone\"></div>"), "the page has counted");
      Path file = folder.resolve("large-packages.html");
      Files.writeString(file, body);
      team.nobody().get("/packages?stop=1");
      return file;
    }
  }

  /// A case with more packages than can be counted while a reader waits.
  private static String large() {
    List<String> parties = List.of("AA", "BB", "CC", "DD", "EE");
    Random random = new Random(7);
    StringJoiner yaml = new StringJoiner("\n");
    yaml.add("case: {title: Many points}").add("parties:");
    for (String party : parties) {
      yaml.add("  - {id: " + party + ", name: " + party + ", kind: state}");
    }
    yaml.add("instruments:")
        .add("  - {id: treaty, title: Treaty, kind: treaty, signatories: " + parties + "}")
        .add("points:");
    for (int point = 1; point <= 40; point++) {
      yaml.add("  - {id: p" + point + ", number: " + point + ", title: Point, instrument: treaty,");
      yaml.add(
          "     options: [" + option(point, "a") + option(point, "b") + option(point, "c") + "]}");
    }
    yaml.add("positions:");
    for (String party : parties) {
      for (int point = 1; point <= 40; point++) {
        yaml.add("  - {id: " + party + point + ", party: " + party + ", point: p" + point + ",");
        yaml.add("     illustrative: true, worths: {");
        for (String option : List.of("a", "b", "c")) {
          yaml.add("       p" + point + "-" + option + ": " + random.nextInt(500_000) + ",");
        }
        yaml.add("     }}");
      }
    }
    yaml.add("baselines:");
    for (String party : parties) {
      yaml.add(
          "  - {id: b" + party + ", party: " + party + ", worth: 9000000, illustrative: true}");
    }
    return yaml.toString();
  }

  private static String option(int point, String letter) {
    return "{id: p" + point + "-" + letter + ", title: " + letter + "}, ";
  }

  private void keep(String name, String path, String body, List<Path> files) throws IOException {
    if (body.stripLeading().regionMatches(true, 0, "<!doctype html>", 0, 15)) {
      Path file = folder.resolve(name + path.replaceAll("[^A-Za-z0-9-]", "_") + ".html");
      Files.writeString(file, body);
      files.add(file);
    }
  }

  /// What the validators print, in a process of their own: their libraries do not go with these.
  private static List<String> findings(List<Path> files) throws Exception {
    Path lib = VALIDATORS.resolve("lib");
    assertTrue(
        Files.isDirectory(lib),
        "the validators are not built. Maybe: ./mvnw -pl validators process-classes");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx1g", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-Dfile.encoding=UTF-8", "-Dstdout.encoding=UTF-8", "-cp"));
    command.add(VALIDATORS.resolve("classes") + java.io.File.pathSeparator + lib + "/*");
    command.add("org.parley.validators.Validate");
    files.forEach(each -> command.add(each.toString()));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    try (Stream<String> lines = process.inputReader(StandardCharsets.UTF_8).lines()) {
      List<String> findings = lines.toList();
      assertEquals(0, process.waitFor(), () -> "the validators end early: " + findings);
      return findings;
    }
  }
}

package org.parley.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.Effort;
import org.parley.casefile.LoadResult;
import org.parley.casefile.folder.CaseFolder;
import org.parley.casefile.form.RecordForm;
import org.parley.model.CaseRecord;
import org.parley.model.Viewer;
import org.parley.model.cases.Case;

/// Whoever opens the form of a record and sends it as it came changes nothing: every value of every
/// record of the examples and of the small world is in its form.
@NullMarked
class UnchangedFormLawTest {

  @TempDir Path folder;

  @Test
  void aFormThatIsSentAsItCameChangesNothing() throws Exception {
    Map<String, String> changed = new TreeMap<>();
    int sent = 0;
    for (Map.Entry<String, Case> each : cases().entrySet()) {
      try (Team team = new Team(folder.resolve(each.getKey()), each.getValue(), false)) {
        team.account("ann", "mediator", null);
        Team.Client ann = team.signedIn("ann");
        ann.isPatient = true;
        int at = 0;
        for (CaseRecord record : each.getValue().viewFor(new Viewer.Mediator()).records()) {
          if (at++ % Effort.of(3, 1) > 0) {
            continue;
          }
          String path = "/edit/" + RecordForm.of(record).kind() + "/" + record.id().value();
          long before = team.journal.last();
          HttpResponse<String> answer = send(ann, path);
          sent++;
          if (answer.statusCode() != 303 || team.journal.last() != before) {
            changed.put(
                each.getKey() + path,
                answer.statusCode()
                    + " "
                    + team.journal.list(Long.MAX_VALUE, 1).getFirst().change().after());
          }
        }
      }
    }
    assertEquals(Map.of(), changed);
    assertTrue(sent > Effort.of(200, 600), sent + " forms");
  }

  private static Map<String, Case> cases() throws Exception {
    Map<String, Case> cases = new TreeMap<>();
    cases.put("small world", SmallWorld.build());
    Path here = Path.of("").toAbsolutePath();
    Path root =
        Files.exists(here.resolve("docs")) ? here : Objects.requireNonNull(here.getParent());
    try (Stream<Path> examples = Files.list(root.resolve("examples"))) {
      for (Path example : examples.toList()) {
        LoadResult loaded = CaseFolder.of(example).load();
        cases.put(
            example.getFileName().toString(),
            assertInstanceOf(LoadResult.Loaded.class, loaded, loaded.toString()).contents());
      }
    }
    return cases;
  }

  /// Opens the form and sends it, as a browser does.
  private static HttpResponse<String> send(Team.Client client, String path) {
    FormElement form =
        Jsoup.parse(client.get(path).body()).select("form[method=post]").forms().stream()
            .filter(each -> each.selectFirst("[name=_base]") != null)
            .findFirst()
            .orElseThrow();
    Map<String, String> areas =
        form.select("textarea").stream()
            .collect(Collectors.toMap(each -> each.attr("name"), UnchangedFormLawTest::typed));
    String body =
        form.formData().stream()
            .map(
                each ->
                    WebClient.encoded(each.key())
                        + "="
                        + WebClient.encoded(areas.getOrDefault(each.key(), each.value())))
            .collect(Collectors.joining("&"));
    return client.send(
        client
            .request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  /// A browser passes over the line break a field begins with.
  private static String typed(Element area) {
    String text = area.wholeText();
    return text.startsWith("\n") ? text.substring(1) : text;
  }
}

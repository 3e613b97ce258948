package org.parley.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ibm.icu.text.MessagePattern;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.web.service.CaseService;
import org.parley.web.service.FolderCaseService;
import org.parley.web.view.OpenCase;
import org.parley.wording.Language;
import org.parley.wording.Messages;

/// The order of steps is read in French, as a page and by programs.
@NullMarked
class SequenceLanguageStoryTest {

  /// Words shorter than this stand in either language by chance.
  private static final int SHORTEST = 7;

  private static WebServer server;

  @BeforeAll
  static void start() {
    OpenCase open = SmallWorld.open();
    server = WebServer.start(_ -> new CaseService.CaseAccess.Opened(open), 0);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static String get(String path, String language) {
    var client = new WebClient(server);
    var answer = client.send(client.request(path).header("Accept-Language", language).GET());
    assertEquals(200, answer.statusCode(), path);
    return answer.body();
  }

  @Test
  void aFrenchPageSaysWhatTheEnglishOneSays() {
    String knot = get("/sequence", "fr");
    assertTrue(knot.contains("<html lang=\"fr\""), knot);
    assertTrue(knot.contains("<h1>Un ensemble d’exigences est contradictoire"), knot);
    assertTrue(knot.contains("Nœud 1\u00a0: 2 exigences sont incompatibles"), knot);
    assertTrue(knot.contains("au moins 30 jours après"), knot);
    assertTrue(knot.contains("Il n’y en a pas\u00a0: les exigences"), knot);
    String plan = get("/sequence?without=dam-first", "fr");
    assertTrue(plan.contains("peuvent toutes être satisfaites"), plan);
    assertTrue(plan.contains("donne en premier, le "), plan);
    assertTrue(plan.contains("et aucun ordre ne fait mieux\u00a0; la preuve a été vérifiée"), plan);
    assertTrue(plan.contains("recul du niveau intermédiaire au niveau minimal le 10 mars"), plan);
    assertTrue(plan.contains("Décision à prendre par\u00a0: The League"), plan);
  }

  /// The sequence names the acceptance that waits for its steps, as of the day looked at.
  @Test
  void anAcceptanceThatWaitsForStepsIsNamed() throws Exception {
    try (WebServer minsk =
        WebServer.start(new FolderCaseService(Path.of("../examples/minsk-2015"), null), 0)) {
      WebClient client = new WebClient(minsk);
      String page = Jsoup.parse(client.get("/sequence").body()).select("main").text();
      assertTrue(
          page.contains("Acceptance that waits for steps Ukraine, 12 Local elections"), page);
      assertTrue(page.contains("“The withdrawal of heavy weapons is complete”"), page);
    }
  }

  /// Whatever words a message has in one language alone stand on no page of the other.
  @ParameterizedTest
  @ValueSource(
      strings = {"/sequence", "/sequence?without=dam-first", "/sequence?read=in-force:marked"})
  void nothingIsLeftInTheOtherLanguage(String path) {
    assertEquals(List.of(), foreign(Language.ENGLISH, get(path, "fr")), path);
    assertEquals(List.of(), foreign(Language.FRENCH, get(path, "en")), path);
  }

  /// The words of messages in a language that stand on a page, and in no message of another.
  private static List<String> foreign(Language language, String page) {
    String text = page.replaceAll("<[^>]*>", " ");
    Messages messages = Messages.of(language);
    String others =
        Arrays.stream(Language.values())
            .filter(each -> each != language)
            .map(Messages::of)
            .flatMap(other -> other.keys().stream().map(other::pattern))
            .collect(Collectors.joining("\n"));
    List<String> found = new ArrayList<>();
    for (String key : messages.keys()) {
      if (key.startsWith("sequence.") || key.startsWith("nav.") || key.startsWith("frame.")) {
        for (String words : words(messages.pattern(key))) {
          if (words.length() >= SHORTEST && text.contains(words) && !others.contains(words)) {
            found.add(key + ": " + words);
          }
        }
      }
    }
    return found;
  }

  /// What a pattern says whatever its values are.
  private static List<String> words(String pattern) {
    List<String> words = new ArrayList<>();
    var parts = new MessagePattern(pattern);
    int from = 0;
    for (int i = 0; i < parts.countParts(); i++) {
      MessagePattern.Part part = parts.getPart(i);
      if (part.getIndex() > from
          && (part.getType() == MessagePattern.Part.Type.ARG_START
              || part.getType() == MessagePattern.Part.Type.MSG_LIMIT
              || part.getType() == MessagePattern.Part.Type.REPLACE_NUMBER)) {
        words.add(pattern.substring(from, part.getIndex()).strip());
      }
      from = Math.max(from, part.getLimit());
    }
    return words;
  }

  @Test
  void programsAreAnsweredInTheirLanguage() {
    String knots = "/api/sequence/knots";
    assertTrue(get(knots, "fr").contains("Ces 2 exigences sont incompatibles"), get(knots, "fr"));
    assertTrue(get(knots, "en").contains("These 2 demands cannot all hold"), get(knots, "en"));
    String plan = "/api/sequence/plan?without=dam-first&read=in-force:marked";
    assertTrue(get(plan, "fr").contains("n’a pas lieu avant"), get(plan, "fr"));
  }
}

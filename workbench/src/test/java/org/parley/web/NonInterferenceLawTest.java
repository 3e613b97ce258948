package org.parley.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.casefile.CaseEdit;
import org.parley.casefile.form.RecordForm;
import org.parley.model.Case;
import org.parley.model.CaseRecord;
import org.parley.model.Cases;
import org.parley.model.Rewrite;
import org.parley.model.Viewer;
import org.parley.model.Visibility;
import org.parley.model.claim.Reliability;
import org.parley.model.claim.Source;
import org.parley.model.claim.SourceId;
import org.parley.model.claim.SourceKind;
import org.parley.model.date.Edtf;
import org.parley.model.party.PartyId;
import org.parley.web.TwinServers.Answer;
import org.parley.web.TwinServers.Asker;
import org.parley.web.TwinServers.Question;
import org.parley.web.desk.Desk;
import org.parley.web.desk.Rights;
import org.parley.web.desk.Saving;
import org.parley.web.desk.Visitor;
import org.parley.web.door.Route;
import org.parley.web.door.Route.Access;

/// Non-interference (Goguen and Meseguer 1982), over generated cases and every address the router
/// knows: two servers whose cases and journals differ only in what a viewer may not see answer that
/// viewer with the same bytes, before and after the viewer writes, and tell them the same news.
@NullMarked
class NonInterferenceLawTest {

  /// How many changes that are seen are listened for, with hidden ones between them on one server.
  private static final int HEARD = 3;

  /// A hidden change would be told within this time: the server looks once a second.
  private static final long SILENCE_MILLIS = 2_500;

  @TempDir Path folder;

  private final Set<String> answered = new TreeSet<>();
  private final Set<String> everyRoute = new TreeSet<>();
  private int compared;
  private int saved;
  private int sent;

  @Test
  void noByteOfAnyAnswerDependsOnWhatIsHidden() throws Exception {
    hold(17, 18);
    String page =
        Files.readString(root().resolve("docs").resolve("concepts").resolve("secrecy.md"));
    assertTrue(sent > 10, "only " + sent + " of what programs wrote was taken");
    assertTrue(saved > 10, "only " + saved + " of what was written was taken");
    Matcher said = Pattern.compile("([\\d,]+) pairs of answers").matcher(page);
    assertTrue(said.find(), "docs/concepts/secrecy.md counts the pairs of answers");
    int least = Integer.parseInt(said.group(1).replace(",", ""));
    assertTrue(compared >= least, "compared " + compared + ", and the page says " + least);
  }

  @Test
  @Tag("long")
  void noByteOfAnyAnswerDependsOnWhatIsHiddenInManyCases() throws Exception {
    hold(0, 40);
  }

  private void hold(long firstSeed, long endSeed) throws Exception {
    for (long seed = firstSeed; seed < endSeed; seed++) {
      // no id begins as that of a party does: a server does not take such cases
      Case all = Rewrite.ids(Cases.of(seed), id -> id.matches("P\\d+") ? "Q" + id : id);
      assertEquals(List.of(), Rights.misnamed(all));
      for (Viewer viewer :
          List.of(new Viewer.Public(), new Viewer.Delegation(new PartyId("QP" + seed % 2)))) {
        Random random = new Random(seed);
        Path own = folder.resolve("" + seed + viewer.hashCode());
        try (TwinServers twins = new TwinServers(own, all, viewer, random)) {
          hold("seed " + seed + ", " + viewer, twins, new TwinQuestions(twins, random));
        }
      }
    }
    assertEquals(
        List.of(),
        everyRoute.stream().filter(each -> !answered.contains(each)).toList(),
        "addresses of the router that nothing asked for led to");
  }

  private void hold(String where, TwinServers twins, TwinQuestions questions) throws Exception {
    assertFalse(twins.all.equals(twins.others), where + ": nothing is hidden");
    twins.one.server.routes().stream()
        .filter(each -> each.access() != Access.MEDIATE)
        .filter(each -> each.kind() != Route.Kind.STREAM && each.isSafe())
        .forEach(each -> everyRoute.add(each.path()));
    List<Asker> askers = twins.askers();
    for (Asker asker : askers) {
      for (Question question : questions.readings(asker)) {
        ask(where, twins, asker, question);
      }
    }
    // on one of the two somebody has everything open that nobody of these may see
    Team.Client ann = twins.other.signedIn("ann");
    for (CaseRecord each : twins.records()) {
      String at = RecordForm.of(each).kind() + "/" + each.id();
      ann.form("/presence/" + at, Map.of("_form", TwinQuestions.window(at)));
    }
    for (Asker asker : askers) {
      for (Question question : questions.writings(asker)) {
        ask(where, twins, asker, question);
      }
      for (String path : List.of("/", "/claims", "/history", "/inbox", "/search?q=a")) {
        ask(where, twins, asker, Question.get(path));
      }
    }
    listen(where, twins, askers);
  }

  private void ask(String where, TwinServers twins, Asker asker, Question question)
      throws Exception {
    Answer first = twins.answer(asker.one(), question);
    Answer second = twins.answer(asker.other(), question);
    assertTrue(
        first.status() != 500, () -> where + ", " + asker.name() + " fails: " + question.path());
    assertTrue(
        first.equals(second),
        () ->
            where
                + ", "
                + asker.name()
                + ": "
                + question.method()
                + " "
                + question.path()
                + " "
                + question.body()
                + "\n"
                + difference(first, second));
    compared++;
    if (first.status() < 300
        && !question.method().equals("GET")
        && question.path().startsWith("/api/")) {
      sent++;
    }
    if (first.status() == 303 && question.path().startsWith("/edit/")) {
      saved++;
    }
    if (first.status() < 400 && first.status() != 303) {
      twins.one.server.routes().stream()
          .filter(each -> each.method().equals(question.method()))
          .filter(each -> leadsTo(each, question.path()))
          .forEach(each -> answered.add(each.path()));
    }
  }

  /// A change that is hidden sends nothing to whoever listens, and each that is seen does: the same
  /// news, as often and in the same order, on both.
  private void listen(String where, TwinServers twins, List<Asker> askers) throws Exception {
    List<Listening> ones = new ArrayList<>();
    List<Listening> others = new ArrayList<>();
    for (Asker asker : askers) {
      ones.add(new Listening(asker.one()));
      others.add(new Listening(asker.other()));
    }
    for (int change = 1; change <= HEARD; change++) {
      save(twins.other.desk, source("hidden" + change, new Visibility.Mediator()));
      if (change == 1) {
        TimeUnit.MILLISECONDS.sleep(SILENCE_MILLIS);
        assertEquals("", ones.getFirst().news() + others.getFirst().news(), where + " hears");
      }
      save(twins.one.desk, source("seen" + change, new Visibility.Public()));
      save(twins.other.desk, source("seen" + change, new Visibility.Public()));
      for (int i = 0; i < askers.size(); i++) {
        String heard = ones.get(i).await(2 * change);
        assertEquals(heard, others.get(i).await(2 * change), where + askers.get(i).name());
        assertEquals("event: changed\ndata: yes\n".repeat(change).strip(), heard, where);
        compared++;
      }
    }
    for (int i = 0; i < askers.size(); i++) {
      ones.get(i).close();
      others.get(i).close();
    }
    for (String path : List.of("/sources", "/history", "/sources/hidden1", "/record/hidden1")) {
      ask(where, twins, askers.getFirst(), Question.get(path));
    }
  }

  private static Source source(String id, Visibility visibility) {
    return new Source(
        new SourceId(id),
        "The Gazette",
        "A late edition",
        null,
        Edtf.of("2025-12-28"),
        "en",
        Reliability.B,
        null,
        SourceKind.REPORT,
        null,
        visibility);
  }

  private static void save(Desk desk, CaseRecord record) {
    Saving saving =
        desk.change(
            Visitor.mediator("Ann"),
            List.of(new CaseEdit.Add(record, "sources.yaml")),
            "Late.",
            Map.of());
    assertTrue(saving instanceof Saving.Saved, saving.toString());
  }

  private static Path root() {
    Path here = Path.of("").toAbsolutePath();
    return Files.exists(here.resolve("docs")) ? here : Objects.requireNonNull(here.getParent());
  }

  private static boolean leadsTo(Route route, String path) {
    String plain = path.replaceAll("\\?.*", "");
    return plain.matches(route.path().replaceAll("\\{[a-z]+}", "[^/]+"));
  }

  /// The first line in which two answers differ.
  private static String difference(Answer one, Answer other) {
    List<String> lines = lines(one);
    List<String> otherLines = lines(other);
    int at = 0;
    while (at < Math.min(lines.size(), otherLines.size())
        && lines.get(at).equals(otherLines.get(at))) {
      at++;
    }
    return "line "
        + at
        + "\n"
        + (at < lines.size() ? lines.get(at) : "(ends)")
        + "\n"
        + (at < otherLines.size() ? otherLines.get(at) : "(ends)");
  }

  private static List<String> lines(Answer answer) {
    List<String> lines = new ArrayList<>(List.of("" + answer.status(), "" + answer.headers()));
    answer.body().lines().forEach(lines::add);
    return lines;
  }
}

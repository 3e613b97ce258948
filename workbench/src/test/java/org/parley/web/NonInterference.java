package org.parley.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.NullMarked;
import org.parley.casefile.CaseEdit;
import org.parley.casefile.form.RecordForm;
import org.parley.model.CaseRecord;
import org.parley.model.LocalizedText;
import org.parley.model.Secrets;
import org.parley.model.Visibility;
import org.parley.model.date.Edtf;
import org.parley.model.source.Reliability;
import org.parley.model.source.Source;
import org.parley.model.source.SourceId;
import org.parley.model.source.SourceKind;
import org.parley.web.TwinServers.Answer;
import org.parley.web.TwinServers.Asker;
import org.parley.web.TwinServers.Question;
import org.parley.web.access.Route;
import org.parley.web.access.Route.Access;
import org.parley.web.service.CaseService;
import org.parley.web.service.SaveOutcome;
import org.parley.web.service.Visitor;

/// Non-interference (Goguen and Meseguer 1982) of two servers whose cases differ in what one viewer
/// may not see: both give that viewer the same answers and the same news, before and after the
/// viewer writes, and accept nothing that names what the viewer may not see.
///
/// Every check fails with the first difference.
@NullMarked
final class NonInterference {

  /// How many visible changes are listened for, with hidden ones between them on one server.
  private static final int CHANGES = 3;

  private static final int EVENT_LINES = 2;

  /// What was compared, over several pairs of servers.
  static final class Tally {
    final Set<String> answered = new TreeSet<>();
    final Set<String> routes = new TreeSet<>();

    /// Pairs of answers and of news.
    int compared;

    /// Changes that forms made.
    int saved;

    /// Changes that programs made.
    int sent;

    /// Edits of the viewer's own records.
    int edited;

    /// Questions that named what the asker may not see.
    int secretsNamed;

    /// Questions that could tell of a hidden record by what is accepted.
    int inferences;

    /// Adds what another counted.
    void add(Tally other) {
      answered.addAll(other.answered);
      routes.addAll(other.routes);
      compared += other.compared;
      saved += other.saved;
      sent += other.sent;
      edited += other.edited;
      secretsNamed += other.secretsNamed;
      inferences += other.inferences;
    }
  }

  private final String where;
  private final TwinServers twins;
  private final TwinQuestions questions;
  private final Tally tally;

  /// Every id the viewer knows: in what they see, and in what they added.
  private final Set<String> known = new HashSet<>();

  NonInterference(String where, TwinServers twins, TwinQuestions questions, Tally tally) {
    this.where = where;
    this.twins = twins;
    this.questions = questions;
    this.tally = tally;
    for (CaseRecord each : Secrets.without(twins.all, twins.viewer).records()) {
      known.addAll(Secrets.idsIn(each));
    }
    twins.one.server.routes().stream()
        .filter(each -> each.access() != Access.MEDIATE)
        .filter(each -> each.kind() != Route.Kind.STREAM && each.isSafe())
        .forEach(each -> tally.routes.add(each.path()));
  }

  /// The whole law.
  void hold(List<Asker> askers) throws Exception {
    assertTrue(!twins.all.equals(twins.others), where + ": nothing is hidden");
    for (Asker asker : askers) {
      read(asker);
    }
    openEverything();
    for (Asker asker : askers) {
      change(asker);
    }
    watch();
  }

  /// The writing side.
  void change(Asker asker) throws Exception {
    edit(asker);
    collide(asker);
    write(asker);
    withdraw(asker);
  }

  /// Whatever there is to read.
  void read(Asker asker) throws Exception {
    for (Question question : questions.readings(asker)) {
      ask(asker, question);
    }
  }

  /// On one of the two servers a mediator has everything open that the viewer may not see.
  private void openEverything() {
    Team.Client ann = twins.other.inSession("ann");
    for (CaseRecord each : twins.records()) {
      String at = RecordForm.of(each).kind() + "/" + each.id();
      ann.form("/presence/" + at, Map.of("_form", TwinQuestions.window(at)));
    }
  }

  /// Edits of the asker's own records, one after another: what a hidden record refers to must not
  /// show in what is accepted.
  private void edit(Asker asker) throws Exception {
    for (CaseRecord own : questions.own(asker)) {
      CaseRecord now = own;
      for (CaseRecord wanted : questions.edits(own)) {
        Answer answer = infer(asker, questions.put(now, wanted));
        if (answer.status() < 300) {
          now = wanted;
          tally.edited++;
        }
      }
      infer(asker, questions.otherKind(now));
    }
  }

  /// New records under ids that hidden records have.
  void collide(Asker asker) throws Exception {
    for (Question question : questions.collisions(asker)) {
      infer(asker, question);
    }
  }

  private Answer infer(Asker asker, Question question) throws Exception {
    tally.inferences++;
    return ask(asker, question);
  }

  /// Withdrawals of the asker's own records, whatever refers to them.
  private void withdraw(Asker asker) throws Exception {
    for (CaseRecord own : questions.own(asker)) {
      infer(asker, questions.withdrawal(own));
    }
  }

  /// Whatever there is to write, and what can be read of it.
  private void write(Asker asker) throws Exception {
    for (Question question : questions.writings(asker)) {
      ask(asker, question);
    }
    for (String path : List.of("/", "/claims", "/history", "/inbox", "/search?q=a")) {
      ask(asker, Question.get(path));
    }
  }

  /// Asks both servers the same.
  Answer ask(Asker asker, Question question) throws Exception {
    TwinServers.Answers answers = twins.answers(asker, question);
    Answer answer = answers.one();
    assertTrue(
        answer.status() != 500, () -> where + ", " + asker.name() + " fails: " + question.path());
    assertTrue(
        answers.areSame(),
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
                + answers.difference());
    named(asker, question, answer);
    tally.compared++;
    count(question, answer);
    return answer;
  }

  /// What names something the viewer may not see is refused, as it is where there is no such thing.
  private void named(Asker asker, Question question, Answer answer) {
    Optional<CaseRecord> sent = question.sent();
    if (sent.isEmpty()) {
      return;
    }
    Set<String> unknown = new TreeSet<>(Secrets.idsIn(sent.get()));
    unknown.removeAll(known);
    unknown.removeAll(Secrets.idsDeclaredIn(sent.get()));
    boolean accepted = answer.status() < 300 || answer.status() == 303;
    tally.secretsNamed += unknown.isEmpty() ? 0 : 1;
    assertTrue(
        unknown.isEmpty() || !accepted,
        () -> where + ", " + asker.name() + ": accepted " + question + ", which names " + unknown);
    if (accepted) {
      known.addAll(Secrets.idsDeclaredIn(sent.get()));
    }
  }

  private void count(Question question, Answer answer) {
    int status = answer.status();
    if (!question.method().equals("GET")) {
      tally.sent += status < 300 && question.path().startsWith("/api/") ? 1 : 0;
      tally.saved += status == 303 && question.path().startsWith("/edit/") ? 1 : 0;
    }
    if (status < 400 && status != 303) {
      twins.one.server.routes().stream()
          .filter(each -> each.method().equals(question.method()))
          .filter(each -> leadsTo(each, question.path()))
          .forEach(each -> tally.answered.add(each.path()));
    }
  }

  private static boolean leadsTo(Route route, String path) {
    String plain = path.replaceAll("\\?.*", "");
    return plain.matches(route.path().replaceAll("\\{[a-z]+}", "[^/]+"));
  }

  /// A hidden change is no news to those who may not see it, at the desk of the server that has
  /// more of them; each that is seen is.
  void watch() {
    AtomicInteger told = new AtomicInteger();
    try (CaseService.Watching _ = twins.other.desk.watch(twins.visitor(), told::incrementAndGet)) {
      for (int change = 1; change <= CHANGES; change++) {
        save(twins.other.desk, source("unseen" + change, new Visibility.Mediator()));
        assertEquals(change - 1, told.get(), where + ": told of a hidden change");
        save(twins.one.desk, source("seen" + change, new Visibility.Public()));
        save(twins.other.desk, source("seen" + change, new Visibility.Public()));
        assertEquals(change, told.get(), where + ": told of a visible change");
        tally.compared++;
      }
    }
  }

  /// The same for those who listen from a browser, on both servers.
  void listen(List<Asker> askers) throws Exception {
    List<Listening> ones = new ArrayList<>();
    List<Listening> others = new ArrayList<>();
    try (Listening ann = new Listening(twins.other.inSession("ann"))) {
      for (Asker asker : askers) {
        ones.add(new Listening(asker.one()));
        others.add(new Listening(asker.other()));
      }
      // once ann is told of the second, every line was looked after since the first
      save(twins.other.desk, source("hidden1", new Visibility.Mediator()));
      ann.await(EVENT_LINES);
      save(twins.other.desk, source("hidden2", new Visibility.Mediator()));
      ann.await(2 * EVENT_LINES);
      save(twins.one.desk, source("heard", new Visibility.Public()));
      save(twins.other.desk, source("heard", new Visibility.Public()));
      for (int i = 0; i < askers.size(); i++) {
        String name = where + ", " + askers.get(i).name();
        assertEquals("event: changed\ndata: yes", ones.get(i).await(EVENT_LINES), name);
        assertEquals("event: changed\ndata: yes", others.get(i).await(EVENT_LINES), name);
        tally.compared++;
      }
    } finally {
      for (Listening each : ones) {
        each.close();
      }
      for (Listening each : others) {
        each.close();
      }
    }
    for (String path : List.of("/sources", "/history", "/sources/hidden1", "/record/hidden1")) {
      ask(askers.getFirst(), Question.get(path));
    }
  }

  private static Source source(String id, Visibility visibility) {
    return new Source(
        new SourceId(id),
        "The Gazette",
        LocalizedText.of("A late edition"),
        null,
        Edtf.of("2025-12-28"),
        "en",
        Reliability.B,
        null,
        SourceKind.REPORT,
        null,
        visibility);
  }

  private static void save(CaseService desk, CaseRecord record) {
    SaveOutcome saving =
        desk.change(
            Visitor.mediator("Ann"),
            List.of(new CaseEdit.Add(record, "sources.yaml")),
            "Late.",
            Map.of());
    assertTrue(saving instanceof SaveOutcome.Saved, saving.toString());
  }
}

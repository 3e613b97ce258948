package org.parley.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.model.PartyId;
import org.parley.model.Rewrite;
import org.parley.model.Viewer;
import org.parley.model.cases.Case;
import org.parley.model.cases.CaseView;
import org.parley.model.round.Round;
import org.parley.model.round.Round.Disclosure;
import org.parley.model.round.TabledPackage;
import org.parley.round.AnswerSheet;
import org.parley.round.AnswerWord;
import org.parley.round.TabledSheet;
import org.parley.web.TwinServers.Asker;
import org.parley.web.TwinServers.Question;
import org.parley.web.service.CaseService;
import org.parley.web.service.SealedRounds;
import org.parley.web.service.Visitor;

/// Non-interference with declassification: two servers hold the same case and other sealed answers,
/// which agree in what the rules reveal. Whoever did not give an answer gets the same bytes from
/// both, on every address.
///
/// What a rule reveals is computed here by hand, from one word of each party.
@NullMarked
class RoundSecrecyLawTest {

  private static final PartyId FIRST = new PartyId("UA");
  private static final PartyId SECOND = new PartyId("UA-X");
  private static final List<String> WORDS = List.of("", "accepts", "declines");

  @TempDir Path folder;

  /// How often sealed words and asks are changed and compared again, as a rule and in the long run.
  private static final int REPEATED = 1;

  private static final int OFTEN = 12;

  private int compared;
  private int told;

  /// The words of both parties on a package; empty for none.
  private record Said(String first, String second) {

    private boolean isComplete() {
      return !first.isEmpty() && !second.isEmpty();
    }

    private static int yes(String word) {
      return word.equals("accepts") ? 1 : 0;
    }

    /// What the rule reveals of them before the closing hour.
    private String revealed(Round round) {
      Set<Disclosure> reveals = Set.copyOf(round.reveals());
      if (!isComplete() || round.when() == Round.Revealing.CLOSING_HOUR) {
        int answered = (first.isEmpty() ? 0 : 1) + (second.isEmpty() ? 0 : 1);
        return "taken " + (reveals.contains(Disclosure.TURNOUT) ? answered : "");
      }
      int accepting = yes(first) + yes(second);
      return (accepting == 2)
          + (reveals.contains(Disclosure.COUNT) ? " " + accepting : "")
          + (reveals.contains(Disclosure.PARTIES) ? " " + this : "");
    }
  }

  /// Words in the one world and in the other.
  private record Pair(Said one, Said other) {}

  private static List<Pair> pairs(Round round, boolean isFirstEqual) {
    List<Said> all = new ArrayList<>();
    for (String first : WORDS) {
      for (String second : WORDS) {
        all.add(new Said(first, second));
      }
    }
    List<Pair> pairs = new ArrayList<>();
    for (Said one : all) {
      for (Said other : all) {
        if (!one.equals(other)
            && one.revealed(round).equals(other.revealed(round))
            && (!isFirstEqual || one.first.equals(other.first))) {
          pairs.add(new Pair(one, other));
        }
      }
    }
    return pairs;
  }

  @Test
  void noByteTellsMoreOfSealedAnswersThanTheRuleReveals() throws Exception {
    hold(1, new Viewer.Public(), false, REPEATED);
    hold(1, new Viewer.Delegation(FIRST), true, REPEATED);
    String page =
        Files.readString(root().resolve("docs").resolve("concepts").resolve("secrecy.md"));
    Matcher said = Pattern.compile("([\\d,]+) pairs with sealed answers").matcher(page);
    assertTrue(said.find(), "docs/concepts/secrecy.md counts the pairs with sealed answers");
    int least = Integer.parseInt(said.group(1).replace(",", ""));
    assertTrue(compared >= least, "compared " + compared + ", the page says " + least);
    assertTrue(told > 0, "no answers that differ in what is revealed were told apart");
  }

  @Test
  @Tag("long")
  void noByteTellsMoreOfSealedAnswersThatChangeOften() throws Exception {
    hold(1, new Viewer.Public(), false, OFTEN);
    hold(1, new Viewer.Delegation(FIRST), true, OFTEN);
  }

  private void hold(long seed, Viewer viewer, boolean isFirstEqual, int repeated) throws Exception {
    Random random = new Random(seed);
    Case contents = TwinServers.caseOf(seed);
    try (TwinServers twins =
        new TwinServers(folder.resolve(seed + "" + isFirstEqual), contents, viewer)) {
      for (Team each : List.of(twins.one, twins.other)) {
        each.account("first", "delegation", FIRST.value());
        each.account("second", "delegation", SECOND.value());
      }
      Clients clients = new Clients(twins);
      List<Asker> askers = new ArrayList<>(List.of(twins.asker("ob")));
      if (isFirstEqual) {
        askers.addFirst(twins.asker("dee"));
        askers.add(twins.asker("mo"));
      } else {
        Asker nobody = new Asker("nobody", twins.one.nobody(), twins.other.nobody());
        nobody.one().get("/");
        nobody.other().get("/");
        askers.addFirst(nobody);
        askers.add(twins.asker("ann"));
      }
      int answered = 0;
      for (TabledPackage tabled : clients.open()) {
        Round round = contents.viewFor(new Viewer.Mediator()).get(tabled.round());
        List<Pair> pairs = pairs(round, isFirstEqual);
        if (pairs.isEmpty()) {
          continue;
        }
        Pair pair = pairs.get(random.nextInt(pairs.size()));
        clients.answer(tabled, pair);
        answered++;
      }
      assertTrue(answered > 0, "seed " + seed + ": no package takes answers");
      TwinQuestions questions = new TwinQuestions(twins, random);
      for (Asker asker : askers) {
        readEverything(seed, twins, questions, asker);
      }
      again(seed, twins, clients, askers, random, isFirstEqual, repeated);
      if (!isFirstEqual) {
        peek(seed, twins, contents, questions, askers.getLast());
      }
      tellApart(twins, clients, contents);
    }
  }

  private void readEverything(long seed, TwinServers twins, TwinQuestions questions, Asker asker)
      throws Exception {
    for (Question question : questions.readings(asker)) {
      // how far a long work is depends on the hour; the law of non-interference waits for it
      String path = question.path().replaceFirst("^/then/\\d+", "");
      boolean isDear = TwinQuestions.isDear(path) || path.contains("weakest-sources");
      if (!question.path().contains("{") && !isDear) {
        compare(seed, twins, asker, question);
      }
    }
  }

  /// A package to two parties: in one world both accept it, in the other one refuses. The two are
  /// told so, and the others get the same bytes of everything.
  @Test
  void nobodyElseIsToldWhatBecomesOfAPackageToSome() throws Exception {
    Case contents = TwinServers.caseOf(1);
    Random random = new Random(1);
    List<TabledPackage> toTwo =
        contents.viewFor(new Viewer.Mediator()).tabledPackages().stream()
            .filter(each -> each.visibility().named().equals(List.of(FIRST, SECOND)))
            .filter(each -> each.id().value().startsWith("tabled-some"))
            .toList();
    assertEquals(2, toTwo.size());
    PartyId third =
        contents.viewFor(new Viewer.Mediator()).get(toTwo.getFirst().round()).parties().getLast();
    try (TwinServers twins =
        new TwinServers(folder.resolve("some"), contents, new Viewer.Delegation(third))) {
      for (Team each : List.of(twins.one, twins.other)) {
        each.account("first", "delegation", FIRST.value());
        each.account("second", "delegation", SECOND.value());
      }
      for (TabledPackage tabled : toTwo) {
        answer(twins.one, tabled, new Said("accepts", "accepts"));
        answer(twins.other, tabled, new Said("accepts", "declines"));
      }
      String round = "/rounds/" + toTwo.getFirst().round();
      TwinServers.Answers told = twins.answers(twins.asker("first"), Question.get(round));
      Round rule = contents.viewFor(new Viewer.Mediator()).get(toTwo.getFirst().round());
      assertEquals(rule.when() == Round.Revealing.CLOSING_HOUR, told.areSame());
      TwinQuestions questions = new TwinQuestions(twins, random);
      for (String name : List.of("dee", "mo", "ob")) {
        Asker asker = twins.asker(name);
        readEverything(1, twins, questions, asker);
        for (TabledPackage tabled : toTwo) {
          Map<String, String> fields = Map.of("package", tabled.id().value(), "basis", "0");
          compare(1, twins, asker, Question.form(round + "/answer", fields));
          compare(1, twins, asker, Question.form(round + "/ask", fields));
          compare(1, twins, asker, Question.get("/record/" + tabled.id()));
        }
      }
      assertTrue(compared > 500, "compared " + compared);
    }
  }

  /// Whether each of the two asks to see an improvement.
  private record Asks(boolean first, boolean second) {}

  /// Asks in the one world and in the other, of which neither is of all.
  private record AskPair(Asks one, Asks other) {}

  private static List<AskPair> askPairs(boolean isFirstEqual) {
    List<Asks> some = List.of(new Asks(false, false), new Asks(true, false), new Asks(false, true));
    List<AskPair> pairs = new ArrayList<>();
    for (Asks one : some) {
      for (Asks other : some) {
        if (!one.equals(other) && (!isFirstEqual || one.first == other.first)) {
          pairs.add(new AskPair(one, other));
        }
      }
    }
    return pairs;
  }

  /// The same worlds with other sealed words and asks, again and again: what reads them is asked.
  private void again(
      long seed,
      TwinServers twins,
      Clients clients,
      List<Asker> askers,
      Random random,
      boolean isFirstEqual,
      int repeated)
      throws Exception {
    List<AskPair> asks = askPairs(isFirstEqual);
    List<Question> questions = new ArrayList<>();
    for (String path :
        List.of("/rounds", "/api/rounds", "/api/accords", "/", "/waiting", "/api/waiting")) {
      questions.add(Question.get(path));
    }
    for (Round round : twins.all.viewFor(new Viewer.Mediator()).rounds()) {
      String at = "/rounds/" + round.id();
      questions.add(Question.get(at));
      questions.add(Question.get(at + "/log"));
      questions.add(Question.get(at + "/log?step=2"));
      questions.add(Question.get(at + "/log?at=2025-12-28T12:00Z"));
      questions.add(Question.get("/api" + at + "/log?at=2030-01-01T00:00Z"));
      questions.add(Question.get(at + "/log.csv"));
      for (TabledPackage each : twins.all.viewFor(new Viewer.Mediator()).tabledPackages()) {
        if (each.round().equals(round.id())) {
          questions.add(Question.get(at + "/improvement.json?package=" + each.id()));
          Map<String, String> wrong = Map.of("package", each.id().value(), "basis", "0");
          questions.add(Question.form(at + "/ask", wrong));
          questions.add(Question.form(at + "/answer", wrong));
          questions.add(Question.form(at + "/accept", Map.of("package", each.id().value())));
        }
      }
    }
    for (int i = 0; i < repeated; i++) {
      for (TabledPackage tabled : clients.open()) {
        AskPair pair = asks.get(random.nextInt(asks.size()));
        ask(twins.one, tabled, pair.one);
        ask(twins.other, tabled, pair.other);
        Round round = twins.all.viewFor(new Viewer.Mediator()).get(tabled.round());
        List<Pair> pairs = pairs(round, isFirstEqual);
        if (!pairs.isEmpty()) {
          Pair next = pairs.get(random.nextInt(pairs.size()));
          answer(twins.one, tabled, next.one);
          answer(twins.other, tabled, next.other);
        }
        attempt(twins.one, tabled);
        attempt(twins.other, tabled);
      }
      for (Asker asker : askers) {
        for (Question question : questions) {
          compare(seed, twins, asker, question);
        }
      }
    }
  }

  private static void ask(Team team, TabledPackage tabled, Asks asks) {
    // who asks no more takes that back first, so that never all ask in between
    for (boolean which : List.of(false, true)) {
      if (asks.first == which) {
        ask(team, tabled, FIRST, which);
      }
      if (asks.second == which) {
        ask(team, tabled, SECOND, which);
      }
    }
  }

  private static void ask(Team team, TabledPackage tabled, PartyId by, boolean asks) {
    Visitor visitor = Visitor.delegation(by.equals(FIRST) ? "first" : "second", by);
    CaseView view = view(team, visitor);
    SealedRounds rounds = team.desk.rounds(visitor).orElseThrow();
    TabledSheet sheet = TabledSheet.of(view, view.get(tabled.id()));
    if (rounds.ownAsk(sheet) != asks) {
      assertEquals(
          Optional.empty(),
          rounds.ask(view, sheet.tabled(), by, sheet.basis(), rounds.ownAsks(sheet), asks));
    }
  }

  /// The same refused attempts in both worlds: one for another party, which the log tells, and one
  /// that is refused for other reasons where there is an answer than where there is none.
  private static void attempt(Team team, TabledPackage tabled) {
    Visitor visitor = Visitor.delegation("first", FIRST);
    CaseView view = view(team, visitor);
    SealedRounds rounds = team.desk.rounds(visitor).orElseThrow();
    TabledSheet sheet = TabledSheet.of(view, view.get(tabled.id()));
    AnswerSheet wrong = new AnswerSheet(new AnswerWord.AcceptsIf(List.of()), Map.of());
    for (PartyId by : List.of(FIRST, SECOND)) {
      assertTrue(rounds.take(view, sheet.tabled(), by, sheet.basis(), 0, wrong).isPresent());
    }
  }

  private static void answer(Team team, TabledPackage tabled, Said said) {
    // words left from before would let the rule apply to other words than these
    for (PartyId each : List.of(FIRST, SECOND)) {
      answer(team, tabled, each, "");
    }
    answer(team, tabled, FIRST, said.first);
    answer(team, tabled, SECOND, said.second);
  }

  /// Answers, or withdraws for no word. Once the rule has applied, nothing is taken any more.
  private static void answer(Team team, TabledPackage tabled, PartyId by, String word) {
    Visitor visitor = Visitor.delegation(by.equals(FIRST) ? "first" : "second", by);
    CaseView view = view(team, visitor);
    SealedRounds rounds = team.desk.rounds(visitor).orElseThrow();
    TabledSheet sheet = TabledSheet.of(view, view.get(tabled.id()));
    AnswerSheet words =
        word.isEmpty()
            ? null
            : new AnswerSheet(
                word.equals("accepts") ? new AnswerWord.Accepts() : new AnswerWord.Declines(),
                Map.of());
    if (words != null || rounds.own(sheet).isPresent()) {
      rounds.take(view, sheet.tabled(), by, sheet.basis(), rounds.ownEntries(sheet), words);
    }
  }

  private static CaseView view(Team team, Visitor visitor) {
    return assertInstanceOf(CaseService.CaseAccess.Opened.class, team.desk.read(visitor))
        .open()
        .view();
  }

  /// A mediator widens every rule afterwards, with an hour that has passed, and reads again.
  private void peek(long seed, TwinServers twins, Case contents, TwinQuestions questions, Asker ann)
      throws Exception {
    for (Round round : contents.viewFor(new Viewer.Mediator()).rounds()) {
      Round wider = Rewrite.with(round, "reveals", List.of(Disclosure.values()));
      compare(seed, twins, ann, questions.put(round, wider));
      compare(seed, twins, ann, Question.get("/rounds/" + round.id()));
    }
    compare(seed, twins, ann, Question.get("/api/rounds"));
    compare(seed, twins, ann, Question.get("/history"));
    compare(seed, twins, ann, Question.get("/audit"));
  }

  private void compare(long seed, TwinServers twins, Asker asker, Question question)
      throws Exception {
    TwinServers.Answers answers = twins.answers(asker, question);
    assertTrue(
        answers.areSame(),
        () ->
            "seed "
                + seed
                + ", "
                + asker.name()
                + ": "
                + question.method()
                + " "
                + question.path()
                + "\n"
                + answers.difference());
    compared++;
  }

  /// Answers that differ in what is revealed are told apart: the law is not empty.
  private void tellApart(TwinServers twins, Clients clients, Case contents) throws Exception {
    for (TabledPackage tabled : clients.open()) {
      Round round = contents.viewFor(new Viewer.Mediator()).get(tabled.round());
      Pair pair = new Pair(new Said("accepts", "accepts"), new Said("accepts", "declines"));
      if (round.when() == Round.Revealing.ALL_ANSWERED && clients.answer(tabled, pair)) {
        TwinServers.Answers answers =
            twins.answers(twins.asker("ann"), Question.get("/rounds/" + round.id()));
        assertNotEquals(answers.one(), answers.other());
        told++;
      }
    }
  }

  /// Both delegations on both servers.
  private static final class Clients {
    private final TwinServers twins;
    private final List<Team.Client> first;
    private final List<Team.Client> second;

    Clients(TwinServers twins) {
      this.twins = twins;
      first = List.of(twins.one.inSession("first"), twins.other.inSession("first"));
      second = List.of(twins.one.inSession("second"), twins.other.inSession("second"));
    }

    /// The packages that both can answer now.
    List<TabledPackage> open() {
      List<TabledPackage> open = new ArrayList<>();
      for (TabledPackage each : twins.all.viewFor(new Viewer.Delegation(FIRST)).tabledPackages()) {
        if (!form(first.getFirst(), each).isEmpty() && !form(second.getFirst(), each).isEmpty()) {
          open.add(each);
        }
      }
      return open;
    }

    /// The hidden fields of the sheet of a package; none if it cannot be answered.
    private static Map<String, String> form(Team.Client client, TabledPackage tabled) {
      Map<String, String> fields = new LinkedHashMap<>();
      String page = client.get("/rounds/" + tabled.round()).body();
      Element section = Jsoup.parse(page).getElementById(tabled.id().value());
      if (section != null) {
        for (Element each : section.select("form[action$=answer] input[type=hidden]")) {
          if (!each.attr("name").equals("token")) {
            fields.put(each.attr("name"), each.attr("value"));
          }
        }
      }
      return fields;
    }

    /// Answers on both servers; returns whether all answers were taken.
    boolean answer(TabledPackage tabled, Pair pair) {
      List<Boolean> taken =
          List.of(
              answer(first.getFirst(), tabled, pair.one.first),
              answer(first.getLast(), tabled, pair.other.first),
              answer(second.getFirst(), tabled, pair.one.second),
              answer(second.getLast(), tabled, pair.other.second));
      return !taken.contains(false);
    }

    private static boolean answer(Team.Client client, TabledPackage tabled, String word) {
      if (word.isEmpty()) {
        return true;
      }
      Map<String, String> fields = form(client, tabled);
      if (fields.isEmpty()) {
        return false;
      }
      fields.put("whole", word);
      assertEquals(303, client.form("/rounds/" + tabled.round() + "/answer", fields).statusCode());
      return true;
    }
  }

  /// The kinds of answers that a rule must not tell apart occur.
  @Test
  void theWorldsDifferInWhatIsSecret() {
    Round round = TwinServers.caseOf(1).viewFor(new Viewer.Mediator()).rounds().getFirst();
    Round plain = Rewrite.with(round, "reveals", List.of());
    Round all = Rewrite.with(plain, "when", Round.Revealing.ALL_ANSWERED);
    Set<String> facts = new TreeSet<>();
    pairs(all, false).forEach(each -> facts.add(each.one.revealed(all)));
    assertEquals(Set.of("false", "taken "), facts);
  }

  private static Path root() {
    Path here = Path.of("").toAbsolutePath();
    return Files.exists(here.resolve("docs")) ? here : Objects.requireNonNull(here.getParent());
  }
}

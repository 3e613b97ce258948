package org.parley.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.casefile.CaseEdit;
import org.parley.casefile.form.RecordForm;
import org.parley.casefile.form.WrittenJson;
import org.parley.model.Case;
import org.parley.model.CaseRecord;
import org.parley.model.Cases;
import org.parley.model.Rewrite;
import org.parley.model.Secrets;
import org.parley.model.Viewer;
import org.parley.model.Visibility;
import org.parley.model.claim.Reliability;
import org.parley.model.claim.Source;
import org.parley.model.claim.SourceId;
import org.parley.model.claim.SourceKind;
import org.parley.model.date.Edtf;
import org.parley.model.party.PartyId;
import org.parley.web.desk.Desk;
import org.parley.web.desk.Rights;
import org.parley.web.desk.Saving;
import org.parley.web.desk.Version;
import org.parley.web.desk.Visitor;
import org.parley.web.door.AccountDoor;
import org.parley.web.door.Route;
import org.parley.web.door.Route.Access;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Non-interference (Goguen and Meseguer 1982), over generated cases and every address the router
/// knows: two servers whose cases and journals differ only in what a viewer may not see answer that
/// viewer with the same bytes, before and after the viewer writes.
@NullMarked
class NonInterferenceLawTest {

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /// What is of the hour, of chance, and of whether the body of a request had arrived in time.
  private static final Set<String> PASSING = Set.of("date", "set-cookie", "connection");

  /// What is made of chance and of nothing else: the token of a session, the names of windows and
  /// of texts that are read.
  private static final Pattern CHANCE =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  /// Names that addresses may carry.
  private static final List<String> PARAMETERS =
      List.of(
          "about",
          "asOf",
          "asserts",
          "basis",
          "channel",
          "date",
          "fate",
          "from",
          "kind",
          "kinds",
          "knownAt",
          "order",
          "page",
          "parties",
          "party",
          "q",
          "show",
          "since",
          "skip",
          "source",
          "speaker",
          "to",
          "who",
          "within",
          "without",
          "read",
          "lift",
          "keep",
          "baseline.QP0");

  private static final int EACH = 3;

  /// A text of which much is found, of this case or not.
  private static final String NEWS =
      """
      The foreign minister Ann Berg told reporters on Tuesday that point 1 was settled, but point 2 remained open.

      Party 0 rejects any change of the treaty, its chief negotiator Tom Hale said. The two sides will meet again in Geneva next week.
      """;

  /// What each has asked to be computed.
  private final Map<Team.Client, String> jobs = new HashMap<>();

  /// What each has brought to read.
  private final Map<Team.Client, String> texts = new HashMap<>();

  @TempDir Path folder;

  private final Set<String> answered = new TreeSet<>();
  private int compared;
  private int saved;
  private int sent;

  /// Somebody who asks, on both servers.
  private record Asker(String name, Team.Client one, Team.Client other) {}

  /// What is asked.
  private record Question(
      String method, String path, @Nullable String type, @Nullable String body) {
    static Question get(String path) {
      return new Question("GET", path, null, null);
    }

    static Question form(String path, Map<String, String> fields) {
      return of("POST", path, fields);
    }

    static Question of(String method, String path, Map<String, String> fields) {
      StringBuilder body = new StringBuilder();
      fields.forEach(
          (name, value) ->
              body.append(encoded(name)).append('=').append(encoded(value)).append('&'));
      return new Question(method, path, "application/x-www-form-urlencoded", body.toString());
    }
  }

  /// What is answered, but for the hour and for chance.
  private record Answer(int status, Map<String, List<String>> headers, String body) {}

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
        try (Pair pair = new Pair(seed, all, viewer)) {
          pair.hold();
        }
      }
    }
    assertEquals(
        List.of(),
        everyRoute.stream().filter(each -> !answered.contains(each)).toList(),
        "addresses of the router that nothing asked for led to");
  }

  private final Set<String> everyRoute = new TreeSet<>();

  /// Two servers whose cases look alike to one viewer.
  private final class Pair implements AutoCloseable {

    final long seed;
    final Random random;
    final Case all;
    final Case others;
    final Viewer viewer;
    final Team one;
    final Team other;

    Pair(long seed, Case all, Viewer viewer) throws Exception {
      this.seed = seed;
      this.random = new Random(seed);
      this.all = all;
      this.viewer = viewer;
      this.others = Secrets.changed(all, viewer, random);
      one = team("one", all);
      other = team("other", Secrets.without(all, viewer));
      // on one of the two much has happened since that nobody of these may see
      other.journal.record(Secrets.changed(all, viewer, random), "Bea", "In secret.", Team.NOON);
      other.journal.record(others, "Cora", "In secret, again.", Team.NOON);
    }

    private Team team(String name, Case contents) throws Exception {
      Path own = Files.createDirectories(folder.resolve(name + seed + viewer.hashCode()));
      Team team =
          new Team(
              own,
              contents,
              new AccountDoor.Setting(Set.of(), false, true, viewer instanceof Viewer.Public));
      if (viewer instanceof Viewer.Delegation(PartyId party)) {
        team.account("dee", "delegation", party.value());
        team.account("mo", "monitor", party.value());
        team.account("ob", "observer", party.value());
      } else {
        team.account("mo", "monitor", null);
        team.account("ob", "observer", null);
      }
      return team;
    }

    private Asker asker(String name) {
      return new Asker(name, one.signedIn(name), other.signedIn(name));
    }

    void hold() throws Exception {
      assertFalse(all.equals(others), "seed " + seed + ": nothing is hidden from " + viewer);
      List<Asker> askers = new ArrayList<>();
      if (viewer instanceof Viewer.Delegation) {
        askers.add(asker("dee"));
      } else {
        Asker nobody = new Asker("nobody", one.nobody(), other.nobody());
        nobody.one.get("/");
        nobody.other.get("/");
        askers.add(nobody);
      }
      askers.add(asker("mo"));
      askers.add(asker("ob"));
      one.server.routes().forEach(each -> note(each));
      bring(askers.getFirst());
      for (Asker asker : askers) {
        begin(asker);
      }
      for (Asker asker : askers) {
        for (Question question : readings(asker)) {
          ask(asker, question);
        }
      }
      for (Asker asker : askers) {
        for (Question question : writings(asker)) {
          ask(asker, question);
        }
        for (String path : List.of("/", "/claims", "/history", "/inbox", "/search?q=a")) {
          ask(asker, Question.get(path));
        }
      }
      listen(askers.getFirst());
    }

    /// Asks for something to be computed, where that is allowed, and waits until it is.
    private void begin(Asker asker) throws Exception {
      if (asker.name.equals("nobody")) {
        return;
      }
      for (Team.Client client : List.of(asker.one, asker.other)) {
        HttpResponse<String> begun =
            client.json("POST", "/api/jobs", "{\"ask\": \"/api/packages/zone\"}");
        if (begun.statusCode() == 201) {
          String job = begun.body().replaceAll(".*\"job\":\"([^\"]+)\".*", "$1");
          jobs.put(client, job);
          while (client.get("/api/jobs/" + job).body().matches(".*\"(waiting|going on)\".*")) {
            TimeUnit.MILLISECONDS.sleep(20);
          }
        }
      }
    }

    /// Brings a text to read, where that is allowed, and waits until it is read.
    private void bring(Asker asker) throws Exception {
      if (!(viewer instanceof Viewer.Delegation)) {
        return;
      }
      Map<String, String> told =
          Map.of("text", NEWS, "publisher", "The Gazette", "published", "2024-06-01");
      for (Team.Client client : List.of(asker.one, asker.other)) {
        client.get("/read");
        String to = client.form("/read", told).headers().firstValue("Location").orElseThrow();
        texts.put(client, to.substring(to.lastIndexOf('/') + 1));
        while (client.get(to).body().contains("hx-trigger=\"load delay")) {
          TimeUnit.MILLISECONDS.sleep(50);
        }
      }
    }

    private void note(Route route) {
      boolean reachable =
          route.access() != Access.MEDIATE && route.kind() != Route.Kind.STREAM && route.isSafe();
      if (reachable) {
        everyRoute.add(route.path());
      }
    }

    private void ask(Asker asker, Question question) throws Exception {
      Answer first = answer(asker.one, question);
      Answer second = answer(asker.other, question);
      String name =
          "seed " + seed + ", " + viewer + ", " + asker.name + ": " + question.method + " ";
      assertTrue(
          first.equals(second),
          () -> name + question.path + " " + question.body + "\n" + difference(first, second));
      compared++;
      if (first.status < 300
          && !question.method.equals("GET")
          && question.path.startsWith("/api/")) {
        sent++;
      }
      if (first.status == 303 && question.path.startsWith("/edit/")) {
        saved++;
      }
      if (first.status < 400 && first.status != 303) {
        one.server.routes().stream()
            .filter(each -> each.method().equals(question.method))
            .filter(each -> leadsTo(each, question.path))
            .forEach(each -> answered.add(each.path()));
      }
    }

    /// What there is to read: every address, with ids that are seen, hidden and unknown, and with
    /// parameters drawn at random; of those who see the same as somebody before, one of each.
    private List<Question> readings(Asker asker) {
      List<Question> questions = new ArrayList<>();
      for (Route route : one.server.routes()) {
        if (!route.isSafe() || route.kind() == Route.Kind.STREAM) {
          continue;
        }
        List<String> paths = paths(route);
        boolean first = asker.name.equals("nobody") || asker.name.equals("dee");
        if (!first || route.access() == Access.MEDIATE) {
          questions.add(Question.get(paths.getFirst()));
          questions.add(Question.get(paths.getLast()));
          continue;
        }
        paths.forEach(path -> questions.add(Question.get(path)));
        for (int i = 0; i < 3 && route.kind() != Route.Kind.FILE; i++) {
          String some = paths.getFirst().replaceAll("\\?.*", "");
          questions.add(Question.get(some + "?" + parameter() + "&" + parameter() + "&wait=true"));
        }
      }
      return questions;
    }

    private String parameter() {
      String name = PARAMETERS.get(random.nextInt(PARAMETERS.size()));
      List<String> values =
          List.of(
              some(this::isSeen).id().value(),
              some(each -> !isSeen(each)).id().value(),
              "2024-06-01",
              "otherwise",
              "1",
              "claims",
              "QP0,QP1");
      return name + "=" + encoded(values.get(random.nextInt(values.size())));
    }

    private boolean isSeen(CaseRecord record) {
      return Secrets.sees(viewer, record.visibility());
    }

    private CaseRecord some(Predicate<CaseRecord> which) {
      List<CaseRecord> fit = records().stream().filter(which).toList();
      return fit.get(random.nextInt(fit.size()));
    }

    private List<CaseRecord> records() {
      return List.copyOf(all.viewFor(new Viewer.Mediator()).records());
    }

    /// Paths of a route, of which the first leads to something that is seen, where there is such.
    private List<String> paths(Route route) {
      Set<String> paths = new LinkedHashSet<>();
      String path =
          switch (route.path()) {
            case "/packages" -> "/packages?wait=true";
            case "/among", "/api/board/among" -> route.path() + "?parties=" + columns();
            case "/api/packages/draft" -> route.path() + "?table=" + table();
            case "/api/sequence/slip" -> route.path() + "?ended=" + ended();
            default -> route.path();
          };
      if (path.contains("{id}")) {
        Map<String, Integer> taken = new LinkedHashMap<>();
        for (boolean seen : List.of(true, false)) {
          for (CaseRecord each : records()) {
            String kind = RecordForm.of(each).kind();
            if (isSeen(each) == seen
                && (path.contains("{kind}")
                    || !List.of("points", "claims", "parties", "sources").contains(first(path))
                    || kind.equals(first(path)))
                && taken.merge(kind + seen, 1, Integer::sum)
                    <= (seen && path.contains("{kind}") ? 1 : EACH)) {
              paths.add(path.replace("{kind}", kind).replace("{id}", each.id().value()));
            }
          }
        }
        paths.add(path.replace("{kind}", "claims").replace("{id}", "no-such"));
      } else if (path.contains("{kind}")) {
        RecordForm.kinds().forEach(kind -> paths.add(path.replace("{kind}", kind)));
      } else {
        paths.add(path.replace("{name}", "parley.css"));
      }
      if (path.contains("{proposal}")) {
        return List.of(path.replace("{proposal}", "0"), path.replace("{proposal}", "1"));
      }
      if (path.contains("{number}")) {
        List<String> numbered = new ArrayList<>();
        for (int number = 1; number <= 4; number++) {
          for (String each : paths) {
            numbered.add(each.replace("{number}", "" + number));
          }
        }
        return numbered;
      }
      return List.copyOf(paths);
    }

    private String columns() {
      return all.viewFor(viewer).columns().stream()
          .map(each -> each.id().value())
          .collect(Collectors.joining("%2C"));
    }

    /// An option of each point that is seen, and some that are hidden.
    private String table() {
      return all.viewFor(viewer).points().stream()
          .filter(each -> !each.options().isEmpty())
          .map(each -> each.options().getFirst().id().value())
          .collect(Collectors.joining("%2C"));
    }

    private String ended() {
      return all.viewFor(viewer).steps().stream()
          .limit(1)
          .map(each -> each.id() + ":2026-02-01")
          .collect(Collectors.joining());
    }

    private String beginning(Asker asker) {
      return asker.name.equals("mo")
          ? Rights.MONITORS
          : viewer instanceof Viewer.Delegation(PartyId party)
              ? party.value().toLowerCase(Locale.ROOT) + "-"
              : "";
    }

    /// What a program may send: the same records, new and changed, as JSON.
    private void sendings(Asker asker, CaseRecord each, List<Question> questions) throws Exception {
      RecordForm form = RecordForm.of(each);
      ObjectNode record = WrittenJson.of(form, form.written(each));
      ObjectNode body = JsonMapper.shared().createObjectNode();
      body.set("record", record);
      String records = "/api/records/" + form.kind();
      questions.add(new Question("POST", records, "application/json", body.toString()));
      ObjectNode fresh = body.deepCopy();
      ((ObjectNode) fresh.get("record"))
          .put("id", beginning(asker) + form.kind().toLowerCase(Locale.ROOT) + questions.size())
          .remove("visibility");
      questions.add(new Question("POST", records, "application/json", fresh.toString()));
      String version = Version.of(each).value();
      body.put("version", version);
      String one = records + "/" + each.id();
      questions.add(new Question("PUT", one, "application/json", body.toString()));
      body.put("version", "0000000000000000");
      questions.add(new Question("PUT", one, "application/json", body.toString()));
      questions.add(new Question("DELETE", one + "?version=" + version, null, null));
      ObjectNode several = JsonMapper.shared().createObjectNode();
      several
          .putArray("changes")
          .addObject()
          .putObject("add")
          .put("kind", form.kind())
          .set("record", fresh.get("record").deepCopy());
      ((ObjectNode) several.get("changes").get(0).get("add").get("record"))
          .put("id", beginning(asker) + "more" + questions.size());
      questions.add(new Question("POST", "/api/changes", "application/json", several.toString()));
    }

    /// What there is to write: whole records as new ones, with the ids of what is seen and what is
    /// hidden and with none; records that are seen, changed; and nothing at all.
    private List<Question> writings(Asker asker) throws Exception {
      List<Question> questions = new ArrayList<>();
      boolean maySave = !asker.name.equals("nobody") && !asker.name.equals("ob");
      Set<String> taken = new TreeSet<>();
      for (CaseRecord each : records()) {
        String kind = RecordForm.of(each).kind();
        if (!taken.add((maySave ? kind : "") + isSeen(each))) {
          continue;
        }
        Map<String, String> fields = FormFields.of(each);
        questions.add(Question.form("/edit/" + kind, fields));
        Map<String, String> nameless = new LinkedHashMap<>(fields);
        nameless.remove("id");
        questions.add(Question.form("/edit/" + kind, nameless));
        Map<String, String> open = new LinkedHashMap<>(nameless);
        open.remove("visibility");
        questions.add(Question.form("/edit/" + kind, open));
        Map<String, String> based = new LinkedHashMap<>(fields);
        based.put("_base", base(asker.one, kind, each.id().value()));
        based.put("_why", "why not");
        questions.add(Question.form("/edit/" + kind + "/" + each.id(), based));
        sendings(asker, each, questions);
        for (Route route : one.server.routes()) {
          if (!route.isSafe() && route.path().contains("{id}")) {
            questions.add(
                Question.of(
                    route.method(),
                    route
                        .path()
                        .replace("{kind}", kind)
                        .replace("{number}", "2")
                        .replace("{id}", each.id().value()),
                    Map.of()));
          }
        }
      }
      questions.add(Question.form("/history/2", Map.of("_why", "undone")));
      for (int proposal = 1; proposal <= 4; proposal++) {
        questions.add(Question.form("/read/{text}/" + proposal + "/accept", Map.of()));
        questions.add(Question.get("/read/{text}"));
      }
      return questions;
    }

    private String base(Team.Client client, String kind, String id) throws Exception {
      String page = answer(client, Question.get("/edit/" + kind + "/" + id)).body;
      var field =
          org.jsoup.Jsoup.parse(
                  new String(page.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8))
              .selectFirst("[name=_base]");
      return field == null ? "" : field.hasAttr("value") ? field.attr("value") : field.wholeText();
    }

    /// A change that is hidden sends nothing to whoever listens, and one that is seen does.
    private void listen(Asker asker) throws Exception {
      Listening on = new Listening(asker.one);
      Listening onOther = new Listening(asker.other);
      save(other.desk, source("hidden", new Visibility.Mediator()));
      TimeUnit.MILLISECONDS.sleep(2_500);
      assertEquals("", on.news() + onOther.news(), "what nobody may hear of");
      save(one.desk, source("seen", new Visibility.Public()));
      save(other.desk, source("seen", new Visibility.Public()));
      on.awaitNews();
      onOther.awaitNews();
      assertEquals(on.news(), onOther.news());
      on.close();
      onOther.close();
      for (String path : List.of("/sources", "/history", "/sources/hidden", "/record/hidden")) {
        ask(asker, Question.get(path));
      }
    }

    @Override
    public void close() {
      one.close();
      other.close();
    }
  }

  /// Somebody who listens to what is new.
  @SuppressWarnings("JdkObsolete") // one thread reads what another writes
  private static final class Listening {
    private final StringBuffer heard = new StringBuffer();
    private final InputStream in;

    Listening(Team.Client client) throws Exception {
      HttpResponse<InputStream> answer =
          HTTP.send(
              client.request("/events").header("Accept", "text/event-stream").GET().build(),
              HttpResponse.BodyHandlers.ofInputStream());
      assertEquals(200, answer.statusCode());
      in = answer.body();
      Thread.ofPlatform().daemon().start(this::read);
    }

    private void read() {
      byte[] buffer = new byte[512];
      try {
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
          heard.append(new String(buffer, 0, read, StandardCharsets.UTF_8));
        }
      } catch (IOException e) {
        heard.append("(ended)");
      }
    }

    void awaitNews() throws InterruptedException {
      for (int i = 0; i < 300 && news().isEmpty(); i++) {
        TimeUnit.MILLISECONDS.sleep(100);
      }
      assertEquals("event: changed", news(), heard::toString);
    }

    /// What was heard but for what keeps the line open.
    String news() {
      return heard
          .toString()
          .lines()
          .filter(line -> line.startsWith("event:"))
          .collect(Collectors.joining("\n"));
    }

    void close() throws IOException {
      in.close();
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

  private static String first(String path) {
    return path.split("/", 3)[1];
  }

  private static String encoded(String text) {
    return java.net.URLEncoder.encode(text, StandardCharsets.UTF_8);
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
    List<String> lines = new ArrayList<>(List.of("" + answer.status, "" + answer.headers));
    answer.body.lines().forEach(lines::add);
    return lines;
  }

  private static int from;

  private Answer answer(Team.Client client, Question question) throws Exception {
    HttpRequest.Builder request =
        client
            .request(
                question
                    .path
                    .replace("{job}", jobs.getOrDefault(client, "none"))
                    .replace("{text}", texts.getOrDefault(client, "none")))
            .header("X-Forwarded-For", "192.0.2." + ++from % 60_000);
    String body = question.body;
    if (body != null) {
      request.header("Content-Type", Objects.requireNonNull(question.type));
      if (client.token != null && Objects.requireNonNull(question.type).contains("form")) {
        body += "token=" + client.token;
      }
    }
    if (client.token != null && question.path.startsWith("/api/")) {
      request.header("X-Parley-Token", client.token);
    }
    HttpResponse<byte[]> answer =
        HTTP.send(
            request
                .method(
                    question.method,
                    body == null
                        ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofString(body))
                .build(),
            HttpResponse.BodyHandlers.ofByteArray());
    Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
    headers.keySet().removeAll(PASSING);
    headers.replaceAll(
        (_, values) ->
            values.stream().map(each -> CHANCE.matcher(each).replaceAll("(chance)")).toList());
    byte[] bytes = answer.body();
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    if (text.startsWith("%PDF")) {
      headers.remove("content-length");
      try (PDDocument document = Loader.loadPDF(bytes)) {
        text = new PDFTextStripper().getText(document);
      }
    }
    if (client.token != null) {
      text = text.replace(client.token, "(token)");
    }
    return new Answer(answer.statusCode(), headers, CHANCE.matcher(text).replaceAll("(chance)"));
  }
}

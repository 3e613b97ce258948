package org.parley.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.parley.Eventually;
import org.parley.model.CaseRecord;
import org.parley.model.Cases;
import org.parley.model.PartyId;
import org.parley.model.Rewrite;
import org.parley.model.Secrets;
import org.parley.model.Viewer;
import org.parley.model.cases.Case;
import org.parley.store.people.AccountEditor;
import org.parley.web.access.AccountAuthenticator;
import org.parley.web.service.CaseService;
import org.parley.web.service.Rights;
import org.parley.web.service.Role;
import org.parley.web.service.Visitor;

/// Two servers whose cases and journals differ only in what one viewer may not see, and those who
/// see no more than that viewer, on both.
@NullMarked
final class TwinServers implements AutoCloseable {

  static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /// What is of the hour, of chance, and of whether the body of a request had arrived in time.
  private static final Set<String> PASSING =
      Set.of("date", "set-cookie", "connection", "x-request-id");

  /// What is made of chance and of nothing else: the token of a session, the names of windows and
  /// of texts that are read.
  private static final Pattern CHANCE =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  private static final int CHANCE_LENGTH = 36;

  /// The id of a session, in a form and in JSON.
  private static final Pattern SESSION =
      Pattern.compile("((?:name=\"session\" value=|\"id\":)\")[0-9a-f]{16}\"");

  /// When a server was started, on its status.
  private static final Pattern STARTED =
      Pattern.compile("(?<=\"since\":\")[^\"]+|\\d\\d:\\d\\d UTC");

  private static final Pattern SECRET = Pattern.compile("/feeds/[\\w-]{43}/");

  /// A text of which much is found, of this case or not.
  private static final String NEWS =
      """
      The foreign minister Ann Berg told reporters on Tuesday that point 1 was settled, but point 2 remained open.

      Party 0 rejects any change of the treaty, its chief negotiator Tom Hale said. The two sides will meet again in Geneva next week.
      """;

  /// Somebody who asks, on both servers.
  record Asker(String name, Team.Client one, Team.Client other) {

    /// Whether they may write anything.
    boolean maySave() {
      return !name.equals("nobody") && !name.equals("ob");
    }
  }

  /// What is asked.
  ///
  /// @param sent the record that is sent; empty where none is, or only part of one
  record Question(
      String method,
      String path,
      @Nullable String type,
      @Nullable String body,
      Optional<CaseRecord> sent) {
    Question(String method, String path, @Nullable String type, @Nullable String body) {
      this(method, path, type, body, Optional.empty());
    }

    /// The same, with the record that is sent.
    Question sending(CaseRecord record) {
      return new Question(method, path, type, body, Optional.of(record));
    }

    static Question get(String path) {
      return new Question("GET", path, null, null);
    }

    static Question form(String path, Map<String, String> fields) {
      return of("POST", path, fields);
    }

    static Question json(String path, String body) {
      return new Question("POST", path, "application/json", body);
    }

    static Question of(String method, String path, Map<String, String> fields) {
      StringBuilder body = new StringBuilder();
      fields.forEach(
          (name, value) ->
              body.append(WebClient.encoded(name))
                  .append('=')
                  .append(WebClient.encoded(value))
                  .append('&'));
      return new Question(method, path, "application/x-www-form-urlencoded", body.toString());
    }
  }

  /// What is answered, but for the hour and for chance.
  record Answer(int status, Map<String, List<String>> headers, String body) {
    private List<String> lines() {
      List<String> lines = new ArrayList<>(List.of("" + status, "" + headers));
      body.lines().forEach(lines::add);
      return lines;
    }
  }

  /// What both answer.
  record Answers(Answer one, Answer other) {
    boolean areSame() {
      return one.equals(other);
    }

    /// The first line in which they differ.
    String difference() {
      List<String> lines = one.lines();
      List<String> others = other.lines();
      int at = 0;
      while (at < Math.min(lines.size(), others.size()) && lines.get(at).equals(others.get(at))) {
        at++;
      }
      return "line "
          + at
          + "\n"
          + (at < lines.size() ? lines.get(at) : "(ends)")
          + "\n"
          + (at < others.size() ? others.get(at) : "(ends)");
    }
  }

  final Viewer viewer;
  final Case all;
  final Case others;
  final Team one;
  final Team other;

  /// What each has asked to be computed.
  private final Map<Team.Client, String> jobs = new HashMap<>();

  /// The secret address of each, and of the accounts of both servers.
  private final Map<Team.Client, String> secrets = new HashMap<>();

  private final Map<String, String> secretsOfOne = new HashMap<>();
  private final Map<String, String> secretsOfOther = new HashMap<>();

  /// What each has brought to read.
  private final Map<Team.Client, String> texts = new HashMap<>();

  private final UnaryOperator<CaseService> front;
  private final AtomicInteger from = new AtomicInteger();

  /// Serves a generated case in which every kind of record is hidden from the viewer. On the second
  /// server hidden records say something else or, for every other seed, are gone.
  ///
  /// @param viewer whose eyes are meant; delegations are of the parties `UA` and `UA-X`
  /// @param front what stands in front of the desks
  TwinServers(
      Path folder, long seed, Viewer viewer, UnaryOperator<CaseService> front, Random random)
      throws Exception {
    this.viewer = viewer;
    this.front = front;
    all = TwinAccords.added(caseOf(seed));
    assertEquals(List.of(), Rights.misnamed(all), "seed " + seed);
    others =
        seed % 2 == 0
            ? Secrets.without(all, viewer)
            : Secrets.changed(all, viewer, new Random(seed));
    try (ExecutorService starts = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Team> first = starts.submit(() -> team(folder.resolve("one"), all));
      Future<Team> second =
          starts.submit(() -> team(folder.resolve("other"), Secrets.without(all, viewer)));
      one = first.get();
      other = second.get();
    }
    // on one of the two much has happened since that nobody of these may see
    other.journal.record(Secrets.changed(all, viewer, random), "Bea", "In secret.", Team.NOON);
    other.journal.record(others, "Cora", "In secret, again.", Team.NOON);
  }

  /// Serves the same case twice, from the same journal: what differs may be sealed beside it.
  ///
  /// @param viewer whose eyes are meant
  TwinServers(Path folder, Case contents, Viewer viewer) throws Exception {
    this.viewer = viewer;
    this.front = UnaryOperator.identity();
    all = contents;
    others = contents;
    one = team(folder.resolve("one"), all);
    other = team(folder.resolve("other"), all);
  }

  /// A generated case in which every kind of record is hidden from every viewer but mediators.
  static Case caseOf(long seed) {
    return Rewrite.ids(Cases.withEverySecret(seed), TwinServers::renamed);
  }

  /// Parties whose ids begin one another, and the ids of what is theirs.
  private static String renamed(String id) {
    return switch (id) {
      case "P0" -> "UA";
      case "P1" -> "UA-X";
      case String own when own.startsWith("own-P0-") -> "ua-" + own.substring(7);
      case String own when own.startsWith("own-P1-") -> "ua-x-" + own.substring(7);
      case String party when party.matches("P\\d+") -> "Q" + party;
      default -> id;
    };
  }

  private Team team(Path own, Case contents) throws Exception {
    Files.createDirectories(own);
    String journal = own.resolve("journal").toString();
    Team team =
        new Team(
            journal,
            journal,
            contents,
            new AccountAuthenticator.Setting(
                Set.of(), false, true, viewer instanceof Viewer.Public),
            front);
    String party = viewer instanceof Viewer.Delegation(PartyId id) ? id.value() : null;
    if (party != null) {
      team.account("dee", "delegation", party);
    }
    team.account("mo", "monitor", party);
    team.account("ob", "observer", party);
    team.account("ann", "mediator", null);
    return team;
  }

  /// Somebody with the eyes of the viewer.
  Visitor visitor() {
    return viewer instanceof Viewer.Delegation(PartyId party)
        ? new Visitor("dee", Role.DELEGATION, party)
        : Visitor.anyone();
  }

  Asker asker(String name) {
    Asker asker = new Asker(name, one.inSession(name), other.inSession(name));
    secrets.put(asker.one, secret(one, secretsOfOne, name));
    secrets.put(asker.other, secret(other, secretsOfOther, name));
    return asker;
  }

  /// An account has one address, however often it is asked for.
  private static String secret(Team team, Map<String, String> made, String name) {
    AccountEditor own = new AccountEditor(name, "");
    return made.computeIfAbsent(
        name, _ -> team.people.feeds().add(own, name, "phone", Team.NOON).orElseThrow());
  }

  /// All who see what the viewer sees; the first is asked most.
  List<Asker> askers() throws Exception {
    List<Asker> askers = new ArrayList<>();
    if (viewer instanceof Viewer.Delegation) {
      askers.add(asker("dee"));
      bring(askers.getFirst());
    } else {
      Asker nobody = new Asker("nobody", one.nobody(), other.nobody());
      nobody.one.get("/");
      nobody.other.get("/");
      askers.add(nobody);
    }
    askers.add(asker("mo"));
    askers.add(asker("ob"));
    for (Asker asker : askers) {
      begin(asker);
    }
    return askers;
  }

  boolean isSeen(CaseRecord record) {
    return Secrets.sees(viewer, record.visibility());
  }

  /// Every record, also those that are hidden.
  List<CaseRecord> records() {
    return List.copyOf(all.viewFor(new Viewer.Mediator()).records());
  }

  /// Asks for something to be computed, where that is allowed, and waits until it is.
  private void begin(Asker asker) throws Exception {
    if (asker.name().equals("nobody")) {
      return;
    }
    for (Team.Client client : List.of(asker.one, asker.other)) {
      HttpResponse<String> begun =
          client.json("POST", "/api/jobs", "{\"ask\": \"/api/packages/zone\"}");
      if (begun.statusCode() == 201) {
        String job = begun.body().replaceAll(".*\"job\":\"([^\"]+)\".*", "$1");
        jobs.put(client, job);
        Eventually.holds(
            "end of a job",
            () -> !client.get("/api/jobs/" + job).body().matches(".*\"(waiting|going on)\".*"));
      }
    }
  }

  /// Brings a text to read, where that is allowed, and waits until it is read.
  private void bring(Asker asker) throws Exception {
    Map<String, String> told =
        Map.of("text", NEWS, "publisher", "The Gazette", "published", "2024-06-01");
    for (Team.Client client : List.of(asker.one, asker.other)) {
      client.get("/read");
      String to = client.form("/read", told).headers().firstValue("Location").orElseThrow();
      texts.put(client, to.substring(to.lastIndexOf('/') + 1));
      Eventually.holds(
          "text that was read",
          () -> !client.get(to).body().contains("data-hx-trigger=\"load delay"));
    }
  }

  /// What both answer.
  Answers answers(Asker asker, Question question) throws Exception {
    CompletableFuture<HttpResponse<byte[]>> first = send(asker.one, question);
    CompletableFuture<HttpResponse<byte[]>> second = send(asker.other, question);
    return new Answers(answer(asker.one, first.get()), answer(asker.other, second.get()));
  }

  /// What one of them is answered.
  Answer answer(Team.Client client, Question question) throws Exception {
    return answer(client, send(client, question).get());
  }

  private CompletableFuture<HttpResponse<byte[]>> send(Team.Client client, Question question) {
    HttpRequest.Builder request =
        client
            .request(
                question
                    .path
                    .replace("{job}", jobs.getOrDefault(client, "none"))
                    .replace("{sent}", "none")
                    .replace("{link}", "none")
                    .replace("{session}", "none")
                    .replace("{secret}", secrets.getOrDefault(client, "none"))
                    .replace("{text}", texts.getOrDefault(client, "none")))
            .header(
                "X-Forwarded-For",
                "2001:db8:" + Integer.toHexString(from.incrementAndGet() & 0xFFFF) + "::1");
    String body = question.body;
    if (body != null) {
      String text = texts.getOrDefault(client, "none");
      body = body.replace("%7Btext%7D", text).replace("{text}", text);
      request.header("Content-Type", Objects.requireNonNull(question.type));
      if (client.token != null && Objects.requireNonNull(question.type).contains("form")) {
        body += "token=" + client.token;
      }
    }
    if (client.token != null && question.path.startsWith("/api/")) {
      request.header("X-Parley-Token", client.token);
    }
    return HTTP.sendAsync(
        request
            .method(
                question.method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofByteArray());
  }

  private static Answer answer(Team.Client client, HttpResponse<byte[]> answer) throws Exception {
    Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
    headers.keySet().removeAll(PASSING);
    headers.replaceAll((_, values) -> values.stream().map(TwinServers::withoutChance).toList());
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
    text = text.replace("127.0.0.1:" + client.server.port(), "(host)");
    text = SECRET.matcher(text).replaceAll("/feeds/(secret)/");
    if (text.contains("data-table=\"status\"") || text.contains("\"finding\":\"takes-requests\"")) {
      text = STARTED.matcher(text).replaceAll("(started)");
    }
    if (text.contains("name=\"session\"") || text.contains("\"openSessions\"")) {
      text = SESSION.matcher(text).replaceAll("$1(session)\"");
    }
    return new Answer(answer.statusCode(), headers, withoutChance(text));
  }

  /// A text without what is of chance, which is looked for at its first dash: a search for the
  /// pattern took a twentieth of the time of the law.
  private static String withoutChance(String text) {
    Matcher matcher = CHANCE.matcher(text);
    StringBuilder rest = new StringBuilder();
    int from = 0;
    for (int dash = text.indexOf('-'); dash >= 0; dash = text.indexOf('-', dash + 1)) {
      int begin = dash - 8;
      if (begin >= from
          && begin + CHANCE_LENGTH <= text.length()
          && text.charAt(dash + 5) == '-'
          && matcher.region(begin, begin + CHANCE_LENGTH).matches()) {
        rest.append(text, from, begin).append("(chance)");
        from = begin + CHANCE_LENGTH;
        dash = from - 1;
      }
    }
    return from == 0 ? text : rest.append(text, from, text.length()).toString();
  }

  @Override
  public void close() {
    one.close();
    other.close();
  }
}

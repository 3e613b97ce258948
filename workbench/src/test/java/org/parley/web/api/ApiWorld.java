package org.parley.web.api;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.parley.answer.AnswerJson;
import org.parley.bargain.cases.PreparedProblem;
import org.parley.casefile.form.RecordForm;
import org.parley.document.InstrumentTexts;
import org.parley.exchange.document.TextChoice;
import org.parley.exchange.reference.ReferenceShelf;
import org.parley.intake.Texts;
import org.parley.model.CaseRecord;
import org.parley.model.PartyId;
import org.parley.model.Viewer;
import org.parley.model.cases.Case;
import org.parley.model.cases.CaseView;
import org.parley.newsfeed.FeedShelf;
import org.parley.newsfeed.NewsWatch;
import org.parley.notice.NoticeStatus;
import org.parley.operate.PartFinding;
import org.parley.operate.PartStatus;
import org.parley.operate.ServerPart;
import org.parley.operate.StatusBoard;
import org.parley.round.AccordRecords;
import org.parley.store.Journal;
import org.parley.store.nodes.NodeStatus;
import org.parley.store.notices.Outbox;
import org.parley.store.people.AccessToken;
import org.parley.store.people.AccountEditor;
import org.parley.store.people.Accounts;
import org.parley.store.people.TestAccounts;
import org.parley.web.WebServer;
import org.parley.web.access.AccountAuthenticator;
import org.parley.web.access.Authenticator;
import org.parley.web.api.line.ApiServices;
import org.parley.web.api.line.Asked;
import org.parley.web.api.line.Jobs;
import org.parley.web.api.line.Line;
import org.parley.web.api.line.Parameter;
import org.parley.web.api.line.Reply;
import org.parley.web.people.AccountService;
import org.parley.web.people.FeedAddressService;
import org.parley.web.people.NoticeService;
import org.parley.web.queue.QueueService;
import org.parley.web.reading.ReadingService;
import org.parley.web.service.CaseService;
import org.parley.web.service.JournalCaseService;
import org.parley.web.service.Visitor;
import org.parley.web.view.OpenCase;
import tools.jackson.databind.JsonNode;

/// A case with a journal, and questions that fit it.
final class ApiWorld implements AutoCloseable {

  private static final Pattern BRACES = Pattern.compile("\\{([a-z]+)}");
  private static final int MOST_OF_A_KIND = 3;

  private final Journal journal;
  private final Accounts people;
  private final AccountAuthenticator door;
  private final ApiServices services;
  private final NewsWatch feeds;
  private final String job;
  private final String text;
  private final OpenCase open;
  private final Instant opened;
  private final Map<String, List<String>> samples = new LinkedHashMap<>();

  ApiWorld(Path folder, Case given, Instant at) throws Exception {
    Case contents = RoundsAdded.to(given, at);
    opened = at;
    journal = Journal.inFile(folder.resolve("journal"));
    journal.record(contents, "ann", "Begun.", at);
    Clock clock = Clock.fixed(at, ZoneOffset.UTC);
    people = Accounts.inFile(folder.resolve("journal"));
    TestAccounts.put(people, "ann", "mediator", null, "correct horse battery", at);
    people.makeToken(
        AccountEditor.OPERATOR, "bot", "observer", null, at, AccessToken.expiry(at, 90));
    people.feeds().add(new AccountEditor("ann", "mediator"), "ann", "phone", at);
    door =
        new AccountAuthenticator(
            people, clock, new AccountAuthenticator.Setting(Set.of(), false, false, false));
    CaseService cases = new JournalCaseService(journal, clock);
    feeds = NewsWatch.of(FeedShelf.none(), clock);
    ReadingService reading = new ReadingService(cases, Texts.offline().withFeeds(feeds));
    services =
        new ApiServices(
            cases,
            reading,
            new QueueService(cases, reading),
            new AccountService(door, cases),
            new NoticeService(people, NoticeStatus.NONE),
            new FeedAddressService(door),
            () -> List.of(NodeStatus.alone(journal.last())),
            backedUpYesterday(clock),
            ReferenceShelf.none(),
            new Jobs());
    RoundsAdded.answer(cases, contents);
    CaseView view = contents.viewFor(new Viewer.Mediator());
    open = new OpenCase(view);
    sample("party", view.parties().stream().map(each -> each.id().value()).toList());
    sample("point", view.points().stream().map(each -> each.id().value()).toList());
    sample("without", view.parties().stream().map(each -> each.id().value()).toList());
    sample(
        "parties",
        List.of(
            open.board(org.parley.model.cases.AsOf.of(open.lastDay())).columns().stream()
                .limit(2)
                .map(Object::toString)
                .collect(Collectors.joining(","))));
    sample("about", view.points().stream().map(each -> each.id().value()).toList());
    TextChoice.instruments(view).stream()
        .map(each -> InstrumentTexts.of(view, each).list())
        .filter(each -> each.size() > 1)
        .limit(1)
        .forEach(
            each -> {
              sample("version", List.of(each.getFirst().version()));
              sample("from", List.of(each.getFirst().version()));
              sample("to", List.of(each.getLast().version()));
            });
    sample("event", view.meetings().stream().map(each -> each.id().value()).toList());
    sample(
        "of", view.indicators().stream().flatMap(each -> each.values().names().stream()).toList());
    sample("source", view.sources().stream().map(each -> each.id().value()).toList());
    sample("only", view.coverageQuestions().stream().map(each -> each.id().value()).toList());
    sample("record", view.claims().stream().map(each -> each.id().value()).toList());
    sample("ended", view.steps().stream().map(each -> each.id() + ":2026-06-01").toList());
    sample("kinds", List.of("parties points options"));
    sample("step", List.of("1"));
    sample("at", List.of(at.toString()));
    sample("q", List.of("the", "water", "zone"));
    sample("speaker", List.of("a"));
    sample("kind", List.of("parties"));
    if (open.packages() instanceof PreparedProblem.Ready(var packages)) {
      sample("among", packages.seats().stream().map(each -> each.party().value()).toList());
      sample("party", List.of(packages.seats().getFirst().party().value()));
      sample(
          "table",
          List.of(
              packages.matters().stream()
                  .map(each -> each.options().getLast().value())
                  .collect(Collectors.joining(","))));
    }
    job = begun("begin", "{\"ask\": \"/api/sequence/knots\"}");
    text = begun("read", "{\"text\": \"" + NEWS + "\", \"publisher\": \"The Gazette\"}");
    services.jobs().find(Visitor.mediator("ann"), job).orElseThrow().work().await(60_000);
  }

  private static StatusBoard backedUpYesterday(Clock clock) {
    StatusBoard status = StatusBoard.begun(clock);
    status.watch(ServerPart.BACKUP, () -> PartStatus.in(PartFinding.BACKED_UP, 1));
    return status;
  }

  private static final String NEWS =
      "The foreign minister Ann Berg told reporters on Tuesday that the treaty was agreed.";

  /// A server of the case, where programs sign in with a [#token].
  WebServer serve() {
    return WebServer.start(services.cases(), Texts.offline(), door, "127.0.0.1", 0, null);
  }

  /// The secret of a token of a mediator.
  String token() {
    return people.makeToken(
        AccountEditor.OPERATOR, "client", "mediator", null, opened, AccessToken.expiry(opened, 90));
  }

  /// Begins a job, or brings a text, and waits for its end.
  private String begun(String name, String body) throws Exception {
    Line line =
        Api.lines().stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
    Reply.One reply = (Reply.One) line.handler().answer(asked(line, Map.of(), Map.of(), body));
    JsonNode made = AnswerJson.tree(reply.body());
    return made.path("job").isString()
        ? made.get("job").stringValue()
        : made.get("text").stringValue();
  }

  /// Gives somebody a second factor.
  void enrol(String account) {
    TestAccounts.enrol(people, account, opened);
  }

  /// Signs somebody in; returns the id of the session.
  String session(String account) {
    people.begin(account, "Firefox, Linux", opened);
    return people.listSessions(account, opened).getFirst().id();
  }

  private void sample(String name, List<String> values) {
    samples.put(name, values.stream().limit(MOST_OF_A_KIND).toList());
  }

  /// Everything on record.
  Collection<CaseRecord> records() {
    return open.view().records();
  }

  /// Whether there is anything to choose between.
  boolean bargains() {
    return open.packages() instanceof PreparedProblem.Ready;
  }

  CaseService cases() {
    return services.cases();
  }

  Asked asked(Line line, Map<String, String> path, Map<String, List<String>> query) {
    return asked(line, path, query, "");
  }

  /// The same, as JSON Lines.
  Asked lines(Line line, Map<String, String> path, Map<String, List<String>> query) {
    return asked(line, path, query, "", true);
  }

  /// The same with something sent along.
  Asked asked(Line line, Map<String, String> path, Map<String, List<String>> query, String body) {
    return asked(line, path, query, body, false);
  }

  /// A line asked by somebody, of the case as it is now.
  Asked askedBy(Visitor visitor, Line line, Map<String, String> path, String body) {
    return asked(visitor, line, path, Map.of(), body, false).again();
  }

  private Asked asked(
      Line line,
      Map<String, String> path,
      Map<String, List<String>> query,
      String body,
      boolean isLines) {
    return asked(Visitor.mediator("ann"), line, path, query, body, isLines);
  }

  private Asked asked(
      Visitor visitor,
      Line line,
      Map<String, String> path,
      Map<String, List<String>> query,
      String body,
      boolean isLines) {
    return new Asked(
        line,
        services,
        visitor,
        open,
        new Asked.Sent(
            path,
            query,
            body,
            isLines,
            null,
            Instant.parse("2025-12-28T12:00:00Z"),
            new Authenticator.Caller("session")));
  }

  /// A line asked plainly, and with each value of each parameter, at each of its addresses.
  List<Asked> questions(Line line) {
    List<Asked> all = new ArrayList<>();
    boolean first = true;
    for (Map<String, String> path : paths(line)) {
      all.add(asked(line, path, needed(line)));
      for (Parameter parameter : first ? line.parameters() : List.<Parameter>of()) {
        for (String value : values(line, parameter)) {
          Map<String, List<String>> query = new LinkedHashMap<>(needed(line));
          query.put(parameter.name(), List.of(value));
          all.add(asked(line, path, query));
        }
      }
      first = false;
    }
    return all;
  }

  /// A line asked at one of its addresses with these parameters; absent where it has none here.
  @Nullable Asked question(Line line, Map<String, List<String>> more) {
    List<Map<String, String>> paths = paths(line);
    if (paths.isEmpty()) {
      return null;
    }
    return question(line, paths.getFirst(), more);
  }

  /// A line asked at an address with these parameters.
  Asked question(Line line, Map<String, String> path, Map<String, List<String>> more) {
    Map<String, List<String>> query = new LinkedHashMap<>(needed(line));
    query.putAll(more);
    return asked(line, path, query);
  }

  /// The number of the last entry.
  String last() {
    return Long.toString(journal.last());
  }

  /// Waits until a text is read.
  void awaitText(String key) {
    services.reading().text(Visitor.mediator("ann"), key).await(60_000);
  }

  /// Waits until a job is done.
  void awaitJob(String id) {
    services.jobs().find(Visitor.mediator("ann"), id).orElseThrow().work().await(60_000);
  }

  /// Values for the parameters that a line needs.
  Map<String, List<String>> needed(Line line) {
    Map<String, List<String>> needed = new LinkedHashMap<>();
    for (Parameter parameter : line.parameters()) {
      List<String> values = values(line, parameter);
      if (parameter.isRequired() && !values.isEmpty()) {
        needed.put(parameter.name(), List.of(values.getFirst()));
      } else if (parameter.name().equals("draws")) {
        needed.put("draws", List.of("20"));
      }
    }
    return needed;
  }

  private List<String> values(Line line, Parameter parameter) {
    if (parameter.name().equals("then")) {
      return List.of();
    }
    if (parameter.schema().path("enum").isArray()) {
      List<String> words = new ArrayList<>();
      parameter.schema().get("enum").forEach(each -> words.add(each.stringValue()));
      return words;
    }
    if (parameter.schema().path("format").asString("").equals("date")) {
      return List.of(parameter.name().equals("since") ? "2000-01-01" : "2025-12-28");
    }
    if (parameter.schema().path("type").asString("").equals("integer")) {
      return List.of(
          parameter.name().equals("deadline")
              ? "5000"
              : Long.toString(Math.max(1, parameter.schema().get("minimum").longValue())));
    }
    boolean demands =
        line.route().path().startsWith("/api/sequence") && parameter.name().equals("without");
    return demands
        ? open.view().demands().stream().limit(1).map(each -> each.id().value()).toList()
        : parameter.name().equals("read")
            ? readings()
            : samples.getOrDefault(parameter.name(), List.of());
  }

  private List<String> readings() {
    return open.view().terms().stream()
        .limit(1)
        .map(each -> each.id() + ":" + each.readings().getFirst().name())
        .toList();
  }

  List<Map<String, String>> paths(Line line) {
    List<String> names = new ArrayList<>();
    Matcher brace = BRACES.matcher(line.route().path());
    while (brace.find()) {
      names.add(brace.group(1));
    }
    if (names.isEmpty()) {
      return List.of(Map.of());
    }
    if (names.equals(List.of("kind"))) {
      return RecordForm.kinds().stream().map(kind -> Map.of("kind", kind)).toList();
    }
    if (names.equals(List.of("number"))) {
      return List.of(Map.of("number", "1"), Map.of("number", Long.toString(journal.last())));
    }
    if (line.name().equals("findAccount")) {
      return List.of(Map.of("id", "ann"));
    }
    if (line.name().equals("findToken")) {
      return List.of(Map.of("id", "bot"));
    }
    if (line.name().equals("findOwnFeed")) {
      return List.of(Map.of("id", "phone"));
    }
    if (names.equals(List.of("finding"))) {
      return List.of(Map.of("finding", "packages"));
    }
    if (line.route().path().startsWith("/api/accords/")) {
      return AccordRecords.list(open.view()).stream()
          .map(each -> Map.of("id", each.accord().digest()))
          .toList();
    }
    if (line.route().path().startsWith("/api/rounds/")) {
      return open.view().rounds().stream().map(each -> Map.of("id", each.id().value())).toList();
    }
    if (line.route().path().startsWith("/api/instruments/")) {
      return TextChoice.instruments(open.view()).stream()
          .map(each -> Map.of("id", each.id().value()))
          .toList();
    }
    if (names.equals(List.of("job"))) {
      return List.of(Map.of("job", job));
    }
    if (names.getFirst().equals("text")) {
      return List.of(Map.of("text", text, "proposal", "1"));
    }
    if (names.equals(List.of("kind", "id"))) {
      return open.view().records().stream()
          .map(each -> Map.of("kind", RecordForm.of(each).kind(), "id", each.id().value()))
          .toList();
    }
    return open.view().points().stream().map(each -> Map.of("id", each.id().value())).toList();
  }

  /// Puts a notice in the outbox that a mail server refused once.
  void refusedNotice() {
    Outbox outbox = Outbox.of(journal.database(), () -> "notice-1");
    outbox.offer("ann", List.of("0".repeat(64)), opened);
    outbox.retry(outbox.claim(opened).orElseThrow(), "450 4.2.1 Try again later", opened);
  }

  /// An account of a delegation.
  String account(PartyId party) {
    TestAccounts.put(people, "del", "delegation", party.value(), "correct horse battery", opened);
    return "del";
  }

  @Override
  public void close() {
    feeds.close();
    door.close();
    people.close();
    journal.close();
  }
}

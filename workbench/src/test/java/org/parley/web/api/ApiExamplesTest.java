package org.parley.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.networknt.schema.InputFormat;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.answer.AnswerJson;
import org.parley.app.CasesWorld;
import org.parley.board.Board;
import org.parley.casefile.LoadResult;
import org.parley.casefile.folder.CaseFolder;
import org.parley.exchange.coding.ImplementationGrades;
import org.parley.exchange.coding.TopicCodes;
import org.parley.exchange.provenance.ProvJson;
import org.parley.exchange.tables.CaseTable;
import org.parley.model.PartyId;
import org.parley.model.Viewer;
import org.parley.model.cases.AsOf;
import org.parley.model.cases.CaseView;
import org.parley.operate.StatusBoard;
import org.parley.web.WebClient;
import org.parley.web.api.line.Asked;
import org.parley.web.api.line.Download;
import org.parley.web.api.line.Line;
import org.parley.web.api.line.Reply;
import org.parley.web.service.Visitor;
import org.parley.web.view.BadQuery;
import org.parley.web.view.NotOnRecord;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The examples of the OpenAPI document are what the server answers about a shipped case. Lists are
/// cut to their first element; ids and secrets that are drawn at random are replaced.
class ApiExamplesTest {

  private static final Path FILE = Path.of("src/main/resources/org/parley/web/api/examples.json");
  private static final Instant NOON = Instant.parse("2025-12-28T12:00:00Z");
  private static final String TALKS =
      "Ukraine's negotiator, Rustem Umerov, put the framework at 90 percent. The delegations will"
          + " meet in Geneva on 12 January.";
  private static final String GUARANTEES =
      "Ukraine's president Volodymyr Zelensky told reporters on Saturday that the security"
          + " guarantees were settled.";
  private static final String UUID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

  /// In the place of an id that is drawn at random.
  private static final String DRAWN = "0b4e7c1a-58d3-4f6e-9a27-3c1d8e5f9b60";

  @TempDir static Path folder;

  private final Map<String, Line> lines = new LinkedHashMap<>();
  private final ObjectNode sent = JsonMapper.shared().createObjectNode();
  private final ObjectNode answered = JsonMapper.shared().createObjectNode();
  private final Map<String, String> replaced = new LinkedHashMap<>();

  /// `-Dgolden.update=true` writes them anew.
  @Test
  void everyExampleIsWhatTheServerAnswers() throws Exception {
    Api.lines().forEach(each -> lines.put(each.name(), each));
    replaced.put(StatusBoard.version(), "1.0.0");
    LoadResult.Loaded loaded =
        assertInstanceOf(
            LoadResult.Loaded.class, CaseFolder.of(Path.of("../examples/ukraine-2025")).load());
    try (ApiWorld world = new ApiWorld(folder, loaded.contents(), NOON)) {
      for (Line line : lines.values()) {
        if (line.route().isSafe() && !line.name().equals("openapi")) {
          first(world, line);
        }
      }
      changes(world);
    }
    manyCases();
    CaseView view = loaded.contents().viewFor(new Viewer.Mediator());
    rows(Download.CLAIMS_JSON, CaseTable.of(view, CaseTable.Content.CLAIMS));
    rows(Download.ITEMS_JSON, CaseTable.of(view, CaseTable.Content.ITEMS));
    rows(Download.FORECASTS_JSON, CaseTable.of(view, CaseTable.Content.FORECASTS));
    rows(Download.ACTS_JSON, CaseTable.of(view, CaseTable.Content.ACTS));
    rows(Download.BODIES_JSON, CaseTable.of(view, CaseTable.Content.BODIES));
    rows(Download.CODES_JSON, TopicCodes.of(view));
    rows(Download.GRADES_JSON, ImplementationGrades.of(view, LocalDate.of(2025, 12, 31)));
    provenance(Board.of(view, AsOf.of(LocalDate.of(2025, 12, 31))));
    ObjectNode all = JsonMapper.shared().createObjectNode();
    all.set("sent", sent);
    all.set("answered", answered);
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(FILE, AnswerJson.pretty(all).replace(System.lineSeparator(), "\n") + "\n");
    }
    assertEquals(
        JsonMapper.shared().readTree(all.toString()),
        JsonMapper.shared().readTree(Files.readString(FILE)),
        "run with -Dgolden.update=true");
  }

  @Test
  void everythingThatIsSentAndAnsweredHasAnExampleThatFits() {
    Set<String> wrong = new TreeSet<>();
    Stream.of(Api.document(), ServerLines.document())
        .flatMap(document -> document.get("paths").valueStream())
        .forEach(
            path ->
                path.forEach(
                    operation -> {
                      String name = operation.get("operationId").stringValue();
                      JsonNode body = operation.at("/requestBody/content/application~1json");
                      if (!body.isMissingNode()) {
                        check(name + " sent", body, wrong);
                      }
                      for (String status : List.of("200", "201")) {
                        JsonNode well =
                            operation.at("/responses/" + status + "/content/application~1json");
                        if (!well.isMissingNode() && !name.equals("openapi")) {
                          check(name + " answered", well, wrong);
                        }
                      }
                    }));
    assertEquals(Set.of(), wrong);
  }

  private static void check(String name, JsonNode content, Set<String> wrong) {
    JsonNode example = content.get("example");
    if (example == null) {
      wrong.add(name + ": none");
      return;
    }
    Described.compiled(content.get("schema"))
        .validate(example.toString(), InputFormat.JSON)
        .forEach(each -> wrong.add(name + ": " + each));
  }

  private void rows(Download file, CaseTable table) {
    answered.set(file.operation(), cut(JsonMapper.shared().readTree(table.toJson())));
  }

  /// The first of each part of a document.
  private void provenance(Board board) {
    ObjectNode whole = (ObjectNode) JsonMapper.shared().readTree(ProvJson.write(board));
    ObjectNode few = JsonMapper.shared().createObjectNode();
    whole.forEachEntry(
        (part, members) -> {
          ObjectNode first = few.putObject(part);
          members.properties().stream()
              .limit(1)
              .forEach(each -> first.set(each.getKey(), each.getValue()));
        });
    answered.set(Download.PROV_JSON.operation(), few);
  }

  /// With a word on record, the answer is of its day.
  private static final String SAID =
      """
      sources:
        - {id: s1, title: Talks, kind: report, language: en, publisher: Wire, date: 2025-12-01, reliability: B}
      claims:
        - {id: c1, speaker: The envoy, party: A, said: 2025-12-01, source: s1, asserts: agreed, about: dam,       quote: We agree.}
      """;

  /// A server of two cases, one of which was visited.
  private void manyCases() throws Exception {
    try (CasesWorld world =
        new CasesWorld.Plan()
            .person("ann")
            .administrator("root")
            .hosts("river", CasesWorld.river("The river", "upper"))
            .hosts("coast", CasesWorld.river("The coast", "sandy") + SAID)
            .role("river", "ann", "mediator", "")
            .role("coast", "ann", "observer", "")
            .serve(folder.resolve("many"))) {
      WebClient ann = world.as("ann");
      ann.get("/cases/coast/");
      for (Line line : List.of(ServerLines.CASES, ServerLines.FIND)) {
        String question = line.has("q") ? "?q=dam" : "";
        String body = ann.get(line.route().path() + question).body();
        answered.set(line.name(), cut(JsonMapper.shared().readTree(body)));
      }
      String status = world.as("root").get(ServerLines.STATUS.route().path()).body();
      answered.set(ServerLines.STATUS.name(), cut(JsonMapper.shared().readTree(status)));
    }
  }

  /// The first answer to a question.
  private void first(ApiWorld world, Line line) throws Exception {
    Map<String, List<String>> more =
        line.has("deadline") ? Map.of("deadline", List.of("60000")) : Map.of();
    for (Map<String, String> path : world.paths(line)) {
      try {
        Asked asked = world.question(line, path, more);
        answered.set(line.name(), cut(json(line.handler().answer(asked))));
        return;
      } catch (Unanswered | NotOnRecord | BadQuery e) {
        // another place of this kind may have an answer
      }
    }
  }

  /// Each change, on what the changes before it left.
  private void changes(ApiWorld world) throws Exception {
    Map<String, String> sources = Map.of("kind", "sources");
    JsonNode known = ask(world, "listRecords", sources, "").get("items").get(0);
    ObjectNode source = ((ObjectNode) known.get("record")).deepCopy();
    source.put("id", "statement-of-28-december");
    ObjectNode add = node().put("kind", "sources");
    add.set("record", source);
    example(world, "addRecord", sources, add.put("why", "It came in today."));
    Map<String, String> address = Map.of("kind", "sources", "id", "statement-of-28-december");
    ObjectNode change = node().put("kind", "sources");
    change.set("record", source.deepCopy().put("title", "Statement of 28 December"));
    change.put("version", version(world, address)).put("why", "It has a title.");
    example(world, "changeRecord", address, change);
    example(world, "undoChange", address, node().put("why", "It has none."));
    example(world, "undo", Map.of("number", world.last()), node().put("why", "It has one."));
    example(world, "removeRecord", address, null, Map.of("version", version(world, address)));
    JsonNode header = ask(world, "header", Map.of(), "");
    ObjectNode described = node();
    described.set("header", header.get("header"));
    described.set("version", header.get("version"));
    ((ObjectNode) described.get("header")).put("summary", "The talks on a settlement, 2025.");
    example(world, "describe", Map.of(), described.put("why", "A shorter summary."));
    ObjectNode several = node();
    ObjectNode one = several.putArray("changes").addObject().putObject("add");
    one.put("kind", "sources").set("record", source);
    example(world, "change", Map.of(), several.put("why", "It came in again."));

    ObjectNode table = node().put("kind", "sources");
    table.put("text", "Title;Publisher;Published on\nTalks go on;Wire;28.12.2025\n");
    example(world, "importTable", Map.of(), table.put("save", true));
    ObjectNode incidents = node().put("file", "wire.csv");
    incidents.put(
        "text", "id,kind,occurred,actor,target,source\nw1,attack,2026-01-02,Navy,XX,Wire\n");
    example(world, "importIncidents", Map.of(), incidents.put("save", true));

    proposal(world);
    reading(world);
    JsonNode items = ask(world, "listRecords", Map.of("kind", "items"), "").get("items");
    JsonNode item = items.get(items.size() - 1);
    ObjectNode decision = node();
    decision.putObject("decision").put("information-only", "Nothing follows from it.");
    decision.set("version", item.get("version"));
    example(world, "decide", Map.of("id", item.get("id").stringValue()), decision);
    JsonNode finding = ask(world, "finding", Map.of("finding", "lowered-baselines"), "");
    example(world, "checkFinding", Map.of(), (ObjectNode) finding);
    String job =
        example(world, "begin", Map.of(), node().put("ask", "/api/sequence/knots"))
            .get("job")
            .stringValue();
    world.awaitJob(job);
    example(world, "stop", Map.of("job", job), null);
    example(world, "forget", Map.of("job", job), null);
    rounds(world);
    notices(world);
    people(world);
    work(world);
  }

  /// A comment with a reply that resolves it, and a task.
  private void work(ApiWorld world) throws Exception {
    String changes =
        """
        {"changes": [
         {"add": {"kind": "comments", "record":
          {"id": "comment-1", "subject": {"whole-record": "UA"}, "text": "Is the name right?",
           "by": "ann", "made": "2025-12-28T12:00:00Z"}}},
         {"add": {"kind": "comments", "record":
          {"id": "comment-2", "replyTo": "comment-1", "text": "As in the draft.",
           "decision": "resolved", "by": "bea", "made": "2025-12-28T12:30:00Z"}}},
         {"add": {"kind": "tasks", "record":
          {"id": "task-1", "title": "Ask for the annexes", "account": "ann", "due": "2026-01-10",
           "on": "UA", "note": "The draft names five."}}}]}""";
    ask(world, "change", Map.of(), changes);
    for (String list : List.of("listComments", "listTasks")) {
      answered.set(list, cut(ask(world, list, Map.of(), "", Map.of("show", "all"))));
    }
  }

  private void rounds(ApiWorld world) throws Exception {
    Map<String, String> round = Map.of("id", RoundsAdded.ROUND);
    JsonNode standing = ask(world, "rounds", Map.of(), "").at("/rounds/0");
    ObjectNode answer = node().put("package", RoundsAdded.OPEN);
    for (JsonNode each : standing.get("packages")) {
      if (each.get("tabled").asString().equals(RoundsAdded.OPEN)) {
        answer.put("digest", each.get("digest").asString()).put("seen", 0).put("whole", "accepts");
      }
    }
    Line seal = Objects.requireNonNull(lines.get("sealAnswer"));
    for (JsonNode each : standing.get("parties")) {
      Visitor party = Visitor.delegation("del", new PartyId(each.asString()));
      Reply reply = seal.handler().answer(world.askedBy(party, seal, round, answer.toString()));
      sent.set("sealAnswer", answer);
      answered.set("sealAnswer", cut(json(reply)));
    }
    Line improve = Objects.requireNonNull(lines.get("askImprovement"));
    ObjectNode ask = node().put("package", RoundsAdded.OPEN).put("seen", 0);
    ask.set("digest", answer.get("digest"));
    for (JsonNode each : standing.get("parties")) {
      Visitor party = Visitor.delegation("del", new PartyId(each.asString()));
      Reply reply = improve.handler().answer(world.askedBy(party, improve, round, ask.toString()));
      sent.set("askImprovement", ask);
      answered.set("askImprovement", cut(json(reply)));
    }
    dismissal(world, standing);
    ObjectNode accepted = node().put("package", RoundsAdded.OPEN);
    JsonNode accord = example(world, "recordAccord", round, accepted);
    example(world, "publishAccord", Map.of("id", accord.get("digest").asString()), null);
  }

  private void notices(ApiWorld world) throws Exception {
    ObjectNode setting = node().put("address", "ann@example.org").put("cadence", "at-once");
    answered.set("ownNotices", cut(example(world, "changeOwnNotices", Map.of(), setting)));
    world.refusedNotice();
    answered.set("undelivered", cut(ask(world, "undelivered", Map.of(), "")));
  }

  /// A delegation sees what waits for it, and dismisses the first thing that it may.
  private void dismissal(ApiWorld world, JsonNode standing) throws Exception {
    PartyId party = new PartyId(standing.at("/parties/0").asString());
    Visitor visitor = Visitor.delegation(world.account(party), party);
    Line list = Objects.requireNonNull(lines.get("waiting"));
    JsonNode things = json(list.handler().answer(world.askedBy(visitor, list, Map.of(), "")));
    answered.set("waiting", cut(things));
    ObjectNode thing = node();
    for (JsonNode each : things.get("things")) {
      if (each.get("dismissible").asBoolean()) {
        thing.set("thing", each.get("thing"));
      }
    }
    Line dismiss = Objects.requireNonNull(lines.get("dismissWaiting"));
    Reply reply =
        dismiss.handler().answer(world.askedBy(visitor, dismiss, Map.of(), thing.toString()));
    sent.set("dismissWaiting", thing);
    answered.set("dismissWaiting", cut(json(reply)));
  }

  private void proposal(ApiWorld world) throws Exception {
    Map<String, String> patience = Map.of("deadline", "60000");
    JsonNode bridges = ask(world, "bridges", Map.of(), "", patience);
    String key = bridges.at("/proposals/0/proposal").asString();
    ObjectNode body = node().put("proposal", key).put("why", "To see who would take it.");
    example(world, "addProposal", Map.of(), body, patience);
  }

  private void reading(ApiWorld world) throws Exception {
    ObjectNode text =
        node().put("text", TALKS).put("publisher", "The Gazette").put("published", "2025-12-28");
    String key = example(world, "read", Map.of(), text).get("text").stringValue();
    world.awaitText(key);
    // as it is answered once it is read, since how far it is at first is a race
    JsonNode read = ask(world, "findText", Map.of("text", key), "");
    answered.set("read", cut(read));
    answered.set("findText", cut(read));
    Map<String, String> first = proposal(key, read, true);
    Map<String, String> proposal = proposal(key, read, false);
    ObjectNode dismissal = node().put("ground", "off-topic").put("because", "Another treaty.");
    example(world, "dismiss", proposal, dismissal);
    example(world, "reopen", proposal, null);
    ObjectNode draft = (ObjectNode) ask(world, "findProposal", proposal, "");
    ((ObjectNode) draft.get("record"))
        .put("id", "c-1228-umerov")
        .put("party", "UA")
        .put("said", "2025-12-28")
        .put("asserts", "states")
        .putArray("about")
        .add("whole");
    example(world, "correct", proposal, draft);
    example(world, "accept", first, null);
    queue(world);
  }

  /// The statements of a second text beside the first.
  private void queue(ApiWorld world) throws Exception {
    ObjectNode text =
        node()
            .put("text", TALKS + " " + GUARANTEES)
            .put("publisher", "The Herald")
            .put("published", "2025-12-28");
    world.awaitText(ask(world, "read", Map.of(), text.toString()).get("text").stringValue());
    JsonNode statements = example(world, "listStatements", Map.of(), null);
    ObjectNode decision = node().put("decision", "dismiss");
    decision.set("told", statements.get("items").get(0).get("told"));
    example(world, "decideStatement", Map.of(), decision);
    decision.putArray("told").add(DRAWN + "/1");
    JsonNode bulk = example(world, "findBulk", Map.of(), null, Map.of("from", "0"));
    ObjectNode shown = node().put("from", 0).put("shown", bulk.get("shown").stringValue());
    example(world, "acceptBulk", Map.of(), shown);
    example(world, "changeNewsFeeds", Map.of(), node().put("wish", "look"));
  }

  /// The first proposal that can be written as it is, or the first that cannot.
  private static Map<String, String> proposal(String text, JsonNode read, boolean isReady) {
    for (JsonNode each : read.get("proposals")) {
      if (each.get("ready").booleanValue() == isReady) {
        return Map.of("text", text, "proposal", each.get("number").toString());
      }
    }
    throw new AssertionError("no proposal: " + read);
  }

  private void link(ApiWorld world, String name, Map<String, String> path, ObjectNode body)
      throws Exception {
    JsonNode made = example(world, name, path, body);
    String link = made.get("link").stringValue();
    replaced.put(link.substring(link.lastIndexOf('/') + 1), "told-this-once");
    answered.set(name, cut(made));
  }

  private void people(ApiWorld world) throws Exception {
    ObjectNode account =
        node().put("name", "bea").put("role", "observer").put("password", "a long enough secret");
    example(world, "addAccount", Map.of(), account);
    Map<String, String> bea = Map.of("id", "bea");
    example(world, "changeRole", bea, node().put("role", "monitor"));
    ObjectNode password = node().put("password", "another long secret");
    example(world, "setPassword", bea, password.put("own", "correct horse battery"));
    world.enrol("bea");
    example(world, "removeFactor", bea, node().put("own", "correct horse battery"));
    link(world, "makeLink", bea, node().put("own", "correct horse battery"));
    link(world, "invite", Map.of(), node().put("name", "cem").put("role", "observer"));
    example(world, "endSession", Map.of("id", "bea", "session", world.session("bea")), null);
    example(world, "signOut", bea, null);
    example(world, "removeAccount", bea, null);
    ObjectNode token = node().put("name", "dashboard").put("role", "observer").put("days", 30);
    JsonNode made = example(world, "addToken", Map.of(), token);
    replaced.put(made.get("secret").stringValue(), "told-this-once");
    answered.set("addToken", cut(made));
    JsonNode rotated =
        example(world, "rotateToken", Map.of("id", "dashboard"), node().put("overlapHours", 48));
    replaced.put(rotated.get("secret").stringValue(), "told-this-once");
    answered.set("rotateToken", cut(rotated));
    example(world, "removeToken", Map.of("id", "dashboard"), null);
    JsonNode feed = example(world, "addOwnFeed", Map.of(), node().put("name", "calendar"));
    told(feed);
    answered.set("addOwnFeed", cut(feed));
    JsonNode renewed = example(world, "renewOwnFeed", Map.of("id", "calendar"), null);
    told(renewed);
    answered.set("renewOwnFeed", cut(renewed));
    example(world, "removeOwnFeed", Map.of("id", "calendar"), null);
    ObjectNode own = node().put("old", "correct horse battery");
    example(world, "changeOwnPassword", Map.of(), own.put("password", "yet another secret"));
    example(world, "signOutEverywhere", Map.of(), null);
  }

  /// The secret of an address, which is told once.
  private void told(JsonNode made) {
    replaced.put(made.get("calendar").stringValue().split("/", -1)[2], "told-this-once");
  }

  private String version(ApiWorld world, Map<String, String> address) throws Exception {
    return ask(world, "findRecord", address, "").get("version").stringValue();
  }

  private JsonNode example(
      ApiWorld world, String name, Map<String, String> path, @Nullable ObjectNode body)
      throws Exception {
    return example(world, name, path, body, Map.of());
  }

  private JsonNode example(
      ApiWorld world,
      String name,
      Map<String, String> path,
      @Nullable ObjectNode body,
      Map<String, String> query)
      throws Exception {
    if (body != null) {
      sent.set(name, body);
    }
    JsonNode answer = ask(world, name, path, body == null ? "" : body.toString(), query);
    answered.set(name, cut(answer));
    return answer;
  }

  private JsonNode ask(ApiWorld world, String name, Map<String, String> path, String body)
      throws Exception {
    return ask(world, name, path, body, Map.of());
  }

  private JsonNode ask(
      ApiWorld world, String name, Map<String, String> path, String body, Map<String, String> query)
      throws Exception {
    Line line = Objects.requireNonNull(lines.get(name));
    Map<String, List<String>> all = new LinkedHashMap<>();
    query.forEach((key, value) -> all.put(key, List.of(value)));
    if (line.isList()) {
      all.put("limit", List.of("1000"));
    }
    Reply reply = line.handler().answer(world.asked(line, path, all, body).again());
    if (reply instanceof Reply.Refused(var problem)) {
      throw new AssertionError(name + ": " + AnswerJson.line(problem));
    }
    return json(reply);
  }

  private static JsonNode json(Reply reply) {
    return switch (reply) {
      case Reply.One(_, Object body, _, _) -> AnswerJson.tree(body);
      case Reply.Ready(var ready, _) -> JsonMapper.shared().readTree(ready.open());
      case Reply.Refused(var problem) -> AnswerJson.tree(problem);
      case Reply.Listed listed -> {
        ObjectNode json = node();
        if (listed.total() != null) {
          json.put("total", listed.total());
        }
        json.put("offset", listed.offset()).put("more", listed.more());
        ArrayNode items = json.putArray("items");
        listed.items().accept(item -> items.add(AnswerJson.tree(item)));
        yield json;
      }
    };
  }

  /// The same with the first element of each list alone, and without what is drawn at random.
  private JsonNode cut(JsonNode json) {
    if (json.isObject()) {
      ObjectNode object = node();
      json.properties().forEach(each -> object.set(each.getKey(), cut(each.getValue())));
      return object;
    }
    if (json.isArray()) {
      ArrayNode array = JsonMapper.shared().createArrayNode();
      if (!json.isEmpty()) {
        array.add(cut(json.get(0)));
      }
      return array;
    }
    if (!json.isString()) {
      return json;
    }
    String text = json.stringValue().replaceAll(UUID, DRAWN);
    for (Map.Entry<String, String> each : replaced.entrySet()) {
      text = text.replace(each.getKey(), each.getValue());
    }
    return JsonMapper.shared().getNodeFactory().stringNode(text);
  }

  private static ObjectNode node() {
    return JsonMapper.shared().createObjectNode();
  }
}

package org.parley.web;

import java.lang.reflect.RecordComponent;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.parley.casefile.form.FormValueJson;
import org.parley.casefile.form.RecordForm;
import org.parley.model.CaseRecord;
import org.parley.model.Id;
import org.parley.model.PartyId;
import org.parley.model.RecordSubject;
import org.parley.model.Rewrite;
import org.parley.model.Secrets;
import org.parley.model.Viewer;
import org.parley.model.Visibility;
import org.parley.model.cases.CaseView;
import org.parley.model.claim.Claim;
import org.parley.model.claim.Item;
import org.parley.model.claim.Meeting;
import org.parley.model.comment.Comment;
import org.parley.model.date.Edtf;
import org.parley.model.party.Party;
import org.parley.model.source.Source;
import org.parley.model.text.Instrument;
import org.parley.model.text.Option;
import org.parley.model.text.Point;
import org.parley.web.TwinServers.Asker;
import org.parley.web.TwinServers.Question;
import org.parley.web.access.Route;
import org.parley.web.access.Route.Access;
import org.parley.web.service.Rights;
import org.parley.web.service.Version;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What is asked of two servers: what there is to read, and what there is to write.
@NullMarked
final class TwinQuestions {

  /// Names that addresses may carry.
  private static final List<String> PARAMETERS =
      List.of(
          "about",
          "act",
          "asOf",
          "asserts",
          "basis",
          "channel",
          "date",
          "event",
          "events",
          "fate",
          "for",
          "from",
          "kind",
          "kinds",
          "length",
          "of",
          "knownAt",
          "option",
          "order",
          "page",
          "parties",
          "party",
          "q",
          "show",
          "since",
          "skip",
          "source",
          "then",
          "speaker",
          "to",
          "who",
          "within",
          "without",
          "read",
          "lift",
          "keep",
          "baseline.UA");

  /// Dates before, between and after those of a case.
  private static final List<String> DATES =
      List.of("2023-06-01", "2024-02-10", "2024-07-01", "2025-01-15", "2025-07", "2026-01-10");

  /// Tables of pages, by the address of the page: what is exported of a page is that page.
  private static final Map<String, List<String>> TABLES =
      Map.ofEntries(
          Map.entry("/", List.of("shares", "matrix", "completeness", "carried-out")),
          Map.entry("/among", List.of("points")),
          Map.entry("/points/{id}", List.of("stances", "movement")),
          Map.entry("/acts", List.of("instruments", "performances")),
          Map.entry("/timeline", List.of("stock")),
          Map.entry("/guarantees", List.of("contributions", "money")),
          Map.entry("/watch", List.of("duties", "incidents")),
          Map.entry("/incidents/{id}", List.of("duties")),
          Map.entry("/parties", List.of("parties")),
          Map.entry("/parties/{id}", List.of("stances")),
          Map.entry("/sources", List.of("sources")),
          Map.entry("/inbox", List.of("decided")),
          Map.entry("/warnings", List.of("warnings")),
          Map.entry("/places", List.of("places")),
          Map.entry("/grid", List.of("positions")),
          Map.entry("/packages", List.of("zone")),
          Map.entry("/sequence", List.of("outcomes")));

  /// A drawing of a page, by the address of the page.
  private static final Map<String, String> PICTURES =
      Map.of(
          "/timeline", "timeline",
          "/points/{id}", "movement",
          "/places", "map",
          "/watch", "incidents");

  private static final Pattern DEAR =
      Pattern.compile(
          "^(/brief|/confide/question|/outlook/|/api/outlook/|/packages|/api/packages|/sequence|/api/sequence)");

  /// Addresses whose id is never that of a record: asked once.
  private static final Pattern OF_PEOPLE =
      Pattern.compile("^(/api/accounts|/api/tokens|/api/me/feeds|/people)/");

  private static final int EACH = 3;
  private static final int MANY = 100;

  /// Addresses that are asked for every hidden record.
  private static final Set<String> IN_FULL =
      Set.of("/record/{id}", "/api/records/{kind}/{id}", "/edit/{kind}/{id}");

  private final TwinServers twins;
  private final Random random;
  private int made;

  TwinQuestions(TwinServers twins, Random random) {
    this.twins = twins;
    this.random = random;
  }

  /// What there is to read: every address, with ids that are seen, hidden and unknown, and with
  /// parameters drawn at random; of those who see the same as somebody before, one of each.
  List<Question> readings(Asker asker) {
    List<Question> questions = new ArrayList<>();
    for (Route route : twins.one.server.routes()) {
      if (!route.isSafe() || route.kind() == Route.Kind.STREAM) {
        continue;
      }
      List<String> paths = paths(route);
      boolean first = asker.name().equals("nobody") || asker.name().equals("dee");
      if (!first || route.access() == Access.MEDIATE) {
        if (first || !isDear(route.path())) {
          new TreeSet<>(List.of(paths.getFirst(), paths.getLast()))
              .forEach(path -> questions.add(Question.get(path)));
        }
        continue;
      }
      paths.forEach(path -> questions.add(Question.get(path)));
      TABLES
          .getOrDefault(route.path(), List.of())
          .forEach(table -> questions.add(Question.get(table(paths.getFirst(), table))));
      String picture = PICTURES.get(route.path());
      if (picture != null) {
        questions.add(Question.get(with(paths.getFirst(), "picture=" + picture)));
      }
      if (route.kind() == Route.Kind.PAGE && !isDear(route.path())) {
        questions.add(Question.get(with(paths.getFirst(), "cite=bibtex")));
      }
      int more = route.kind() == Route.Kind.FILE ? 0 : isDear(route.path()) ? 1 : 3;
      for (int i = 0; i < more; i++) {
        String some = paths.getFirst().replaceAll("\\?.*", "");
        questions.add(Question.get(some + "?" + parameter() + "&" + parameter() + "&wait=true"));
      }
    }
    return questions;
  }

  private static String table(String path, String table) {
    return with(path, "table=" + table + "&format=csv");
  }

  private static String with(String path, String parameters) {
    return path + (path.indexOf('?') < 0 ? "?" : "&") + parameters;
  }

  /// Whether an answer takes as long as a hundred others.
  static boolean isDear(String path) {
    return DEAR.matcher(path).find();
  }

  private String parameter() {
    String name = PARAMETERS.get(random.nextInt(PARAMETERS.size()));
    List<String> values =
        List.of(
            some(twins::isSeen).id().value(),
            some(each -> !twins.isSeen(each)).id().value(),
            "2024-06-01",
            "otherwise",
            "1",
            "claims",
            "UA,UA-X");
    return name + "=" + encoded(values.get(random.nextInt(values.size())));
  }

  /// One of those, or any record where there are none.
  private CaseRecord some(Predicate<CaseRecord> which) {
    List<CaseRecord> fit = twins.records().stream().filter(which).toList();
    List<CaseRecord> from = fit.isEmpty() ? twins.records() : fit;
    return from.get(random.nextInt(from.size()));
  }

  /// Paths of a route, of which the first leads to something that is seen, where there is such.
  private List<String> paths(Route route) {
    Set<String> paths = new LinkedHashSet<>();
    String path =
        switch (route.path()) {
          case "/packages" -> "/packages?wait=true";
          case "/among", "/api/board/among" -> route.path() + "?parties=" + columns();
          case "/api/board/sources" -> route.path() + "?" + cell();
          case "/api/packages/draft" -> route.path() + "?table=" + table();
          case "/api/sequence/slip" -> route.path() + "?ended=" + ended();
          default -> route.path();
        };
    if (path.contains("/accords/{id}")) {
      TwinAccords.digests(twins.all).forEach(each -> paths.add(path.replace("{id}", each)));
      paths.add(path.replace("{id}", "no-such"));
    } else if (path.contains("{id}")) {
      Map<String, Integer> taken = new LinkedHashMap<>();
      for (boolean seen : List.of(true, false)) {
        for (CaseRecord each : twins.records()) {
          String kind = RecordForm.of(each).kind();
          if (twins.isSeen(each) == seen
              && RecordPlaces.mayLeadTo(path, kind)
              && taken.merge(kind + seen, 1, Integer::sum) <= most(path, seen)) {
            paths.add(path.replace("{kind}", kind).replace("{id}", each.id().value()));
          }
        }
      }
      // what is marked for one party alone is what that party may change
      twins.records().stream()
          .filter(each -> each.visibility() instanceof Visibility.Party && twins.isSeen(each))
          .limit(EACH)
          .map(
              each ->
                  path.replace("{kind}", RecordForm.of(each).kind())
                      .replace("{id}", "" + each.id()))
          .forEach(paths::add);
      paths.add(path.replace("{kind}", "claims").replace("{id}", "no-such"));
    } else if (path.contains("{kind}")) {
      RecordForm.kinds().forEach(kind -> paths.add(path.replace("{kind}", kind)));
    } else {
      paths.add(path.replace("{name}", "parley.css"));
    }
    if (path.startsWith("/instruments/{id}/compare")
        || path.startsWith("/api/instruments/{id}/compare")) {
      List.copyOf(paths).forEach(each -> paths.add(each + "?from=v1&to=v2"));
    }
    if (path.contains("/export/text.") && !path.contains("{number}")) {
      texts(path, paths);
    }
    if (path.contains("{finding}")) {
      return Stream.of("packages", "clashes", "knots", "plans")
          .map(finding -> path.replace("{finding}", finding))
          .toList();
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

  /// Texts of instruments that are seen and of hidden ones, with changes and without.
  private void texts(String path, Set<String> paths) {
    for (boolean seen : List.of(true, false)) {
      twins.records().stream()
          .filter(each -> each instanceof Instrument && twins.isSeen(each) == seen)
          .limit(EACH)
          .map(each -> path + "?instrument=" + each.id())
          .forEach(
              each -> {
                paths.add(each + "&version=v1");
                paths.add(each + "&version=v2&against=v1");
              });
    }
  }

  /// Comments on records and on changes of instruments that are seen and of hidden ones, and
  /// replies to comments that are seen and to hidden ones.
  private List<Question> comments() {
    List<Question> questions = new ArrayList<>();
    for (boolean seen : List.of(true, false)) {
      twins.records().stream()
          .filter(each -> twins.isSeen(each) == seen)
          .filter(each -> each instanceof Instrument)
          .limit(EACH)
          .forEach(
              each -> {
                questions.add(comment(each.id(), "element", "art_1", "delegations"));
                twins.records().stream()
                    .filter(Comment.class::isInstance)
                    .filter(it -> twins.isSeen(it) == seen)
                    .limit(EACH)
                    .forEach(
                        it -> questions.add(comment(each.id(), "replyTo", "" + it.id(), "same")));
              });
      twins.records().stream()
          .filter(each -> twins.isSeen(each) == seen)
          .filter(each -> each.id() instanceof RecordSubject)
          .limit(EACH)
          .forEach(
              each ->
                  questions.add(
                      Question.form(
                          "/record/" + each.id() + "/comments",
                          Map.of(
                              "text", "Why, @ann?", "readers", "delegations", "do", "comment"))));
    }
    return questions;
  }

  private static Question comment(Id instrument, String on, String id, String readers) {
    return Question.form(
        "/instruments/" + instrument + "/compare",
        Map.of(
            "from", "v1", "to", "v2", on, id, "text", "Why?", "readers", readers, "do", "reply"));
  }

  private String columns() {
    return twins.all.viewFor(twins.viewer).columns().stream()
        .map(each -> each.id().value())
        .collect(Collectors.joining("%2C"));
  }

  /// A point and a column that are seen.
  private String cell() {
    CaseView view = twins.all.viewFor(twins.viewer);
    return view.points().isEmpty()
        ? "party=" + columns()
        : "point=" + view.points().getFirst().id() + "&party=" + view.columns().getFirst().id();
  }

  /// An option of each point that is seen, and some that are hidden.
  private String table() {
    return twins.all.viewFor(twins.viewer).points().stream()
        .filter(each -> !each.options().isEmpty())
        .map(each -> each.options().getFirst().id().value())
        .collect(Collectors.joining("%2C"));
  }

  private String ended() {
    return twins.all.viewFor(twins.viewer).steps().stream()
        .limit(1)
        .map(each -> each.id() + ":2026-02-01")
        .collect(Collectors.joining());
  }

  private String beginning(Asker asker) {
    return asker.name().equals("mo")
        ? Rights.MONITORS
        : twins.viewer instanceof Viewer.Delegation(PartyId party)
            ? party.value().toLowerCase(Locale.ROOT) + "-"
            : "";
  }

  /// What a program may send: the same records, new and changed, as JSON.
  private void sendings(Asker asker, CaseRecord each, List<Question> questions) throws Exception {
    RecordForm form = RecordForm.of(each);
    String kind = form.kind();
    String records = "/api/records/" + kind;
    questions.add(json("POST", records, body(each, null, true)).sending(each));
    CaseRecord fresh = named(each, beginning(asker) + kind.toLowerCase(Locale.ROOT) + next());
    questions.add(json("POST", records, body(fresh, null, false)).sending(fresh));
    takenBack(kind, fresh.id().value(), questions);
    String version = Version.of(each).value();
    String one = records + "/" + each.id();
    questions.add(json("PUT", one, body(each, version, true)).sending(each));
    CaseRecord open = with(each, "visibility", new Visibility.Public());
    ObjectNode wide = body(open, version, true).put("confirmWidening", true);
    questions.add(json("PUT", one, wide).sending(open));
    questions.add(json("PUT", one, body(open, version, true)).sending(open));
    questions.add(json("PUT", one, body(each, "0000000000000000", true)).sending(each));
    questions.add(withdrawal(each));
    CaseRecord more = named(each, beginning(asker) + "more" + next());
    ObjectNode several = JsonMapper.shared().createObjectNode();
    several
        .putArray("changes")
        .addObject()
        .putObject("add")
        .put("kind", kind)
        .set("record", body(more, null, false).get("record"));
    questions.add(Question.json("/api/changes", several.toString()).sending(more));
    if (each instanceof Item) {
      String decision =
          "{\"decision\": {\"information-only\": \"Nothing new\"}, \"version\": \""
              + version
              + "\"}";
      questions.add(Question.json("/api/items/" + each.id() + "/decision", decision));
    }
    questions.add(
        Question.form(
            "/presence/" + kind + "/" + each.id(), Map.of("_form", window(asker.name()))));
  }

  /// What was just added is taken back, and that as well: by its author, and refused to others.
  private static void takenBack(String kind, String id, List<Question> questions) {
    String change = "/undo/" + id + "/";
    questions.add(Question.get("/record/" + id));
    questions.add(Question.get("/remove/" + kind + "/" + id));
    questions.add(Question.get(change + 1));
    questions.add(Question.json("/api/records/" + kind + "/" + id + "/undo", "{\"why\": \"no\"}"));
    questions.add(Question.form(change + "last", Map.of("_why", "after all")));
    questions.add(Question.get("/record/" + id));
  }

  private int next() {
    return ++made;
  }

  private static Question json(String method, String path, ObjectNode body) {
    return new Question(method, path, "application/json", body.toString());
  }

  /// A record as programs send it.
  ///
  /// @param version the version it is based on; absent for a new one
  private static ObjectNode body(CaseRecord record, @Nullable String version, boolean isMarked) {
    RecordForm form = RecordForm.of(record);
    ObjectNode written = FormValueJson.of(form, form.written(record));
    if (!isMarked) {
      written.remove("visibility");
    }
    ObjectNode body = JsonMapper.shared().createObjectNode();
    body.set("record", written);
    if (version != null) {
      body.put("version", version);
    }
    return body;
  }

  /// A record under another id.
  private static CaseRecord named(CaseRecord record, String id) {
    String old = record.id().value();
    return Rewrite.ids(record, each -> each.equals(old) ? id : each);
  }

  /// The records of which somebody may change every word.
  List<CaseRecord> own(Asker asker) {
    return !asker.name().equals("dee")
        ? List.of()
        : twins.records().stream()
            .filter(twins::isSeen)
            .filter(
                each ->
                    each.visibility() instanceof Visibility.Party
                        || each.id().value().startsWith(beginning(asker)))
            .filter(each -> Rights.mayWrite(twins.visitor(), each))
            .toList();
  }

  /// A record with one value of it changed, in many ways: every date to dates before, between and
  /// after those of the case, every reference to something else that is seen or hidden, every list
  /// of references to none and to another.
  List<CaseRecord> edits(CaseRecord own) {
    List<CaseRecord> edits = new ArrayList<>();
    for (RecordComponent component : own.getClass().getRecordComponents()) {
      String name = component.getName();
      Object value = Rewrite.get((Record) own, name);
      if (name.equals("id") || name.equals("visibility")) {
        continue;
      }
      if (component.getType() == Edtf.class) {
        for (String date : DATES) {
          edits.add(with(own, name, Edtf.of(date)));
        }
      } else if (value instanceof Id id) {
        others(id).forEach(each -> edits.add(with(own, name, each)));
      } else if (value instanceof List<?> list
          && !list.isEmpty()
          && list.getFirst() instanceof Id id) {
        edits.add(with(own, name, List.of()));
        others(id).forEach(each -> edits.add(with(own, name, List.of(each))));
      } else if (value instanceof Map<?, ?> map
          && !map.isEmpty()
          && map.keySet().iterator().next() instanceof Id id) {
        Object any = map.values().iterator().next();
        others(id).forEach(each -> edits.add(with(own, name, Map.of(each, any))));
      }
    }
    return edits;
  }

  private static CaseRecord with(CaseRecord record, String component, Object value) {
    return (CaseRecord) Rewrite.with((Record) record, component, value);
  }

  /// Other things of a kind: two that are seen, and one that is hidden.
  private List<Id> others(Id than) {
    List<Id> others = new ArrayList<>();
    for (boolean seen : List.of(true, false)) {
      twins.records().stream()
          .flatMap(each -> idsOf(each, seen))
          .filter(each -> each.getClass() == than.getClass() && !each.equals(than))
          .limit(seen ? 2 : 1)
          .forEach(others::add);
    }
    return others;
  }

  /// The ids that a record gives, those that are seen or those that are hidden.
  private Stream<Id> idsOf(CaseRecord record, boolean seen) {
    Stream<Id> own = twins.isSeen(record) == seen ? Stream.of(record.id()) : Stream.of();
    return record instanceof Point point
        ? Stream.concat(
            own,
            point.options().stream()
                .filter(
                    each ->
                        (twins.isSeen(record) && Secrets.sees(twins.viewer, each.visibility()))
                            == seen)
                .map(Option::id))
        : own;
  }

  /// A change of a record.
  Question put(CaseRecord before, CaseRecord after) {
    return json(
            "PUT",
            "/api/records/" + RecordForm.of(after).kind() + "/" + after.id(),
            body(after, Version.of(before).value(), true))
        .sending(after);
  }

  /// The id of a record given to a record of another kind.
  Question otherKind(CaseRecord own) {
    CaseRecord other =
        some(
            each ->
                twins.isSeen(each)
                    && each.getClass() != own.getClass()
                    && Rights.mayWrite(twins.visitor(), each));
    return put(own, with(named(other, own.id().value()), "visibility", own.visibility()));
  }

  /// That a record is taken back.
  Question withdrawal(CaseRecord record) {
    return new Question(
        "DELETE",
        "/api/records/"
            + RecordForm.of(record).kind()
            + "/"
            + record.id()
            + "?version="
            + Version.of(record).value(),
        null,
        null);
  }

  /// New records under the ids of records that are hidden and under ids that are free, of all that
  /// begin as those of the asker do.
  List<Question> collisions(Asker asker) {
    String beginning = beginning(asker);
    List<Question> questions = new ArrayList<>();
    if (!asker.maySave() || beginning.isEmpty()) {
      return questions;
    }
    List<String> ids = new ArrayList<>(List.of(beginning + "x-999", beginning + "free"));
    twins.records().stream()
        .filter(each -> !twins.isSeen(each) && each.id().value().startsWith(beginning))
        .forEach(each -> ids.add(each.id().value()));
    List<CaseRecord> patterns = new ArrayList<>();
    for (Class<?> kind : List.of(Source.class, Claim.class, Meeting.class)) {
      patterns.add(some(each -> each.getClass() == kind && twins.isSeen(each)));
    }
    for (String id : ids) {
      CaseRecord record = named(patterns.get(ids.indexOf(id) % patterns.size()), id);
      String kind = RecordForm.of(record).kind();
      questions.add(json("POST", "/api/records/" + kind, body(record, null, false)));
      Map<String, String> fields = new LinkedHashMap<>(FormFields.of(record));
      fields.remove("visibility");
      questions.add(Question.form("/edit/" + kind, fields));
    }
    return questions;
  }

  /// The name of a window, as a form gives it.
  static String window(String of) {
    return java.util.UUID.nameUUIDFromBytes(of.getBytes(StandardCharsets.UTF_8)).toString();
  }

  /// What there is to write: whole records as new ones, with the ids of what is seen and what is
  /// hidden and with none; records that are seen, changed; and nothing at all.
  List<Question> writings(Asker asker) throws Exception {
    List<Question> questions = new ArrayList<>();
    Set<String> taken = new TreeSet<>();
    for (CaseRecord each : twins.records()) {
      String kind = RecordForm.of(each).kind();
      if (!taken.add((asker.maySave() ? kind + mark(asker, each) : "") + twins.isSeen(each))) {
        continue;
      }
      Map<String, String> fields = FormFields.of(each);
      questions.add(Question.form("/edit/" + kind, fields).sending(each));
      Map<String, String> nameless = new LinkedHashMap<>(fields);
      nameless.remove("id");
      questions.add(Question.form("/edit/" + kind, nameless).sending(each));
      Map<String, String> open = new LinkedHashMap<>(nameless);
      open.remove("visibility");
      questions.add(Question.form("/edit/" + kind, open).sending(each));
      Map<String, String> based = new LinkedHashMap<>(fields);
      based.put("_base", base(asker.one(), kind, each.id().value()));
      based.put("_why", "why not");
      questions.add(Question.form("/edit/" + kind + "/" + each.id(), based));
      sendings(asker, each, questions);
      for (Route route : twins.one.server.routes()) {
        if (!route.isSafe()
            && route.path().contains("{id}")
            && (taken.size() == 1
                || (RecordPlaces.mayLeadTo(route.path(), kind)
                    && !OF_PEOPLE.matcher(route.path()).find()))) {
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
    questions.addAll(tables());
    questions.addAll(comments());
    for (String page : List.of("/claims", "/rounds")) {
      questions.add(Question.form("/present", Map.of("window", "0".repeat(32), "page", page)));
    }
    questions.add(Question.form("/see-as", Map.of("as", "public")));
    questions.add(Question.form("/see-as", Map.of()));
    questions.add(Question.form("/waiting", Map.of("thing", "0".repeat(64))));
    questions.add(Question.json("/api/waiting/dismiss", "{\"thing\": \"no-such\"}"));
    questions.add(Question.form("/notices", Map.of("address", "a@b.example", "cadence", "daily")));
    questions.add(
        Question.of(
            "PUT", "/api/me/notices", Map.of("address", "a@b.example", "cadence", "daily")));
    for (String address : List.of("calendar.ics", "feed.atom")) {
      questions.add(Question.get("/feeds/{secret}/" + address));
    }
    questions.add(Question.get("/api/me/feeds/phone"));
    questions.add(Question.form("/feeds", Map.of("_do", "add", "name", "tablet")));
    questions.add(Question.form("/feeds", Map.of("_do", "remove", "name", "tablet")));
    questions.add(Question.json("/api/me/feeds", "{\"name\": \"tablet\"}"));
    questions.add(Question.json("/api/me/feeds/tablet/renew", "{}"));
    for (String own :
        List.of("/waiting", "/api/waiting", "/notices", "/api/me/notices", "/feeds")) {
      questions.add(Question.get(own));
    }
    questions.add(Question.form("/history/2", Map.of("_why", "undone")));
    questions.add(Question.json("/api/entries/2/undo", "{\"all\": true}"));
    for (String then :
        List.of("/api/case?then=2", "/api/claims?then=1", "/api/board?then=3", "/then/2/claims")) {
      questions.add(Question.get(then));
    }
    for (boolean seen : List.of(true, false)) {
      String party = some(each -> twins.isSeen(each) == seen).id().value();
      questions.add(
          Question.json(
              "/api/jobs", "{\"ask\": \"/api/packages/zone?among=" + party + ",no-such\"}"));
    }
    for (int proposal = 1; proposal <= 4; proposal++) {
      String at = "/api/texts/{text}/proposals/" + proposal;
      questions.add(Question.get(at));
      for (boolean seen : List.of(true, false)) {
        String id = some(each -> twins.isSeen(each) == seen).id().value();
        questions.add(
            Question.json(
                at + "/correct",
                "{\"record\": {\"speaker\": \"Ann Berg\", \"party\": \"UA\", \"about\": [\""
                    + id
                    + "\"], \"said\": \"2024-06-01\", \"asserts\": \"agreed\"}}"));
      }
    }
    questions.add(Question.json("/api/texts/{text}/proposals/2/dismiss", "{}"));
    questions.add(Question.get("/api/texts/{text}"));
    questions.addAll(decisions());
    for (int proposal = 1; proposal <= 4; proposal++) {
      questions.add(Question.form("/read/{text}/" + proposal + "/accept", Map.of()));
      questions.add(Question.get("/read/{text}"));
    }
    return questions;
  }

  /// The queue with one text on it, and decisions on its statements: new, otherwise, and confirming
  /// claims that are seen and that are hidden.
  private List<Question> decisions() {
    List<Question> questions = new ArrayList<>();
    for (String query : List.of("", "?show=confirms", "?show=decided", "?open=%7Btext%7D/1")) {
      questions.add(Question.get("/queue" + query));
    }
    questions.add(Question.get("/queue/bulk?from=0"));
    for (int proposal = 1; proposal <= 4; proposal++) {
      for (boolean seen : List.of(true, false)) {
        String id = some(each -> each instanceof Claim && twins.isSeen(each) == seen).id().value();
        for (String as : List.of("confirms", "otherwise")) {
          questions.add(
              Question.form(
                  "/queue/decide",
                  Map.of("told", "{text}/" + proposal, "as", as, "record", id, "party", "UA")));
        }
      }
    }
    questions.add(Question.form("/queue/decide", Map.of("told", "{text}/1", "as", "new")));
    questions.add(Question.get("/queue"));
    return questions;
  }

  /// Tables of positions: of a point that is seen and of one that is not, for each party.
  private List<Question> tables() {
    List<Question> questions = new ArrayList<>();
    questions.add(Question.get("/packages/rehearsal?plays=5&rounds=4&wait=true"));
    for (boolean seen : List.of(true, false)) {
      Map<String, String> cells = new LinkedHashMap<>();
      twins.records().stream()
          .filter(each -> each instanceof Point point && point.options().size() > 1)
          .filter(each -> twins.isSeen(each) == seen)
          .limit(2)
          .map(Point.class::cast)
          .forEach(
              point ->
                  twins.records().stream()
                      .filter(Party.class::isInstance)
                      .limit(4)
                      .forEach(
                          party -> {
                            String below = party.id().value() + "/" + point.id().value();
                            cells.put("rank/" + below, "3");
                            cells.put(
                                "option/" + below + "/" + point.options().getFirst().id().value(),
                                "p");
                          }));
      for (String basis : List.of("told", "illustrative")) {
        Map<String, String> fields = new LinkedHashMap<>(cells);
        fields.put("basis", basis);
        fields.put("told", "2024-06-01");
        fields.put("readers", basis.equals("told") ? "party" : "public");
        questions.add(Question.form("/grid", fields));
        for (CaseRecord party : twins.records()) {
          if (party instanceof Party && twins.isSeen(party) == seen) {
            Map<String, String> sheet = new LinkedHashMap<>(cells);
            sheet.put("told", basis.equals("told") ? "2024-06-01" : "2025-06-01");
            sheet.put("party", party.id().value());
            questions.add(Question.form("/confide", sheet));
            questions.add(Question.get("/confide?party=" + party.id()));
          }
        }
      }
      StringBuilder sheet = new StringBuilder("speaker,party,said,about,asserts,source,id\n");
      twins.records().stream()
          .filter(each -> twins.isSeen(each) == seen)
          .limit(40)
          .map(each -> each.id().value())
          .forEach(
              id ->
                  sheet.append(
                      String.join(",", "Zoe", id, "2024-06-01", id, "agreed", id, id + "\n")));
      for (String action : List.of("preview", "save")) {
        questions.add(
            Question.form("/grid/claims", Map.of("text", sheet.toString(), "do", action)));
        questions.addAll(
            tables(
                twins.records().stream()
                    .filter(each -> twins.isSeen(each) == seen)
                    .limit(20)
                    .map(each -> each.id().value())
                    .toList(),
                action));
        twins.records().stream()
            .filter(each -> each instanceof Instrument && twins.isSeen(each) == seen)
            .limit(2)
            .forEach(
                treaty ->
                    questions.add(
                        Question.form(
                            "/grid/text",
                            Map.of(
                                "instrument",
                                treaty.id().value(),
                                "version",
                                "twin",
                                "date",
                                "2024-06-01",
                                "text",
                                "1. One [B: words].\n2. Two.\n",
                                "do",
                                action))));
      }
      questions.addAll(templates(seen));
      twins.records().stream()
          .filter(each -> each instanceof Point && twins.isSeen(each) == seen)
          .limit(2)
          .forEach(
              point ->
                  questions.add(
                      Question.form(
                          "/grid/points",
                          Map.of(
                              "title/p/" + point.id().value(),
                              "Changed",
                              "title/n/0",
                              "New",
                              "id/n/0",
                              point.id().value(),
                              "readers",
                              "mediator"))));
    }
    return questions;
  }

  /// Templates filled with parties and points that are seen, or are not.
  private List<Question> templates(boolean seen) {
    List<String> parties =
        twins.records().stream()
            .filter(each -> each instanceof Party && twins.isSeen(each) == seen)
            .map(each -> each.id().value())
            .limit(3)
            .toList();
    if (parties.isEmpty()) {
      return List.of();
    }
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("role/withdrawing", parties.getFirst());
    fields.put("role/other", parties.getLast());
    fields.put("role/monitor", parties.getFirst());
    fields.put("role/guarantors", parties.getFirst());
    fields.put("role/bound", parties.getFirst());
    fields.put("role/protected", parties.getLast());
    twins.records().stream()
        .filter(each -> each instanceof Point && twins.isSeen(each) == seen)
        .limit(1)
        .forEach(each -> fields.put("points", each.id().value()));
    return List.of(
        Question.get("/templates"),
        Question.get("/templates/ladder"),
        Question.form("/templates/ladder", fields),
        Question.form("/templates/phased-withdrawal", fields));
  }

  /// The mark of a record that is not seen, for those who write most.
  private String mark(Asker asker, CaseRecord record) {
    return asker.name().equals("dee") && !twins.isSeen(record) ? "" + record.visibility() : "";
  }

  private String base(Team.Client client, String kind, String id) throws Exception {
    String page = twins.answer(client, Question.get("/edit/" + kind + "/" + id)).body();
    var field =
        org.jsoup.Jsoup.parse(
                new String(page.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8))
            .selectFirst("[name=_base]");
    return field == null ? "" : field.hasAttr("value") ? field.attr("value") : field.wholeText();
  }

  /// Of how many records of a kind an address is asked.
  private static int most(String path, boolean seen) {
    if (!seen && IN_FULL.contains(path)) {
      return MANY;
    }
    return path.contains("{number}") || (seen && path.contains("{kind}")) ? 1 : EACH;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /// Tables whose rows have the ids of these records, or name them.
  private static List<Question> tables(List<String> ids, String action) {
    List<Question> questions = new ArrayList<>();
    for (String kind : List.of("sources", "positions", "demands", "points", "parties")) {
      StringBuilder table =
          new StringBuilder("id,title,name,text,party,point,option,grade,source\n");
      for (String id : ids) {
        table.append(String.join(",", id, "T", "N", "X", id, id, id, "p", id)).append('\n');
        table.append(String.join(",", "", id, id, id, id, id, id, "p", id)).append('\n');
      }
      questions.add(
          Question.form(
              "/import/table", Map.of("kind", kind, "text", table.toString(), "do", action)));
      questions.add(Question.get("/import/table/records?format=csv&kind=" + kind));
    }
    StringBuilder incidents = new StringBuilder("id,kind,occurred,actor,target\n");
    for (String id : ids) {
      incidents.append(String.join(",", id, "attack", "2024-06-01", id, id)).append('\n');
    }
    questions.add(Question.get("/import/incidents"));
    questions.add(
        Question.form("/import/incidents", Map.of("text", incidents.toString(), "do", action)));
    questions.add(Question.form("/import/incidents/sent", Map.of("do", action)));
    return questions;
  }
}

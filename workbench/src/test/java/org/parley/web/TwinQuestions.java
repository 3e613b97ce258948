package org.parley.web;

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
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.parley.casefile.form.RecordForm;
import org.parley.casefile.form.WrittenJson;
import org.parley.model.CaseRecord;
import org.parley.model.Viewer;
import org.parley.model.Visibility;
import org.parley.model.claim.Item;
import org.parley.model.party.PartyId;
import org.parley.web.TwinServers.Asker;
import org.parley.web.TwinServers.Question;
import org.parley.web.desk.Rights;
import org.parley.web.desk.Version;
import org.parley.web.door.Route;
import org.parley.web.door.Route.Access;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What is asked of two servers: what there is to read, and what there is to write.
@NullMarked
final class TwinQuestions {

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
          "then",
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

  private final TwinServers twins;
  private final Random random;

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
            some(twins::isSeen).id().value(),
            some(each -> !twins.isSeen(each)).id().value(),
            "2024-06-01",
            "otherwise",
            "1",
            "claims",
            "QP0,QP1");
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
          case "/api/packages/draft" -> route.path() + "?table=" + table();
          case "/api/sequence/slip" -> route.path() + "?ended=" + ended();
          default -> route.path();
        };
    if (path.contains("{id}")) {
      Map<String, Integer> taken = new LinkedHashMap<>();
      for (boolean seen : List.of(true, false)) {
        for (CaseRecord each : twins.records()) {
          String kind = RecordForm.of(each).kind();
          if (twins.isSeen(each) == seen
              && (path.contains("{kind}")
                  || !List.of("points", "claims", "parties", "sources").contains(first(path))
                  || kind.equals(first(path)))
              && taken.merge(kind + seen, 1, Integer::sum)
                  <= (seen && path.contains("{kind}") ? 1 : EACH)) {
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
    return twins.all.viewFor(twins.viewer).columns().stream()
        .map(each -> each.id().value())
        .collect(Collectors.joining("%2C"));
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
    takenBack(form.kind(), fresh.get("record").get("id").stringValue(), questions);
    String version = Version.of(each).value();
    body.put("version", version);
    String one = records + "/" + each.id();
    questions.add(new Question("PUT", one, "application/json", body.toString()));
    ObjectNode wide = body.deepCopy().put("confirmWidening", true);
    ((ObjectNode) wide.get("record")).put("visibility", "public");
    questions.add(new Question("PUT", one, "application/json", wide.toString()));
    wide.remove("confirmWidening");
    questions.add(new Question("PUT", one, "application/json", wide.toString()));
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
    questions.add(Question.json("/api/changes", several.toString()));
    if (each instanceof Item) {
      String decision =
          "{\"decision\": {\"information-only\": \"Nothing new\"}, \"version\": \""
              + version
              + "\"}";
      questions.add(Question.json("/api/items/" + each.id() + "/decision", decision));
    }
    questions.add(
        Question.form(
            "/presence/" + form.kind() + "/" + each.id(), Map.of("_form", window(asker.name()))));
  }

  /// What was just added is taken back, and that as well: by its author, and refused to others.
  private static void takenBack(String kind, String id, List<Question> questions) {
    String change = "/undo/" + id + "/";
    questions.add(Question.get("/record/" + id));
    questions.add(Question.get("/remove/" + kind + "/" + id));
    questions.add(Question.get(change + 1));
    questions.add(Question.json("/api/records/" + kind + "/" + id + "/undo", "{\"why\": \"no\"}"));
    questions.add(Question.get("/history"));
    questions.add(Question.form(change + "last", Map.of("_why", "after all")));
    questions.add(Question.get("/record/" + id));
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
      if (!taken.add((asker.maySave() ? kind : "") + twins.isSeen(each))) {
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
      based.put("_base", base(asker.one(), kind, each.id().value()));
      based.put("_why", "why not");
      questions.add(Question.form("/edit/" + kind + "/" + each.id(), based));
      sendings(asker, each, questions);
      for (Route route : twins.one.server.routes()) {
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
                "{\"record\": {\"speaker\": \"Ann Berg\", \"party\": \"QP0\", \"about\": [\""
                    + id
                    + "\"], \"said\": \"2024-06-01\", \"asserts\": \"agreed\"}}"));
      }
    }
    questions.add(Question.json("/api/texts/{text}/proposals/2/dismiss", "{}"));
    questions.add(Question.get("/api/texts/{text}"));
    for (int proposal = 1; proposal <= 4; proposal++) {
      questions.add(Question.form("/read/{text}/" + proposal + "/accept", Map.of()));
      questions.add(Question.get("/read/{text}"));
    }
    return questions;
  }

  private String base(Team.Client client, String kind, String id) throws Exception {
    String page = twins.answer(client, Question.get("/edit/" + kind + "/" + id)).body();
    var field =
        org.jsoup.Jsoup.parse(
                new String(page.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8))
            .selectFirst("[name=_base]");
    return field == null ? "" : field.hasAttr("value") ? field.attr("value") : field.wholeText();
  }

  private static String first(String path) {
    return path.split("/", 3)[1];
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}

package org.parley.app.history;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.parley.app.history.History.Outcome;
import org.parley.app.history.History.Read;
import org.parley.app.history.History.Write;
import org.parley.app.history.Intent.Edit;
import org.parley.model.PartyId;
import org.parley.model.Viewer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A program that reads and writes at several servers over their interface, and gets in the way of
/// others on purpose: it cites sources others remove, removes sources others cite, changes what
/// others change, and takes back what others build on.
final class Client implements Runnable {

  /// Where there are more records of a kind, they are rather removed than added.
  private static final int MANY = 12;

  /// What the names of sources begin with that one client alone writes.
  static final String OWN = "own-";

  private static final List<String> CONTESTED = List.of("h0", "h1", "h2");
  private static final long REST_NANOS = 20_000_000;
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  private final List<Node> nodes;
  private final String path;
  private final String token;
  private final @Nullable String party;
  private final @Nullable String own;
  private final History history;
  private final AtomicInteger ids;
  private final Random random;
  private final List<String> errors = new ArrayList<>();
  private volatile boolean isOver;

  /// @param path the path of its case, before that of each address
  /// @param party the party of a delegation; absent for a mediator
  /// @param own the one source it changes, which nobody else writes; null if it does all that
  ///   others do
  /// @param ids numbers the writes of all clients
  Client(
      List<Node> nodes,
      String path,
      String token,
      @Nullable String party,
      @Nullable String own,
      History history,
      AtomicInteger ids,
      long seed) {
    this.nodes = nodes;
    this.path = path;
    this.token = token;
    this.party = party;
    this.own = own;
    this.history = history;
    this.ids = ids;
    this.random = new Random(seed);
  }

  /// Has it end after what it is at.
  void end() {
    isOver = true;
  }

  /// Answers that no server may give, whatever fails below it.
  List<String> errors() {
    return List.copyOf(errors);
  }

  private Viewer viewer() {
    return party == null ? new Viewer.Mediator() : new Viewer.Delegation(new PartyId(party));
  }

  @Override
  public void run() {
    while (!isOver) {
      Node node = nodes.get(random.nextInt(nodes.size()));
      Map<String, String> sources = read(node, "sources");
      Map<String, String> claims = read(node, "claims");
      if (sources == null || claims == null) {
        // it is down; others may not be
        LockSupport.parkNanos(REST_NANOS);
        continue;
      }
      if (own != null) {
        change(node, ids.incrementAndGet(), own, sources);
      } else if (party == null) {
        mediate(node, sources, claims);
      } else {
        delegate(node, party, sources);
      }
    }
  }

  private void mediate(Node node, Map<String, String> sources, Map<String, String> claims) {
    int id = ids.incrementAndGet();
    switch (random.nextInt(10)) {
      case 0, 1 -> {
        if (sources.size() < MANY) {
          add(node, id, Edit.add("sources", "s" + id, source("s" + id, id)));
        } else {
          remove(node, id, sources);
        }
      }
      case 2, 3 -> {
        if (claims.size() < MANY) {
          add(node, id, Edit.add("claims", "c" + id, claim("c" + id, "A", any(sources), shown())));
        } else {
          takeBack(node, id);
        }
      }
      case 4, 5 -> remove(node, id, sources);
      case 6, 7 -> change(node, id, sources);
      case 8 -> takeBack(node, id);
      default -> several(node, id, sources);
    }
  }

  /// A delegation adds and corrects what is its own, around what it cannot see.
  private void delegate(Node node, String party, Map<String, String> sources) {
    int id = ids.incrementAndGet();
    String own = party.toLowerCase(java.util.Locale.ROOT) + "-";
    if (random.nextBoolean()) {
      Map<String, String> positions = read(node, "positions");
      String version = positions == null ? null : positions.get(own + "line");
      if (version != null) {
        Edit edit = new Edit("positions", own + "line", version, position(party, own, id));
        change(node, id, edit);
      }
    } else if (sources.size() < MANY + 6) {
      String name = own + "s" + id;
      String seen = random.nextBoolean() ? "\"public\"" : "{\"party\": \"" + party + "\"}";
      String text = source(name, id).replaceFirst("}$", ", \"visibility\": " + seen + "}");
      add(node, id, Edit.add("sources", name, text));
    }
  }

  /// Whether a source is never removed.
  private static boolean isKept(String source) {
    return CONTESTED.contains(source) || source.startsWith(OWN);
  }

  private String any(Map<String, String> records) {
    List<String> all = new ArrayList<>(new TreeMap<>(records).keySet());
    return all.get(random.nextInt(all.size()));
  }

  private String shown() {
    return List.of("\"public\"", "\"mediator\"", "\"delegations\"", "{\"party\": \"A\"}")
        .get(random.nextInt(4));
  }

  static String source(String id, int write) {
    return String.format(
        Locale.ROOT,
        "{\"id\": \"%s\", \"publisher\": \"Gazette\", \"title\": \"By %d\", \"date\": \"2025-03-01\", \"kind\": \"report\", \"reliability\": \"B\", \"language\": \"en\"}",
        id,
        write);
  }

  private static String claim(String id, String party, String source, String visibility) {
    return "{\"id\": \"%s\", \"speaker\": \"Ada\", \"party\": \"%s\", \"said\": \"2025-03-01\", \"source\": \"%s\", \"quote\": \"Agreed\", \"about\": \"p1\", \"asserts\": \"agreed\", \"visibility\": %s}"
        .formatted(id, party, source, visibility);
  }

  private static String position(String party, String own, int write) {
    return String.format(
        Locale.ROOT,
        "{\"id\": \"%sline\", \"party\": \"%s\", \"point\": \"p1\", \"concludes\": \"By %d\", \"visibility\": {\"party\": \"%s\"}, \"illustrative\": true}",
        own,
        party,
        write,
        party);
  }

  private void add(Node node, int id, Edit edit) {
    String body = "{\"record\": " + edit.text() + ", \"why\": \"" + History.reason(id) + "\"}";
    write(node, id, new Intent.Edits(List.of(edit)), "POST", "/api/records/" + edit.kind(), body);
  }

  private void change(Node node, int id, Map<String, String> sources) {
    change(node, id, CONTESTED.get(random.nextInt(CONTESTED.size())), sources);
  }

  private void change(Node node, int id, String which, Map<String, String> sources) {
    String version = sources.get(which);
    if (version != null) {
      change(node, id, new Edit("sources", which, version, source(which, id)));
    }
  }

  private void change(Node node, int id, Edit edit) {
    String body =
        "{\"record\": %s, \"version\": \"%s\", \"why\": \"%s\"}"
            .formatted(edit.text(), edit.version(), History.reason(id));
    write(
        node,
        id,
        new Intent.Edits(List.of(edit)),
        "PUT",
        "/api/records/" + edit.kind() + "/" + edit.id(),
        body);
  }

  private void remove(Node node, int id, Map<String, String> sources) {
    Map<String, String> others = new HashMap<>(sources);
    others.keySet().removeIf(Client::isKept);
    if (others.isEmpty()) {
      return;
    }
    String which = any(others);
    String version = others.get(which);
    write(
        node,
        id,
        new Intent.Edits(List.of(new Edit("sources", which, version, null))),
        "DELETE",
        String.format(
            Locale.ROOT, "/api/records/sources/%s?version=%s&why=%%23%d", which, version, id),
        "");
  }

  /// A new source and a claim that cites it go in with the removal of another source.
  private void several(Node node, int id, Map<String, String> sources) {
    List<Edit> edits = new ArrayList<>();
    String source = "s" + id;
    edits.add(Edit.add("sources", source, source(source, id)));
    edits.add(Edit.add("claims", "c" + id, claim("c" + id, "B", source, shown())));
    StringBuilder body = new StringBuilder("{\"changes\": [");
    for (Edit each : edits) {
      body.append("{\"add\": {\"kind\": \"%s\", \"record\": ".formatted(each.kind()))
          .append(each.text())
          .append("}}, ");
    }
    String gone = any(sources);
    if (!isKept(gone)) {
      edits.add(new Edit("sources", gone, sources.get(gone), null));
      body.append(
          "{\"remove\": {\"id\": \"%s\", \"version\": \"%s\"}}".formatted(gone, sources.get(gone)));
    } else {
      body.setLength(body.length() - 2);
    }
    body.append("], \"why\": \"").append(History.reason(id)).append("\"}");
    write(node, id, new Intent.Edits(edits), "POST", "/api/changes", body.toString());
  }

  private void takeBack(Node node, int id) {
    HttpResponse<String> answer = ask(node, "GET", "/api/entries?limit=30", "");
    if (answer == null || answer.statusCode() != 200) {
      return;
    }
    List<Long> numbers = new ArrayList<>();
    for (JsonNode each : JsonMapper.shared().readTree(answer.body()).get("items")) {
      if (Set.of("claims", "sources").contains(each.get("kind").stringValue())
          && each.get("before").isNull()
          && History.idOf(each.get("why").stringValue()) >= 0) {
        numbers.add(each.get("number").longValue());
      }
    }
    if (!numbers.isEmpty()) {
      long number = numbers.get(random.nextInt(numbers.size()));
      write(
          node,
          id,
          new Intent.TakeBack(number),
          "POST",
          "/api/entries/" + number + "/undo",
          "{\"why\": \"" + History.reason(id) + "\"}");
    }
  }

  private @Nullable Map<String, String> read(Node node, String kind) {
    long invoked = System.nanoTime();
    HttpResponse<String> answer = ask(node, "GET", "/api/records/" + kind + "?limit=1000", "");
    long answered = System.nanoTime();
    if (answer == null || answer.statusCode() != 200) {
      return null;
    }
    Map<String, String> versions = versions(answer.body());
    history.add(new Read(node.name(), viewer(), kind, invoked, answered, versions));
    return versions;
  }

  /// The version of each record in a list of them.
  static Map<String, String> versions(String list) {
    Map<String, String> versions = new HashMap<>();
    for (JsonNode each : JsonMapper.shared().readTree(list).get("items")) {
      versions.put(each.get("id").stringValue(), each.get("version").stringValue());
    }
    return versions;
  }

  private void write(Node node, int id, Intent intent, String method, String path, String body) {
    long invoked = System.nanoTime();
    HttpRequest.Builder request = request(node, method, path, body);
    Outcome outcome;
    int status = 0;
    try {
      HttpResponse<String> answer =
          HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
      status = answer.statusCode();
      note(method, path, answer);
      outcome = outcome(status, answer.body());
    } catch (ConnectException e) {
      outcome = Outcome.NOTHING;
    } catch (IOException e) {
      outcome = Outcome.UNKNOWN;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      outcome = Outcome.UNKNOWN;
    }
    long answered = outcome == Outcome.UNKNOWN ? History.NEVER : System.nanoTime();
    boolean isAtHead = status == 409 && !(intent instanceof Intent.TakeBack);
    history.add(new Write(id, node.name(), intent, invoked, answered, outcome, isAtHead));
  }

  private static Outcome outcome(int status, String body) {
    return switch (status) {
      case 200, 201 -> Outcome.ACKNOWLEDGED;
      case 404, 409, 422 -> Outcome.REFUSED;
      case 503 ->
          body.contains("not known") || body.contains("has done this")
              ? Outcome.UNKNOWN
              : Outcome.NOTHING;
      case 429 -> Outcome.NOTHING;
      default -> Outcome.UNKNOWN;
    };
  }

  /// An answer nobody should get: that something was thought of by nobody.
  private void note(String method, String path, HttpResponse<String> answer) {
    if (!Set.of(200, 201, 404, 409, 422, 429, 503).contains(answer.statusCode())) {
      errors.add(method + " " + path + ": " + answer.statusCode() + " " + answer.body());
    }
  }

  private HttpRequest.Builder request(Node node, String method, String within, String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(node.address() + path + within))
            .timeout(PATIENCE)
            .header("Authorization", "Bearer " + token)
            .method(
                method,
                body.isEmpty()
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body));
    return body.isEmpty() ? request : request.header("Content-Type", "application/json");
  }

  /// Asks; absent where nobody answers.
  @Nullable HttpResponse<String> ask(Node node, String method, String path, String body) {
    try {
      HttpResponse<String> answer =
          HTTP.send(
              request(node, method, path, body).build(), HttpResponse.BodyHandlers.ofString());
      note(method, path, answer);
      return answer;
    } catch (IOException e) {
      return null;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    }
  }
}

package org.parley.app;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.parley.casefile.CaseReader;
import org.parley.casefile.LoadResult;
import org.parley.cli.team.KeepingPlan;
import org.parley.cli.team.ServerPlan;
import org.parley.cli.team.SignInPlan;
import org.parley.model.cases.Case;
import org.parley.notice.NoticePlan;
import org.parley.oidc.OidcPlan;
import org.parley.store.DatabaseAddress;
import org.parley.store.anchor.AnchorPlan;
import org.parley.store.anchor.AnchorSigner;
import org.parley.store.cases.CaseBeginning;
import org.parley.store.cases.CaseRegister;
import org.parley.store.people.AccountEditor;
import org.parley.store.people.Accounts;
import org.parley.store.people.TestAccounts;
import org.parley.web.WebClient;
import org.parley.web.WebServer;
import org.parley.web.view.Visit;

/// A server of many cases, with people and their roles, in a folder or a database of its own.
@NullMarked
public final class CasesWorld implements AutoCloseable {

  static final String PASSWORD = "correct horse battery";
  static final Instant NOON = Instant.parse("2025-12-28T12:00:00Z");
  static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);

  private static final AccountEditor ROOT = new AccountEditor("root", "administrator");

  final CasesTeamServer running;
  private final ServerPlan plan;
  private final Map<String, String> tokens = new LinkedHashMap<>();

  private CasesWorld(ServerPlan plan, Map<String, String> tokens) throws Exception {
    this.plan = plan;
    this.running =
        CasesTeamServer.serve(
            plan, new PrintWriter(new StringWriter()), Map.of(), CLOCK, Duration.ofMinutes(5));
    this.tokens.putAll(tokens);
  }

  /// Another server of the same cases.
  CasesWorld beside() throws Exception {
    return new CasesWorld(plan, tokens);
  }

  /// What is to be on the server.
  public static final class Plan {
    private final Map<String, String> cases = new LinkedHashMap<>();
    private final Map<String, String> people = new LinkedHashMap<>();
    private final List<List<String>> roles = new ArrayList<>();
    private @Nullable OidcPlan oidc;
    private @Nullable AnchorPlan anchors;
    private SignInPlan signIn = SignInPlan.USUAL;
    private @Nullable Path templates;
    private NoticePlan notices = NoticePlan.NONE;

    /// Where notices are sent.
    Plan tells(NoticePlan sent) {
      notices = sent;
      return this;
    }

    /// The institution keeps templates in a folder.
    Plan templates(Path kept) {
      templates = kept;
      return this;
    }

    /// What is asked of those who sign in.
    Plan asks(SignInPlan asked) {
      signIn = asked;
      return this;
    }

    public Plan person(String name) {
      people.put(name, "member");
      return this;
    }

    public Plan administrator(String name) {
      people.put(name, "administrator");
      return this;
    }

    /// Anchors every case that is open, in files of a folder.
    Plan anchors(Path folder) throws Exception {
      Path key = folder.resolveSibling("anchor.key");
      AnchorSigner.create(key);
      anchors = new AnchorPlan(folder, key, Duration.ofHours(24), null);
      return this;
    }

    /// A case, by its title; its first mediator is `root` who then leaves it.
    public Plan hosts(String id, String yaml) {
      cases.put(id, yaml);
      return this;
    }

    public Plan role(String id, String name, String role, String party) {
      roles.add(List.of(id, name, role, party));
      return this;
    }

    /// People sign in by an OpenID provider too.
    Plan servedWith(OidcPlan provider) {
      oidc = provider;
      return this;
    }

    public CasesWorld serve(Path folder) throws Exception {
      PreparedCases prepared = PreparedCases.inFiles(this);
      return serve(prepared.copyTo(folder), prepared.tokens());
    }

    /// In a database of its own, on the PostgreSQL server of this JVM.
    CasesWorld serveOnPostgres() throws Exception {
      PreparedCases prepared = PreparedCases.onPostgres(this);
      return serve(prepared.copyOnPostgres(), prepared.tokens());
    }

    CasesWorld serve(DatabaseAddress place) throws Exception {
      return serve(place, fill(place));
    }

    /// What is in the databases; other plans may serve the same in another way.
    List<Object> contents() {
      return List.of(Map.copyOf(cases), Map.copyOf(people), List.copyOf(roles));
    }

    /// Makes the databases; answers the token of each case.
    Map<String, String> fill(DatabaseAddress place) throws Exception {
      Map<String, String> tokens = new LinkedHashMap<>();
      try (CaseRegister register = CaseRegister.at(place)) {
        TestAccounts.put(register.people(), "root", "administrator", null, PASSWORD, NOON);
        people.forEach(
            (name, role) -> TestAccounts.put(register.people(), name, role, null, PASSWORD, NOON));
        for (Map.Entry<String, String> each : cases.entrySet()) {
          String trouble =
              CaseBeginning.begin(
                  register, each.getKey(), caseOf(each.getValue()), "root", ROOT, "Begun.", NOON);
          if (!trouble.isEmpty()) {
            throw new AssertionError(trouble);
          }
          try (Accounts own = Accounts.existing(register.addressOf(each.getKey()))) {
            own.removeAll(ROOT, NOON);
            give(own, each.getKey());
            tokens.put(
                each.getKey(),
                own.makeToken(ROOT, "program", "observer", null, NOON, NOON.plusSeconds(86_400)));
          }
        }
      }
      return tokens;
    }

    private CasesWorld serve(DatabaseAddress place, Map<String, String> tokens) throws Exception {
      ServerPlan asking = TestPlan.with(TestPlan.with(plan(place), signIn), oidc);
      ServerPlan anchoring = TestPlan.with(asking, new KeepingPlan(null, anchors));
      ServerPlan telling = TestPlan.with(anchoring, notices);
      return new CasesWorld(TestPlan.withTemplates(telling, templates), tokens);
    }

    private void give(Accounts own, String id) {
      for (List<String> each : roles) {
        if (each.getFirst().equals(id)) {
          String party = each.get(3);
          own.addMember(ROOT, each.get(1), each.get(2), party.isEmpty() ? null : party, NOON);
        }
      }
    }
  }

  static ServerPlan plan(DatabaseAddress place) {
    return TestPlan.ofManyCases(
        place, TestPlan.listening(0, "", List.of("parley.example.org"), false));
  }

  static Case caseOf(String yaml) {
    return switch (CaseReader.read(Map.of("a.yaml", yaml))) {
      case LoadResult.Loaded loaded -> loaded.contents();
      case LoadResult.Rejected rejected -> throw new AssertionError(rejected);
    };
  }

  /// A small case between two parties.
  public static String river(String title, String word) {
    return """
        case:
          title: %s
        parties:
          - id: A
            name: Upper
            kind: state
          - id: B
            name: Lower
            kind: state
        instruments:
          - id: treaty
            title: Treaty
            kind: treaty
            signatories: [A, B]
        points:
          - id: dam
            number: "1"
            instrument: treaty
            title: The %s dam
        """
        .formatted(title, word);
  }

  /// Where its cases lie.
  DatabaseAddress place() {
    return plan.database();
  }

  /// The server.
  public WebServer server() {
    return running.server();
  }

  /// A token of a case, for a program.
  public String token(String id) {
    return Objects.requireNonNull(tokens.get(id));
  }

  /// A browser without a session.
  public WebClient nobody() {
    return new WebClient(running.server());
  }

  /// A browser in a session of somebody, without the cost of checking a password.
  public WebClient as(String name) {
    WebClient client = nobody();
    client.cookie = "parley=" + running.register().people().begin(name, NOON);
    client.get("/");
    return client;
  }

  /// A program with a token.
  WebClient program(@Nullable String token) {
    WebClient client = nobody();
    client.bearer = token;
    return client;
  }

  /// Sends a form of a page, as a browser does that has loaded it.
  static HttpResponse<String> submit(
      WebClient client, String page, String to, Map<String, String> fields) {
    Element token =
        Jsoup.parse(client.get(page).body()).selectFirst("input[name=" + Visit.TOKEN_FIELD + "]");
    Map<String, String> all = new LinkedHashMap<>(fields);
    all.put(Visit.TOKEN_FIELD, token == null ? "" : token.val());
    return client.form(to, all);
  }

  @Override
  public void close() {
    running.close();
  }
}

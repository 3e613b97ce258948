package org.parley.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.parley.answer.AnswerJson;
import org.parley.casefile.start.BuiltInTemplate;
import org.parley.casefile.start.CaseTemplate;
import org.parley.casefile.start.NewCase;
import org.parley.casefile.start.StartFault;
import org.parley.operate.StatusBoard;
import org.parley.store.nodes.NodeStatus;
import org.parley.store.people.Account;
import org.parley.store.people.AccountEditor;
import org.parley.web.access.AccountAuthenticator;
import org.parley.web.access.Authenticator;
import org.parley.web.access.RequestGuard;
import org.parley.web.access.Route;
import org.parley.web.access.Route.Access;
import org.parley.web.access.Route.Kind;
import org.parley.web.access.Routes;
import org.parley.web.api.ServerLines;
import org.parley.web.api.line.Download;
import org.parley.web.cases.CaseAsker;
import org.parley.web.cases.CasesAnswer;
import org.parley.web.cases.CasesFeed;
import org.parley.web.cases.CasesPage;
import org.parley.web.cases.FindPage;
import org.parley.web.cases.HostedCases;
import org.parley.web.cases.ListedCases;
import org.parley.web.cases.ServerAddress;
import org.parley.web.cases.ServerAdministration;
import org.parley.web.cases.ServerAdministration.ActionOutcome;
import org.parley.web.cases.ServerPage;
import org.parley.web.cases.ServerPeoplePage;
import org.parley.web.nodes.NodeList;
import org.parley.web.oidc.Connections;
import org.parley.web.oidc.Connections.ConnectionOutcome;
import org.parley.web.operate.StatusAnswer;
import org.parley.web.operate.StatusPage;
import org.parley.web.service.Role;
import org.parley.web.service.Visitor;
import org.parley.web.view.Address;
import org.parley.web.view.ConnectedPeople;
import org.parley.web.view.Link;
import org.parley.web.view.Query;
import org.parley.web.view.Say;
import org.parley.wording.Language;

/// The pages of a server of many cases: which one may see, what is found in them, and what its
/// administrators do. An administrator comes as a mediator of nothing.
final class ServerRoutes {

  private static final String BEARER = "Bearer ";
  private static final String JSON = "application/json; charset=utf-8";

  /// How much is repeated of a name that nothing has.
  private static final int LONGEST_WORD = 60;

  private final HostedCases hosted;
  private final ListedCases lines;
  private final CasesFeed feed;
  private final ServerAdministration administration;
  private final Supplier<List<NodeStatus>> nodes;
  private final StatusBoard status;
  private final AccountAuthenticator authenticator;
  private final Templates templates;
  private final Connections connections;

  ServerRoutes(
      HostedCases hosted,
      ListedCases lines,
      CasesFeed feed,
      ServerAdministration administration,
      Supplier<List<NodeStatus>> nodes,
      StatusBoard status,
      AccountAuthenticator authenticator,
      Templates templates) {
    this.hosted = hosted;
    this.lines = lines;
    this.feed = feed;
    this.administration = administration;
    this.nodes = nodes;
    this.status = status;
    this.authenticator = authenticator;
    this.templates = templates;
    this.connections = new Connections(authenticator);
  }

  void addTo(Routes routes) {
    get(routes, ServerAddress.CASES, Access.READ, Kind.PAGE, "the cases", this::cases);
    routes.add(
        new Route(
            "GET",
            Address.FEED.path(),
            Access.READ,
            Kind.FILE,
            "what waits, is due and has changed in the cases, as an Atom feed"),
        (ctx, visitor) -> send(ctx, asker(ctx, visitor)));
    routes.add(
        new Route(
            "GET",
            Address.SECRET_FEED.path(),
            Access.ADDRESS,
            Kind.FILE,
            "the same, at a secret address"),
        (ctx, visitor) -> send(ctx, CaseAsker.person(visitor.name())));
    get(routes, ServerAddress.FIND, Access.READ, Kind.PAGE, "a search in all cases", this::find);
    routes.add(ServerLines.CASES.route(), this::casesForPrograms);
    routes.add(ServerLines.FIND.route(), this::findForPrograms);
    routes.add(
        ServerLines.DOCUMENT.route(),
        (ctx, _) -> ctx.contentType(JSON).result(ServerLines.bytes()));
    get(
        routes,
        ServerAddress.SERVER,
        Access.MEDIATE,
        Kind.PAGE,
        "the cases, for administrators",
        (ctx, _) -> showServer(ctx, ActionOutcome.DONE));
    get(
        routes,
        ServerAddress.SERVER_STATUS,
        Access.MEDIATE,
        Kind.PAGE,
        "how the server is",
        (ctx, _) ->
            templates.show(
                ctx, "people/status", new StatusPage("Parley", StatusAnswer.of(status.look()))));
    routes.add(ServerLines.STATUS.route(), (ctx, _) -> json(ctx, StatusAnswer.of(status.look())));
    post(routes, ServerAddress.SERVER, "begins a case", this::create);
    post(routes, ServerAddress.SERVER_CASE, "archives or restores a case", this::changeCase);
    get(
        routes,
        ServerAddress.SERVER_PEOPLE,
        Access.MEDIATE,
        Kind.PAGE,
        "the accounts, for administrators",
        (ctx, visitor) -> showPeople(ctx, visitor, ActionOutcome.DONE, OneTimeNote.NOTHING));
    post(routes, ServerAddress.SERVER_PEOPLE, "adds an account", this::addPerson);
    post(routes, ServerAddress.SERVER_PERSON, "changes an account", this::changePerson);
  }

  private static void get(
      Routes routes,
      ServerAddress address,
      Access access,
      Kind kind,
      String shows,
      Routes.Handler handler) {
    routes.add(new Route("GET", address.path(), access, kind, shows), handler);
  }

  private static void post(
      Routes routes, ServerAddress address, String does, Routes.Handler handler) {
    routes.add(new Route("POST", address.path(), Access.MEDIATE, Kind.PAGE, does), handler);
  }

  private static CaseAsker asker(Context ctx, Visitor visitor) {
    String authorization = ctx.header("Authorization");
    return authorization == null
        ? CaseAsker.person(visitor.name())
        : CaseAsker.program(authorization.substring(BEARER.length()).strip());
  }

  private void cases(Context ctx, Visitor visitor) {
    templates.show(
        ctx,
        "cases/list",
        new CasesPage(lines.list(asker(ctx, visitor)), visitor.role() == Role.MEDIATOR));
  }

  private void send(Context ctx, CaseAsker asker) {
    FeedRoutes.send(
        ctx, Download.FEED, feed.of(asker, RequestGuard.origin(ctx), ctx.path()).text());
  }

  private void casesForPrograms(Context ctx, Visitor visitor) {
    json(ctx, new CasesAnswer(lines.list(asker(ctx, visitor))));
  }

  private FindPage found(Context ctx, Visitor visitor) {
    String words = Objects.requireNonNullElse(new Query(ctx.queryParamMap()).text("q"), "");
    return FindPage.of(hosted, asker(ctx, visitor), words);
  }

  private void find(Context ctx, Visitor visitor) {
    templates.show(ctx, "cases/find", found(ctx, visitor));
  }

  private void findForPrograms(Context ctx, Visitor visitor) {
    json(ctx, found(ctx, visitor).answer());
  }

  private static void json(Context ctx, Object answer) {
    ctx.contentType(JSON).result(AnswerJson.bytes(answer));
  }

  private static String given(Context ctx, String field) {
    return Objects.requireNonNullElse(ctx.formParam(field), "").strip();
  }

  /// The template that was chosen; null if none of the list was.
  private @Nullable CaseTemplate template(Context ctx) {
    String word = given(ctx, "template");
    return administration
        .templates()
        .find(word.isEmpty() ? BuiltInTemplate.PEACE_FRAMEWORK.word() : word)
        .orElse(null);
  }

  private NewCase typed(Context ctx) {
    return new NewCase(
        given(ctx, "title"),
        Objects.requireNonNullElse(template(ctx), BuiltInTemplate.PEACE_FRAMEWORK),
        Language.find(given(ctx, "language")).orElse(Language.current()),
        given(ctx, "parties").lines().toList());
  }

  private void showServer(Context ctx, ActionOutcome came) {
    if (!came.isDone()) {
      ctx.status(HttpStatus.UNPROCESSABLE_CONTENT);
    }
    templates.show(
        ctx,
        "cases/server",
        new ServerPage(
            administration.cases(),
            new NodeList(nodes.get()),
            administration.people().stream().map(Account::name).toList(),
            administration.templates(),
            came.isDone() ? "" : given(ctx, "id"),
            typed(ctx),
            given(ctx, "mediator"),
            came.trouble()));
  }

  private void create(Context ctx, Visitor visitor) {
    String word = given(ctx, "template");
    ActionOutcome came =
        template(ctx) == null
            ? new ActionOutcome(
                Say.complaint(
                    StartFault.Plain.NO_SUCH_TEMPLATE,
                    word.substring(0, Math.min(word.length(), LONGEST_WORD))))
            : administration.create(
                visitor.name(), given(ctx, "id"), typed(ctx), given(ctx, "mediator"));
    after(ctx, came, ServerAddress.SERVER, visitor);
  }

  private void changeCase(Context ctx, Visitor visitor) {
    String id = ctx.pathParam("id");
    ActionOutcome came =
        switch (given(ctx, "_do")) {
          case "archive" -> administration.archive(id, true);
          case "restore" -> administration.archive(id, false);
          case "mediator" ->
              administration.nameMediator(visitor.name(), id, given(ctx, "mediator"));
          default -> nothing();
        };
    after(ctx, came, ServerAddress.SERVER, visitor);
  }

  private static ActionOutcome nothing() {
    return new ActionOutcome("That is nothing that can be done here. Maybe use the page.");
  }

  private void after(Context ctx, ActionOutcome came, ServerAddress page, Visitor visitor) {
    if (came.isDone()) {
      ctx.redirect(page.link(), HttpStatus.SEE_OTHER);
    } else if (page == ServerAddress.SERVER) {
      showServer(ctx, came);
    } else {
      showPeople(ctx, visitor, came, OneTimeNote.NOTHING);
    }
  }

  /// Words of an answer that no later page repeats.
  ///
  /// @param link a new link to a password; empty for none
  /// @param sent the address it was sent to; empty for none
  /// @param done what was done, in words; empty for nothing
  private record OneTimeNote(String link, String sent, String done) {
    static final OneTimeNote NOTHING = new OneTimeNote("", "", "");
  }

  private void showPeople(Context ctx, Visitor visitor, ActionOutcome came, OneTimeNote note) {
    if (!came.isDone()) {
      ctx.status(HttpStatus.UNPROCESSABLE_CONTENT);
    }
    templates.show(
        ctx,
        "cases/people",
        new ServerPeoplePage(
            administration.people(),
            administration.sessions(),
            administration.withFactor(),
            administration.passkeys(),
            note.link,
            note.sent,
            administration.mailsLinks(),
            came.isDone() ? "" : given(ctx, "name"),
            note.done,
            came.trouble(),
            new ConnectedPeople(
                connections.provider(),
                connections.subjects(),
                connections.providerOf(visitor.name()).isEmpty())));
  }

  /// Shows a new link to a password, once.
  private void showLink(Context ctx, Visitor visitor, String name) {
    String secret = administration.makeLink(visitor.name(), name).orElse(null);
    if (secret == null) {
      showPeople(ctx, visitor, nothing(), OneTimeNote.NOTHING);
      return;
    }
    String mail = given(ctx, "mail");
    boolean isSent = !mail.isEmpty() && administration.mail(mail, secret);
    showPeople(
        ctx,
        visitor,
        ActionOutcome.DONE,
        new OneTimeNote(
            RequestGuard.origin(ctx) + Link.to(Address.PASSWORD_LINK, secret),
            isSent ? mail : "",
            ""));
  }

  private void invite(Context ctx, Visitor visitor) {
    String name = given(ctx, "name");
    ActionOutcome came =
        administration.invite(visitor.name(), name, !given(ctx, "administrator").isEmpty());
    if (came.isDone()) {
      showLink(ctx, visitor, name);
    } else {
      showPeople(ctx, visitor, came, OneTimeNote.NOTHING);
    }
  }

  private void addPerson(Context ctx, Visitor visitor) {
    if (given(ctx, "_do").equals("invite")) {
      invite(ctx, visitor);
      return;
    }
    ActionOutcome came =
        administration.addPerson(
            visitor.name(),
            given(ctx, "name"),
            !given(ctx, "administrator").isEmpty(),
            Objects.requireNonNullElse(ctx.formParam("password"), ""));
    after(ctx, came, ServerAddress.SERVER_PEOPLE, visitor);
  }

  /// Administrators confirm with their own password: an unattended session would otherwise be
  /// enough to take over any account.
  private ActionOutcome confirm(Context ctx, Visitor visitor) {
    Authenticator.Caller caller = authenticator.caller(ctx);
    String own = Objects.requireNonNullElse(ctx.formParam("own"), "");
    long wait = authenticator.checkOwn(caller, visitor.name(), own);
    return !caller.bySession() || wait != 0
        ? new ActionOutcome(Say.text("cases.own.wrong", "seconds", Math.max(0, wait)))
        : ActionOutcome.DONE;
  }

  private ActionOutcome setPassword(Context ctx, Visitor visitor, String name) {
    ActionOutcome own = confirm(ctx, visitor);
    return own.isDone()
        ? administration.setPassword(
            visitor.name(), name, Objects.requireNonNullElse(ctx.formParam("password"), ""))
        : own;
  }

  private void connect(Context ctx, Visitor visitor, String name) {
    AccountEditor by = new AccountEditor(visitor.name(), ServerAdministration.ADMINISTRATOR);
    ConnectionOutcome outcome =
        given(ctx, "_do").equals("connect")
            ? connections.connect(
                by,
                authenticator.caller(ctx),
                name,
                given(ctx, "subject").strip(),
                Objects.requireNonNullElse(ctx.formParam("own"), ""))
            : connections.disconnect(by, name);
    showPeople(
        ctx,
        visitor,
        new ActionOutcome(outcome.trouble()),
        new OneTimeNote("", "", outcome.done()));
  }

  private ActionOutcome removeFactor(Context ctx, Visitor visitor, String name) {
    ActionOutcome own = confirm(ctx, visitor);
    return own.isDone()
        ? administration.removeFactor(visitor.name(), name, given(ctx, "passkey"))
        : own;
  }

  private void changePerson(Context ctx, Visitor visitor) {
    String name = ctx.pathParam("id");
    if (List.of("connect", "disconnect").contains(given(ctx, "_do"))) {
      connect(ctx, visitor, name);
      return;
    }
    if (given(ctx, "_do").equals("link")) {
      ActionOutcome own = confirm(ctx, visitor);
      if (own.isDone()) {
        showLink(ctx, visitor, name);
      } else {
        showPeople(ctx, visitor, own, OneTimeNote.NOTHING);
      }
      return;
    }
    ActionOutcome came =
        switch (given(ctx, "passkey").isEmpty() ? given(ctx, "_do") : "factor") {
          case "administrator" -> administration.changeRole(visitor.name(), name, true);
          case "member" -> administration.changeRole(visitor.name(), name, false);
          case "password" -> setPassword(ctx, visitor, name);
          case "factor" -> removeFactor(ctx, visitor, name);
          case "end-session" -> administration.endSession(name, given(ctx, "session"));
          case "sign-out" -> administration.signOut(name);
          case "remove" -> administration.remove(visitor.name(), name);
          default -> nothing();
        };
    after(ctx, came, ServerAddress.SERVER_PEOPLE, visitor);
  }
}

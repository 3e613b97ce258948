package org.parley.web.access;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.parley.model.PartyId;
import org.parley.operate.ServerLog;
import org.parley.web.access.Route.Access;
import org.parley.web.access.Route.Kind;
import org.parley.web.service.Rights;
import org.parley.web.service.Role;
import org.parley.web.service.Visitor;
import org.parley.web.view.Address;
import org.parley.web.view.BadQuery;
import org.parley.web.view.Link;
import org.parley.web.view.NotOnRecord;
import org.parley.web.view.RoleForbidden;
import org.parley.web.view.Visit;
import org.parley.web.view.Visit.OtherView;
import org.parley.web.view.Visit.ViewChoice;
import org.parley.wording.Language;
import org.parley.wording.Messages;

/// The table of all routes. An unlisted route is not answered, and access is checked before a
/// handler runs.
public final class Routes {

  /// Answers a request.
  public interface Handler {
    void handle(Context ctx, Visitor visitor) throws Exception;
  }

  /// Responses without content.
  public interface ErrorResponses {

    /// Sign-in is required.
    void signIn(Context ctx, Route route);

    /// It is not for this visitor.
    void forbidden(Context ctx, Route route);

    /// The token reads only.
    void readsOnly(Context ctx, Route route);

    /// The case is archived.
    void archived(Context ctx, Route route);

    /// It did not come from a page of this server.
    void foreign(Context ctx, Route route);

    /// It carries something that no page of this server sends.
    void unreadable(Context ctx, Route route);

    /// They ask too much.
    void tooFast(Context ctx, Route route);

    /// There is no such secret address.
    ///
    /// @param waitSeconds how long to wait after too many wrong ones; 0 for not at all
    void noAddress(Context ctx, Route route, long waitSeconds);

    /// The question cannot be read.
    void badQuery(Context ctx, Route route, BadQuery e);

    /// There is no such thing.
    void notOnRecord(Context ctx, Route route, NotOnRecord e);

    /// The database does not answer.
    void away(Context ctx, Route route);

    /// Something is broken.
    void failed(Context ctx, Route route, Exception e);
  }

  /// The parameter of a path that is the secret of its address.
  public static final String SECRET = "secret";

  /// The attribute of a request that has its route.
  public static final String ROUTE = "parley.route";

  /// The attribute of a request that has the account it came from, if any.
  public static final String ACCOUNT = "parley.account";

  /// The addresses that an archived case still takes: nothing of it changes.
  private static final Set<String> STILL_TAKEN =
      Set.of(
          Address.LANGUAGE.path(),
          Address.SEE_AS.path(),
          Address.SIGN_IN.path(),
          Address.SIGN_IN_CODE.path(),
          Address.SIGN_IN_ENROL.path(),
          Address.SIGN_IN_PASSKEY.path(),
          Address.SIGN_IN_CHALLENGE.path(),
          Address.PASSWORD_LINK.path(),
          Address.SIGN_OUT.path(),
          Address.ACCOUNT.path(),
          Address.OWN_FACTOR.path(),
          Address.OWN_PASSKEYS.path(),
          Address.OWN_CHALLENGE.path(),
          Address.OWN_SESSIONS.path(),
          Address.CREDENTIAL_CHANGES.path());

  private static final String ANSWERED = "parley.answered";

  private final RoutesConfig javalin;
  private final Authenticator authenticator;
  private final RequestGuard gate;
  private final ErrorResponses refusals;
  private final BooleanSupplier isStale;
  private final ToIntFunction<Visitor> waiting;
  private final Function<Visitor, List<OtherView>> views;
  private final Languages languages;
  private final List<Route> table = new ArrayList<>();

  /// @param isStale whether the case is shown as it was read last, since the database does not
  ///   answer
  /// @param waiting how many things wait for a visitor; asked once for each page that is made
  /// @param views the views of others that a mediator may look at
  /// @param languages in which language a request is answered
  public Routes(
      RoutesConfig javalin,
      Authenticator authenticator,
      RequestGuard gate,
      ErrorResponses refusals,
      BooleanSupplier isStale,
      ToIntFunction<Visitor> waiting,
      Function<Visitor, List<OtherView>> views,
      Languages languages) {
    this.javalin = javalin;
    this.authenticator = authenticator;
    this.gate = gate;
    this.refusals = refusals;
    this.isStale = isStale;
    this.waiting = waiting;
    this.views = views;
    this.languages = languages;
  }

  /// Adds a page for every reader of the case.
  public void page(Address address, String shows, Handler handler) {
    add(new Route("GET", address.path(), Access.READ, Kind.PAGE, shows), handler);
  }

  /// Adds a route. HEAD responds as GET, without content.
  public void add(Route route, Handler handler) {
    table.add(route);
    add(HandlerType.findOrCreate(route.method()), route, handler);
    if (route.method().equals("GET")) {
      Handler head = (ctx, _) -> ctx.contentType("text/event-stream");
      add(HandlerType.HEAD, route, route.kind() == Kind.STREAM ? head : handler);
    }
  }

  /// Adds a route for programs that watch the server. It is answered under every name of the server
  /// and at any rate, and nothing of the request is looked at.
  public void addForProbes(Route route, Consumer<Context> handler) {
    table.add(route);
    for (HandlerType each : List.of(HandlerType.GET, HandlerType.HEAD)) {
      javalin.addHttpHandler(
          each,
          authenticator.basePath() + route.path(),
          ctx -> {
            ctx.attribute(ANSWERED, true);
            ctx.req().setAttribute(ROUTE, route);
            handler.accept(ctx);
          });
    }
  }

  private void add(HandlerType method, Route route, Handler handler) {
    javalin.addHttpHandler(
        method,
        authenticator.basePath() + route.path(),
        ctx -> {
          ctx.attribute(ANSWERED, true);
          ctx.req().setAttribute(ROUTE, route);
          answer(route, handler, ctx);
        });
  }

  /// Whether the address of a request is in a table.
  public static boolean isAnswered(Context ctx) {
    return ctx.attribute(ANSWERED) != null;
  }

  /// Every line.
  public List<Route> table() {
    return List.copyOf(table);
  }

  private void answer(Route route, Handler handler, Context ctx) {
    ScopedValue.where(Language.CURRENT, languages.of(ctx, route.path()))
        .where(Link.BASE, authenticator.base())
        .where(ServerLog.REQUEST, RequestId.of(ctx))
        .run(() -> answerIn(route, handler, ctx));
  }

  private void answerIn(Route route, Handler handler, Context ctx) {
    boolean isForAll = route.access() == Access.EVERYONE;
    // Public resources need no database.
    Optional<Authenticator.Guest> guest =
        switch (route.access()) {
          case EVERYONE -> Optional.empty();
          case PUBLIC ->
              Optional.of(new Authenticator.Guest(Visitor.anyone(), Authenticator.ANYONE, true));
          case ADDRESS -> authenticator.admitAddress(ctx, ctx.pathParam(SECRET));
          case READ, WRITE, CLAIM, MEDIATE -> authenticator.admit(ctx);
        };
    Visitor own = guest.map(Authenticator.Guest::visitor).orElseGet(Visitor::anyone);
    if (guest.isPresent() && own.role() != Role.PUBLIC) {
      ctx.req().setAttribute(ACCOUNT, own.name());
    }
    ViewChoice choice = viewChoice(ctx, guest);
    Visitor visitor = ViewSwitch.visitor(own, choice);
    String session =
        guest
            .map(Authenticator.Guest::session)
            .orElseGet(() -> isForAll ? authenticator.session(ctx) : Authenticator.ANYONE);
    boolean byForm = guest.map(Authenticator.Guest::byForm).orElse(true);
    Visit visit =
        new Visit(
            visitor.name(),
            shownAs(visitor),
            authenticator.isLocal(),
            guest.isPresent() && visitor.role() != Role.PUBLIC,
            visitor.maySave() && !authenticator.isReadOnly(),
            visitor.role() == Role.MEDIATOR,
            authenticator.isReadOnly() ? Visit.NOTHING : Rights.of(visitor),
            byForm ? gate.token(session) : "",
            isStale,
            once(() -> choice.isOther() ? 0 : waiting.applyAsInt(visitor)),
            choice,
            byForm
                && guest.isPresent()
                && !authenticator.isLocal()
                && !authenticator.isReadOnly()
                && visitor.meets());
    ScopedValue.where(Visit.CURRENT, visit)
        .run(
            () -> {
              admitted(route, handler, ctx, guest, visitor, session);
              if (route.access() == Access.ADDRESS) {
                guest.ifPresent(_ -> authenticator.noteAddress(ctx, own, route));
              } else if (!isForAll && !isSecret(route) && !isBeat(route)) {
                authenticator.note(ctx, own);
              }
            });
  }

  /// In which view a request is answered. A mediator in a browser may choose that of others.
  private ViewChoice viewChoice(Context ctx, Optional<Authenticator.Guest> guest) {
    return guest
        .filter(each -> each.byForm() && each.visitor().role() == Role.MEDIATOR)
        .map(each -> ViewSwitch.of(ctx, () -> views.apply(each.visitor())))
        .orElse(ViewChoice.OWN);
  }

  /// Whether a request only says that a page is still open: the page itself stands in the audit.
  private static boolean isBeat(Route route) {
    return route.path().equals(Address.PRESENT.path());
  }

  /// A number that is asked for once.
  private static IntSupplier once(IntSupplier number) {
    OptionalInt[] known = {OptionalInt.empty()};
    return () -> {
      if (known[0].isEmpty()) {
        known[0] = OptionalInt.of(number.getAsInt());
      }
      return known[0].getAsInt();
    };
  }

  /// Whether an access is left out of the audit and the log: mediators read it. An answer in a
  /// round would show there too early, and so would a decision not to ask for an improvement.
  public static boolean isSecret(Route route) {
    return isSecret(route.path());
  }

  /// The same of the path of a page, without the base path.
  public static boolean isSecret(String path) {
    return Stream.of(Address.ROUNDS.path(), Address.WAITING.path(), "/api/rounds", "/api/waiting")
        .anyMatch(path::startsWith);
  }

  private void admitted(
      Route route,
      Handler handler,
      Context ctx,
      Optional<Authenticator.Guest> guest,
      Visitor visitor,
      String session) {
    if (authenticator.isTooFast(ctx, guest)) {
      refusals.tooFast(ctx, route);
      return;
    }
    if (guest.isEmpty() && route.access() == Access.ADDRESS) {
      refusals.noAddress(ctx, route, authenticator.addressWaitSeconds(ctx));
      return;
    }
    if (guest.isEmpty() && route.access() != Access.EVERYONE) {
      refusals.signIn(ctx, route);
      return;
    }
    if (!mayAsk(route.access(), visitor) || changesInAnotherView(route)) {
      refusals.forbidden(ctx, route);
      return;
    }
    if (route.access() != Access.EVERYONE && !authenticator.canNote()) {
      refusals.away(ctx, route);
      return;
    }
    if (RequestGuard.hasParts(ctx)) {
      refusals.unreadable(ctx, route);
      return;
    }
    if (!route.isSafe() && !isOwn(ctx, guest, session)) {
      refusals.foreign(ctx, route);
      return;
    }
    if (!route.isSafe() && authenticator.isReadOnly() && !STILL_TAKEN.contains(route.path())) {
      refusals.archived(ctx, route);
      return;
    }
    if (!route.isSafe() && route.access() != Access.EVERYONE && !authenticator.mayChange(ctx)) {
      refusals.readsOnly(ctx, route);
      return;
    }
    try {
      handler.handle(ctx, visitor);
    } catch (BadQuery e) {
      refusals.badQuery(ctx, route, e);
    } catch (NotOnRecord e) {
      refusals.notOnRecord(ctx, route, e);
    } catch (RoleForbidden e) {
      refusals.forbidden(ctx, route);
    } catch (Exception e) {
      refusals.failed(ctx, route, e);
    }
  }

  /// In the view of others, nothing is changed but what an archived case takes too.
  private static boolean changesInAnotherView(Route route) {
    return !route.isSafe()
        && Visit.current().viewChoice().isOther()
        && !STILL_TAKEN.contains(route.path());
  }

  private boolean isOwn(Context ctx, Optional<Authenticator.Guest> guest, String session) {
    if (guest.isPresent() && !guest.get().byForm()) {
      return RequestGuard.isSameSite(ctx);
    }
    return gate.isOwn(ctx, session);
  }

  private static boolean mayAsk(Access access, Visitor visitor) {
    return switch (access) {
      case EVERYONE, PUBLIC, ADDRESS, READ -> true;
      case WRITE -> visitor.maySave();
      case CLAIM -> visitor.mayClaim();
      case MEDIATE -> visitor.role() == Role.MEDIATOR;
    };
  }

  private static String shownAs(Visitor visitor) {
    PartyId party =
        visitor.role() == Role.MEDIATOR || visitor.role() == Role.PUBLIC ? null : visitor.party();
    return Messages.current()
        .text(
            "frame.shown-as",
            "who",
            new Messages.Select(
                party != null ? "party" : visitor.role() == Role.MEDIATOR ? "mediator" : "public"),
            "party",
            party == null ? "" : party);
  }
}

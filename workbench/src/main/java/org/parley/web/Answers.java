package org.parley.web;

import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpException;
import org.jspecify.annotations.Nullable;
import org.parley.operate.LogFields;
import org.parley.operate.RequestEnd;
import org.parley.operate.ServerLog;
import org.parley.store.JournalAwayException;
import org.parley.store.JournalWriteException;
import org.parley.web.access.Authenticator;
import org.parley.web.access.Route;
import org.parley.web.access.Route.Kind;
import org.parley.web.access.Routes;
import org.parley.web.api.line.Acceptable;
import org.parley.web.service.CaseLoading;
import org.parley.web.view.Address;
import org.parley.web.view.BadQuery;
import org.parley.web.view.ErrorPage;
import org.parley.web.view.Link;
import org.parley.web.view.NotOnRecord;
import org.parley.web.view.ProblemAnswer;
import org.parley.web.view.ProblemCode;
import org.parley.web.view.StillReadingPage;
import org.parley.web.view.TemporarilyUnavailable;

/// Error responses: a page for people, JSON for programs, without information the requester may not
/// have.
final class Answers implements Routes.ErrorResponses {

  /// The most bytes of an oversized body that are read and discarded.
  private static final long LONGEST_FORGOTTEN = 64 << 20;

  private final Templates templates;
  private final Authenticator authenticator;

  Answers(Templates templates, Authenticator authenticator) {
    this.templates = templates;
    this.authenticator = authenticator;
  }

  /// Answers with a problem, whether or not the request came to a route.
  void error(Context ctx, Kind kind, ErrorPage page) {
    ctx.status(page.status());
    inPresent(
        () -> {
          boolean isData =
              switch (kind) {
                case DATA, STREAM -> true;
                case FILE -> !Acceptable.isForPerson(ctx.header("Accept"));
                case PAGE -> false;
              };
          if (isData) {
            ProblemAnswer.of(page.code(), page.title(), page.message(), page.advice()).show(ctx);
          } else {
            templates.showInEnglish(ctx, "error", page);
          }
        });
  }

  private void inPresent(Runnable answer) {
    ScopedValue.where(Link.BASE, authenticator.base()).run(answer);
  }

  @Override
  public void signIn(Context ctx, Route route) {
    Optional<String> why = authenticator.whyNot(ctx);
    if (why.isPresent()) {
      challenge(ctx);
      error(
          ctx,
          route.kind(),
          new ErrorPage(
              ProblemCode.TOKEN_EXPIRED,
              "The token has expired",
              why.get(),
              "Maybe ask the mediator for a new one."));
      return;
    }
    if (route.kind() == Kind.PAGE && route.isSafe()) {
      ctx.redirect(Link.to(Address.SIGN_IN), HttpStatus.SEE_OTHER);
      return;
    }
    challenge(ctx);
    error(
        ctx,
        route.kind(),
        new ErrorPage(
            ProblemCode.SIGNED_OUT,
            "Who are you?",
            "This case is shown to those who have an account here.",
            "Maybe sign in, or ask the mediator for an account."));
  }

  /// Says how to sign in. See RFC 6750, The OAuth 2.0 Authorization Framework: Bearer Token Usage,
  /// 2012, section 3.
  private static void challenge(Context ctx) {
    boolean hasToken = ctx.header("Authorization") != null;
    ctx.header(
        "WWW-Authenticate",
        "Bearer realm=\"parley\"" + (hasToken ? ", error=\"invalid_token\"" : ""));
  }

  @Override
  public void forbidden(Context ctx, Route route) {
    error(
        ctx,
        route.kind(),
        new ErrorPage(
            ProblemCode.NOT_FOR_ROLE,
            "This is not for your role",
            "Nothing was changed.",
            "Maybe ask the mediator."));
  }

  @Override
  public void readsOnly(Context ctx, Route route) {
    error(
        ctx,
        route.kind(),
        new ErrorPage(
            ProblemCode.TOKEN_READS_ONLY,
            "The token reads only",
            "Nothing was changed.",
            "Maybe ask the mediator for a token that writes."));
  }

  @Override
  public void archived(Context ctx, Route route) {
    error(
        ctx,
        route.kind(),
        new ErrorPage(
            ProblemCode.ARCHIVED,
            "This case is archived",
            "It can be read, and nothing of it can be changed.",
            "Maybe ask the administrator of this server to restore it."));
  }

  @Override
  public void foreign(Context ctx, Route route) {
    error(
        ctx,
        route.kind(),
        new ErrorPage(
            ProblemCode.FOREIGN_REQUEST,
            "That did not come from a page of Parley",
            "Nothing was changed.",
            "Maybe load the page again and repeat it: its forms are good until Parley is started"
                + " anew."));
  }

  @Override
  public void unreadable(Context ctx, Route route) {
    unreadable(ctx, route.kind(), ProblemCode.UNREADABLE_CONTENT);
  }

  /// Responds at once, then discards part of the body: a client that sends everything before it
  /// reads would otherwise see a broken connection.
  void tooLong(Context ctx, Kind kind) {
    ctx.header("Connection", "close");
    unreadable(ctx, kind, ProblemCode.TOO_LONG);
    try (InputStream answer = ctx.resultInputStream();
        OutputStream out = ctx.res().getOutputStream()) {
      if (answer != null) {
        answer.transferTo(out);
      }
    } catch (IOException e) {
      // the client has gone
    }
    ctx.result("");
    if (ctx.header("Expect") != null) {
      return;
    }
    try {
      ctx.req().getInputStream().skip(LONGEST_FORGOTTEN);
    } catch (IOException | NullPointerException e) {
      // the client has gone; Jetty answers a read of its closed connection with the latter
    }
  }

  private void unreadable(Context ctx, Kind kind, ProblemCode code) {
    error(
        ctx,
        kind,
        new ErrorPage(
            code,
            "That cannot be read",
            "What was sent is not what a page of Parley sends. Nothing was changed.",
            "Maybe it is too long, or was cut off on its way; load the page again and repeat it."));
  }

  @Override
  public void tooFast(Context ctx, Route route) {
    ctx.header("Retry-After", "1");
    error(
        ctx,
        route.kind(),
        new ErrorPage(
            ProblemCode.TOO_FAST,
            "Too many questions at once",
            "This server answers a hundred a second to each.",
            "Maybe wait a second and try again."));
  }

  @Override
  public void noAddress(Context ctx, Route route, long waitSeconds) {
    if (waitSeconds > 0) {
      ctx.header("Retry-After", Long.toString(waitSeconds));
    }
    error(
        ctx,
        route.kind(),
        waitSeconds > 0
            ? new ErrorPage(
                ProblemCode.TOO_FAST,
                "Too many wrong addresses",
                "Several secret addresses were asked for from here that there are not.",
                "Maybe wait " + waitSeconds + " seconds and try again.")
            : new ErrorPage(
                ProblemCode.NOT_ON_RECORD,
                "Not on record",
                "There is no such secret address.",
                "Maybe it was renewed or taken back: its account lists those that are good."));
  }

  @Override
  public void badQuery(Context ctx, Route route, BadQuery e) {
    error(
        ctx,
        route.kind(),
        new ErrorPage(
            ProblemCode.UNREADABLE_QUESTION,
            "That question cannot be read",
            String.valueOf(e.getMessage()),
            e.advice()));
  }

  @Override
  public void notOnRecord(Context ctx, Route route, NotOnRecord e) {
    error(
        ctx,
        route.kind(),
        new ErrorPage(
            ProblemCode.NOT_ON_RECORD,
            "Not on record",
            String.valueOf(e.getMessage()),
            e.advice()));
  }

  @Override
  public void failed(Context ctx, Route route, Exception e) {
    failed(ctx, route.kind(), e);
  }

  void failed(Context ctx, Kind kind, Exception e) {
    if (e instanceof JournalAwayException || e instanceof JournalWriteException) {
      ServerLog.warn(LogFields.of("database-away").with(e));
      away(ctx, kind);
      return;
    }
    if (e instanceof CaseLoading reading) {
      StillReadingPage page = new StillReadingPage(reading.state());
      stillReading(ctx, kind, authenticator.isLocal() ? page : page.withoutCounts());
      return;
    }
    if (e instanceof TemporarilyUnavailable now) {
      later(ctx);
      error(
          ctx,
          kind,
          new ErrorPage(
              ProblemCode.NOT_NOW,
              "That cannot be saved just now",
              String.valueOf(e.getMessage()),
              now.advice()));
      return;
    }
    ProblemCode sent = problemOfRequest(e);
    if (sent != null) {
      unreadable(ctx, kind, sent);
      return;
    }
    @Nullable Route route = (Route) ctx.req().getAttribute(Routes.ROUTE);
    ServerLog.error(
        LogFields.of("failed")
            .with("route", route == null ? RequestEnd.NO_ROUTE : route.path())
            .with(e));
    error(
        ctx,
        kind,
        new ErrorPage(
            ProblemCode.FAILED,
            "Something went wrong in Parley",
            authenticator.isLocal()
                ? "While showing " + ctx.path() + ": " + e + "."
                : "What it was stands in the log of the server.",
            "Maybe report it with the case, or with the part of it that is shown here. Nothing was"
                + " changed."));
  }

  /// A page loads itself again, without scripts too.
  private void stillReading(Context ctx, Kind kind, StillReadingPage page) {
    if (kind == Kind.PAGE) {
      ctx.status(503).header("Retry-After", "1").header("Refresh", "1");
      inPresent(() -> templates.show(ctx, "opening", page));
    } else {
      later(ctx);
      error(
          ctx,
          kind,
          new ErrorPage(
              ProblemCode.STILL_READING,
              "The case is being read",
              page.words() + ".",
              "Maybe ask again in a few seconds."));
    }
  }

  /// Marks an answer as one for now alone.
  static void later(Context ctx) {
    ctx.status(503).header("Retry-After", "2");
  }

  @Override
  public void away(Context ctx, Route route) {
    away(ctx, route.kind());
  }

  private void away(Context ctx, Kind kind) {
    later(ctx);
    error(
        ctx,
        kind,
        new ErrorPage(
            ProblemCode.DATABASE_AWAY,
            "The database does not answer",
            "Nothing can be looked up just now. What was saved is saved.",
            "Maybe try again in a minute: Parley goes on by itself once the database runs again."));
  }

  /// The problem of a malformed request; null if the failure is internal.
  private static @Nullable ProblemCode problemOfRequest(Exception e) {
    for (Throwable each = e; each != null; each = each.getCause()) {
      int status =
          switch (each) {
            case HttpException http -> http.getCode();
            case HttpResponseException refused -> refused.getStatus();
            // Jetty ends the reading of a body so, when its connection was idle for too long
            case IOException ended when ended.getCause() instanceof TimeoutException -> 408;
            default -> 0;
          };
      if (status >= 400 && status < 500) {
        return switch (status) {
          case 408 -> ProblemCode.TIMED_OUT;
          case 413 -> ProblemCode.TOO_LONG;
          case 415 -> ProblemCode.UNREADABLE_CONTENT;
          default -> ProblemCode.UNREADABLE_REQUEST;
        };
      }
    }
    return null;
  }

  void noSuchPage(Context ctx, Kind of) {
    boolean isOfCase = authenticator.home().isPresent() && ctx.path().contains("/api/");
    Kind kind = isOfCase ? Kind.DATA : of;
    if (authenticator.asksToSignIn(ctx)) {
      // whether or not there is such a case
      Route route = new Route(ctx.method().name(), "", Route.Access.READ, kind, "a case");
      inPresent(() -> signIn(ctx, route));
      return;
    }
    error(
        ctx,
        kind,
        new ErrorPage(
            ProblemCode.NO_SUCH_ADDRESS,
            "No such page",
            "There is no page at " + ctx.path() + ".",
            "Maybe the address was cut off: the links above lead to everything there is."));
  }

  void noSuchMethod(Context ctx, Kind kind, List<String> methods) {
    ctx.header("Allow", String.join(", ", methods));
    error(
        ctx,
        kind,
        new ErrorPage(
            ProblemCode.METHOD_NOT_ALLOWED,
            "That cannot be done here",
            "The method " + ctx.method() + " is not answered at this address.",
            "Maybe " + String.join(" or ", methods) + "."));
  }

  void notThisHost(Context ctx) {
    error(
        ctx,
        Kind.PAGE,
        new ErrorPage(
            ProblemCode.OTHER_HOST,
            "This address is not answered",
            authenticator.isLocal()
                ? "Parley answers on this machine alone, under 127.0.0.1 or localhost and its own"
                    + " port."
                : "Parley answers under the name it was given when it was started.",
            "Maybe open the address that was printed when it started."));
  }
}

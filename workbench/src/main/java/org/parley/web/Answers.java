package org.parley.web;

import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.http.HttpException;
import org.parley.store.JournalAwayException;
import org.parley.store.JournalWriteException;
import org.parley.web.desk.CaseLoading;
import org.parley.web.door.Authenticator;
import org.parley.web.door.Route;
import org.parley.web.door.Route.Kind;
import org.parley.web.door.Routes;
import org.parley.web.view.BadQuery;
import org.parley.web.view.ErrorPage;
import org.parley.web.view.NotOnRecord;
import org.parley.web.view.StillReadingPage;
import org.parley.web.view.TemporarilyUnavailable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What is answered where nothing is shown: a page for people, JSON for programs, and never more
/// than the one who asks may know.
final class Answers implements Routes.Refusals {

  /// How many bytes of what is too long are read and forgotten.
  private static final long LONGEST_FORGOTTEN = 64 << 20;

  private final Templates templates;
  private final Authenticator door;

  Answers(Templates templates, Authenticator door) {
    this.templates = templates;
    this.door = door;
  }

  void error(Context ctx, Kind kind, ErrorPage page) {
    ctx.status(page.status());
    if (kind == Kind.DATA || kind == Kind.STREAM) {
      ObjectNode json = JsonMapper.shared().createObjectNode();
      json.put("error", page.title());
      json.put("message", page.message());
      json.put("advice", page.advice());
      ctx.contentType("application/json").result(json.toString());
    } else {
      templates.showInEnglish(ctx, "error", page);
    }
  }

  @Override
  public void signIn(Context ctx, Route route) {
    Optional<String> why = door.whyNot(ctx);
    if (why.isPresent()) {
      error(
          ctx,
          route.kind(),
          new ErrorPage(
              401, "The token has expired", why.get(), "Maybe ask the mediator for a new one."));
      return;
    }
    if (route.kind() == Kind.PAGE && route.isSafe()) {
      ctx.redirect("/sign-in", HttpStatus.SEE_OTHER);
      return;
    }
    error(
        ctx,
        route.kind(),
        new ErrorPage(
            401,
            "Who are you?",
            "This case is shown to those who have an account here.",
            "Maybe sign in, or ask the mediator for an account."));
  }

  @Override
  public void forbidden(Context ctx, Route route) {
    error(
        ctx,
        route.kind(),
        new ErrorPage(
            403, "This is not for your role", "Nothing was changed.", "Maybe ask the mediator."));
  }

  @Override
  public void foreign(Context ctx, Route route) {
    error(
        ctx,
        route.kind(),
        new ErrorPage(
            403,
            "That did not come from a page of Parley",
            "Nothing was changed.",
            "Maybe load the page again and repeat it: its forms are good until Parley is started"
                + " anew."));
  }

  @Override
  public void unreadable(Context ctx, Route route) {
    unreadable(ctx, route.kind(), 415);
  }

  /// Answers without waiting for what is said to come, then reads and forgets some of it: a client
  /// that sends everything before it reads would otherwise see a broken connection.
  void tooLong(Context ctx, Kind kind) {
    ctx.header("Connection", "close");
    unreadable(ctx, kind, 413);
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

  private void unreadable(Context ctx, Kind kind, int status) {
    error(
        ctx,
        kind,
        new ErrorPage(
            status,
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
            429,
            "Too many questions at once",
            "This server answers a hundred a second to each.",
            "Maybe wait a second and try again."));
  }

  @Override
  public void badQuery(Context ctx, Route route, BadQuery e) {
    error(
        ctx,
        route.kind(),
        new ErrorPage(
            400, "That question cannot be read", String.valueOf(e.getMessage()), e.advice()));
  }

  @Override
  public void notOnRecord(Context ctx, Route route, NotOnRecord e) {
    error(
        ctx,
        route.kind(),
        new ErrorPage(404, "Not on record", String.valueOf(e.getMessage()), e.advice()));
  }

  @Override
  public void failed(Context ctx, Route route, Exception e) {
    failed(ctx, route.kind(), e);
  }

  void failed(Context ctx, Kind kind, Exception e) {
    if (e instanceof JournalAwayException || e instanceof JournalWriteException) {
      away(ctx, kind);
      return;
    }
    if (e instanceof CaseLoading reading) {
      stillReading(ctx, kind, new StillReadingPage(reading.state()));
      return;
    }
    if (e instanceof TemporarilyUnavailable now) {
      later(ctx);
      error(
          ctx,
          kind,
          new ErrorPage(
              503, "That cannot be saved just now", String.valueOf(e.getMessage()), now.advice()));
      return;
    }
    int sent = statusOfRequest(e);
    if (sent != 0) {
      unreadable(ctx, kind, sent);
      return;
    }
    System.getLogger(WebServer.class.getName()).log(System.Logger.Level.ERROR, ctx.path(), e);
    error(
        ctx,
        kind,
        new ErrorPage(
            500,
            "Something went wrong in Parley",
            door.isLocal()
                ? "While showing " + ctx.path() + ": " + e + "."
                : "What it was stands in the log of the server.",
            "Maybe report it with the case, or with the part of it that is shown here. Nothing was"
                + " changed."));
  }

  /// A page loads itself again, without scripts too.
  private void stillReading(Context ctx, Kind kind, StillReadingPage page) {
    if (kind == Kind.PAGE) {
      ctx.status(503).header("Retry-After", "1").header("Refresh", "1");
      templates.showInEnglish(ctx, "opening", page);
    } else {
      later(ctx);
      error(
          ctx,
          kind,
          new ErrorPage(
              503,
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
            503,
            "The database does not answer",
            "Nothing can be looked up just now. What was saved is saved.",
            "Maybe try again in a minute: Parley goes on by itself once the database runs again."));
  }

  /// The status where it is the request that cannot be read, and not this program that failed; 0
  /// otherwise.
  private static int statusOfRequest(Exception e) {
    for (Throwable each = e; each != null; each = each.getCause()) {
      int status =
          each instanceof HttpException http
              ? http.getCode()
              : each instanceof HttpResponseException refused ? refused.getStatus() : 0;
      if (status >= 400 && status < 500) {
        return status;
      }
    }
    return 0;
  }

  void noSuchPage(Context ctx, Kind kind) {
    error(
        ctx,
        kind,
        new ErrorPage(
            404,
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
            405,
            "That cannot be done here",
            "The method " + ctx.method() + " is not answered at this address.",
            "Maybe " + String.join(" or ", methods) + "."));
  }

  void notThisHost(Context ctx) {
    error(
        ctx,
        Kind.PAGE,
        new ErrorPage(
            421,
            "This address is not answered",
            door.isLocal()
                ? "Parley answers on this machine alone, under 127.0.0.1 or localhost and its own"
                    + " port."
                : "Parley answers under the name it was given when it was started.",
            "Maybe open the address that was printed when it started."));
  }
}

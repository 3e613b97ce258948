package org.parley.web.nodes;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.server.Request;
import org.parley.store.nodes.Leader;
import org.parley.store.nodes.Leadership;
import org.parley.web.access.RequestGuard;
import org.parley.web.access.RequestId;
import org.parley.web.view.Address;
import org.parley.web.view.TemporarilyUnavailable;

/// Has the leader answer what only the leader may, and shows people their own changes everywhere.
///
/// Where no leader is found in time, a request is handled here, and the journal refuses to append.
/// So a form is shown again with its values.
public final class Forwarding {

  /// How long a request waits for a leader.
  static final Duration PATIENCE = Duration.ofSeconds(8);

  /// How long a browser that changed something has every server look again: as long as the news of
  /// it may take at worst.
  private static final Duration FRESH = Duration.ofSeconds(10);

  private static final String WROTE = "parley-wrote";

  /// Says of an answer that the server does not lead, and did nothing.
  static final String NOT_LEADER = "Parley-Not-Leader";

  /// Has a server handle a request though it does not lead.
  static final String ANYWAY = "Parley-Anyway";

  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

  /// Addresses of things in the memory of one server: jobs, texts that are read, files taken in.
  /// And the answer of an OpenID provider, which gives roles.
  private static final List<String> OF_LEADER =
      List.of(
          "/api/jobs",
          Address.JOBS.path(),
          "/api/texts",
          "/api/queue",
          Address.READ.path(),
          Address.QUEUE.path(),
          Address.IMPORT_INCIDENTS.path(),
          Address.PROVIDER_SIGN_IN.path());

  private final Leadership nodes;
  private final BooleanSupplier refresh;
  private final Predicate<Context> isKnown;
  private final LeaderClient client;

  /// @param nodes the part of this server in the choice of the leader
  /// @param refresh reads what another server has changed, if it can: a change that cannot be shown
  ///   here is not acknowledged here
  /// @param isKnown whether a request may be answered at all: long ones of strangers are not passed
  ///   on
  /// @param client asks the leader
  Forwarding(
      Leadership nodes, BooleanSupplier refresh, Predicate<Context> isKnown, LeaderClient client) {
    this.client = client;
    this.isKnown = isKnown;
    this.nodes = nodes;
    this.refresh = refresh;
  }

  /// Forwards a request if another server has to answer it.
  ///
  /// @param path without the base path
  /// @param longest the longest body
  /// @return whether it was answered
  public boolean isAnswered(Context ctx, String path, long longest) throws IOException {
    boolean isChange = !SAFE.contains(ctx.req().getMethod());
    if (ctx.req().getAttribute(ForwardedRequests.MARK) != null) {
      return isForwardedInVain(ctx, isChange);
    }
    if (ctx.header(ForwardedRequests.SECRET) != null) {
      ctx.status(421).header(NOT_LEADER, "1");
      return true;
    }
    if (!isChange && !isOfLeader(path)) {
      freshen(ctx);
      return false;
    }
    long deadline = System.nanoTime() + (nodes.isOutdated() ? 0 : PATIENCE.toNanos());
    Leader leader =
        nodes.await(each -> !isChange || !isSelf(each) || isBegun(ctx), deadline).orElse(null);
    if (leader == null && nodes.isOutdated()) {
      throw new TemporarilyUnavailable(
          "a later Parley has changed the tables, so this server changes nothing any more",
          "Maybe ask a server of the later version, or have this one upgraded.");
    }
    if (leader == null
        || isSelf(leader)
        || leader.address() == null
        || (longest > ForwardedBody.LONGEST_KEPT && !isKnown.test(ctx))) {
      mark(ctx, isChange);
      return false;
    }
    ctx.req().setAttribute(Nodes.FORWARDED, true);
    forward(ctx, leader, longest, deadline);
    return true;
  }

  /// Whether this server leads until a change has been answered.
  private boolean isBegun(Context ctx) {
    boolean begun = nodes.beginChange();
    if (begun) {
      Request.addCompletionListener(
          ServletContextRequest.getServletContextRequest(ctx.req()), _ -> nodes.endChange());
    }
    return begun;
  }

  private boolean isSelf(Leader leader) {
    return leader.node().equals(nodes.node());
  }

  private static boolean isOfLeader(String path) {
    return OF_LEADER.stream().anyMatch(each -> path.equals(each) || path.startsWith(each + "/"));
  }

  /// Whether a request was forwarded to a server that does not lead any more.
  private boolean isForwardedInVain(Context ctx, boolean isChange) {
    mark(ctx, isChange);
    if ((isChange ? isBegun(ctx) : nodes.leads()) || ctx.header(ANYWAY) != null) {
      return false;
    }
    ctx.status(503).header(NOT_LEADER, "1");
    return true;
  }

  /// Reads the journal again for those who changed something just now, and for programs that ask
  /// for it.
  private void freshen(Context ctx) {
    String control = ctx.header("Cache-Control");
    if (ctx.cookie(WROTE) != null
        || (control != null && control.toLowerCase(Locale.ROOT).contains("no-cache"))) {
      var _ = refresh.getAsBoolean();
    }
  }

  /// The cookie says nothing but that something was changed, which the browser knows.
  private static void mark(Context ctx, boolean isChange) {
    if (isChange && ctx.header("Authorization") == null) {
      Cookie cookie = new Cookie(WROTE, "1");
      cookie.setPath("/");
      cookie.setHttpOnly(true);
      cookie.setSecure(RequestGuard.origin(ctx).startsWith("https:"));
      cookie.setSameSite(SameSite.STRICT);
      cookie.setMaxAge((int) FRESH.toSeconds());
      ctx.cookie(cookie);
    }
  }

  private void forward(Context ctx, Leader first, long longest, long deadline) throws IOException {
    ForwardedBody body = ForwardedBody.of(ctx.req(), longest);
    Leader leader = first;
    boolean anyway = false;
    while (true) {
      switch (client.ask(question(ctx, leader, body, anyway), isLeading(leader))) {
        case LeaderClient.Answer.Given(HttpResponse<InputStream> given) -> {
          if (SAFE.contains(ctx.req().getMethod())
              || isSelf(leader)
              || refresh.getAsBoolean()
              || given.statusCode() >= 400) {
            show(ctx, given);
            return;
          }
          given.body().close();
          throw new TemporarilyUnavailable(
              "the server that leads has done this, and this server cannot show it yet",
              "Maybe look in a few seconds whether it is there.");
        }
        case LeaderClient.Answer.Unknown _ ->
            throw new TemporarilyUnavailable(
                "the server that leads was lost while this was being done, and whether it was is"
                    + " not known",
                "Maybe look in a few seconds whether it is there.");
        case LeaderClient.Answer.Nothing _ -> {
          if (anyway || !body.isRepeatable()) {
            throw noLeader();
          }
          Leader next = nodes.await(isAfter(leader), deadline).orElse(null);
          anyway = next == null;
          leader = next == null ? self() : next;
        }
      }
    }
  }

  /// Another leader than one that did nothing, or the same in a later term.
  private static Predicate<Leader> isAfter(Leader tried) {
    return each ->
        each.address() != null && (!each.node().equals(tried.node()) || each.term() > tried.term());
  }

  /// This server, which handles what it had hoped to forward: the body has been read already.
  private Leader self() {
    String address = nodes.address();
    if (address.isEmpty()) {
      throw noLeader();
    }
    return new Leader(nodes.node(), address, nodes.secret(), 0);
  }

  private static TemporarilyUnavailable noLeader() {
    return new TemporarilyUnavailable(
        "the server that leads cannot be reached just now, so nothing was changed",
        "Maybe try again in a few seconds.");
  }

  private BooleanSupplier isLeading(Leader leader) {
    return () ->
        isSelf(leader)
            || nodes.leader().map(each -> each.node().equals(leader.node())).orElse(true);
  }

  private static LeaderClient.Question question(
      Context ctx, Leader leader, ForwardedBody body, boolean anyway) {
    String query = ctx.req().getQueryString();
    String to = leader.address() + ctx.req().getRequestURI() + (query == null ? "" : "?" + query);
    try {
      LeaderClient.Question question =
          new LeaderClient.Question(URI.create(to), ctx.req().getMethod(), body.publisher());
      for (String name : Collections.list(ctx.req().getHeaderNames())) {
        Collections.list(ctx.req().getHeaders(name)).forEach(each -> question.header(name, each));
      }
      question.own(ForwardedRequests.SECRET, leader.secret());
      question.own(ForwardedRequests.HOST, String.valueOf(ctx.header("Host")));
      question.own(RequestId.HEADER, RequestId.of(ctx));
      question.own(ForwardedRequests.CLIENT, ctx.req().getRemoteAddr());
      if (anyway) {
        question.own(ANYWAY, "1");
      }
      return question;
    } catch (IllegalArgumentException e) {
      // an address or a header that no browser sends
      throw new BadRequestResponse();
    }
  }

  private static void show(Context ctx, HttpResponse<InputStream> answer) {
    ctx.status(answer.statusCode());
    answer
        .headers()
        .map()
        .forEach(
            (name, values) -> {
              if (LeaderClient.isForwarded(name)) {
                ctx.res().setHeader(name, values.getFirst());
                values.stream().skip(1).forEach(each -> ctx.res().addHeader(name, each));
              }
            });
    ctx.result(answer.body());
  }
}

package org.parley.web;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import org.parley.web.access.RequestGuard;
import org.parley.web.access.Route;
import org.parley.web.access.Route.Access;
import org.parley.web.access.Route.Kind;
import org.parley.web.access.Routes;
import org.parley.web.api.line.Download;
import org.parley.web.service.CaseService;
import org.parley.web.service.Visitor;
import org.parley.web.view.Address;
import org.parley.web.view.OpenCase;

/// The calendar and feed of a case that are read at secret addresses.
final class FeedRoutes {

  private final CaseService service;
  private final CaseFeeds feeds;

  FeedRoutes(CaseService service) {
    this.service = service;
    this.feeds = new CaseFeeds(service);
  }

  void addTo(Routes routes) {
    read(routes, Address.SECRET_CALENDAR, Download.CALENDAR);
    read(routes, Address.SECRET_FEED, Download.FEED);
  }

  private void read(Routes routes, Address address, Download file) {
    routes.add(
        new Route(
            "GET",
            address.path(),
            Access.ADDRESS,
            Kind.FILE,
            file.shows() + ", at a secret address"),
        (ctx, visitor) -> {
          if (!(service.read(visitor) instanceof CaseService.CaseAccess.Opened(OpenCase open))) {
            Answers.later(ctx);
            return;
          }
          send(ctx, file, content(file, open, visitor, ctx));
        });
  }

  /// Sends a file to its reader alone, who asks for it anew each time.
  static void send(Context ctx, Download file, String content) {
    ctx.header("Cache-Control", "private, no-cache");
    ctx.contentType(file.type()).result(content.getBytes(StandardCharsets.UTF_8));
  }

  private String content(Download file, OpenCase open, Visitor visitor, Context ctx) {
    return file == Download.CALENDAR
        ? feeds.dates(open, visitor)
        : feeds.changes(open, visitor, RequestGuard.origin(ctx), ctx.path());
  }
}

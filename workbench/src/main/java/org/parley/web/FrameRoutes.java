package org.parley.web;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.BiFunction;
import org.parley.web.access.Route;
import org.parley.web.access.Route.Access;
import org.parley.web.access.Route.Kind;
import org.parley.web.access.Routes;
import org.parley.web.export.ShownState;
import org.parley.web.service.CaseService;
import org.parley.web.service.Visitor;
import org.parley.web.view.Address;
import org.parley.web.view.NotOnRecord;
import org.parley.web.view.OpenCase;

/// Drawings and tables in frames of other sites. There are some only where the server names these
/// sites. They show what the public may see to everybody.
final class FrameRoutes {

  private final CaseService service;
  private final Templates templates;
  private final List<String> sites;

  /// @param sites the origins that may show frames: `https://news.example`; none for no frames
  FrameRoutes(CaseService service, Templates templates, List<String> sites) {
    this.service = service;
    this.templates = templates;
    this.sites = List.copyOf(sites);
  }

  /// Adds the frames of a page.
  void page(
      Routes routes, Address address, String template, BiFunction<OpenCase, Context, Object> of) {
    if (!sites.isEmpty()) {
      routes.add(
          new Route(
              "GET",
              Address.FRAMES + address.path(),
              Access.PUBLIC,
              Kind.PAGE,
              "a picture or table in a frame: " + template),
          (ctx, _) -> frame(ctx, template, of));
    }
  }

  private void frame(Context ctx, String template, BiFunction<OpenCase, Context, Object> of) {
    OpenCase open =
        service.read(Visitor.anyone()) instanceof CaseService.CaseAccess.Opened(OpenCase each)
            ? each
            : null;
    if (open == null || !PageExports.isAsked(ctx)) {
      throw NotOnRecord.ofPage("frame", "", List.of());
    }
    ScopedValue.where(ShownState.CURRENT, ShownState.of(open, ctx.queryParamMap()))
        .run(
            () -> {
              String html = templates.html(ctx, template, of.apply(open, ctx));
              String frame = PageExports.frame(ctx, html);
              allow(ctx);
              Templates.showPage(ctx, frame.getBytes(StandardCharsets.UTF_8));
            });
  }

  /// Sites may show the frame; it runs nothing and fetches a style sheet alone.
  private void allow(Context ctx) {
    ctx.header(
        "Content-Security-Policy",
        "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none';"
            + " frame-ancestors "
            + String.join(" ", sites));
    ctx.res().setHeader("X-Frame-Options", null);
    ctx.header("Cross-Origin-Resource-Policy", "cross-origin");
    ctx.header("Referrer-Policy", "no-referrer");
  }
}

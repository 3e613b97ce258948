package org.parley.web;

import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.function.BiFunction;
import org.parley.web.Route.Access;
import org.parley.web.Route.Kind;
import org.parley.web.board.AmongPage;
import org.parley.web.board.BoardPage;
import org.parley.web.board.PartyPage;
import org.parley.web.board.PointPage;
import org.parley.web.brief.Brief;
import org.parley.web.brief.BriefPrinter;
import org.parley.web.desk.Desk;
import org.parley.web.desk.Visitor;
import org.parley.web.guarantees.GuaranteesPage;
import org.parley.web.ledger.ClaimFilter;
import org.parley.web.ledger.ClaimPage;
import org.parley.web.ledger.ClaimsPage;
import org.parley.web.ledger.HistoryPage;
import org.parley.web.ledger.SourcePage;
import org.parley.web.ledger.SourcesPage;
import org.parley.web.ledger.TimelinePage;
import org.parley.web.packages.PackagesPage;
import org.parley.web.packages.Studies;
import org.parley.web.sequence.SequencePage;
import org.parley.web.view.Asset;
import org.parley.web.view.CasePage;
import org.parley.web.view.Moment;
import org.parley.web.view.NotOnRecord;
import org.parley.web.view.OpenCase;
import org.parley.web.view.ProblemsPage;
import org.parley.web.view.Query;
import org.parley.web.view.Visit;

/// Which address shows which page.
final class Pages {

  private final Desk desk;
  private final Templates templates;
  private final Studies studies = new Studies();

  Pages(Desk desk, Templates templates) {
    this.desk = desk;
    this.templates = templates;
  }

  void addTo(Routes routes) {
    page(routes, "/", "board", (open, ctx) -> BoardPage.of(open, moment(open, ctx)));
    page(
        routes,
        "/among",
        "among",
        (open, ctx) -> AmongPage.of(open, moment(open, ctx), query(ctx)));
    page(
        routes,
        "/points/{id}",
        "point",
        (open, ctx) -> PointPage.of(open, moment(open, ctx), ctx.pathParam("id")));
    page(routes, "/claims", "claims", Pages::claims);
    page(
        routes, "/claims/{id}", "oneclaim", (open, ctx) -> ClaimPage.of(open, ctx.pathParam("id")));
    page(routes, "/sequence", "sequence", (open, ctx) -> SequencePage.of(open, query(ctx)));
    page(routes, "/packages", "packages", this::packages);
    page(routes, "/timeline", "timeline", (open, ctx) -> new TimelinePage(open, moment(open, ctx)));
    page(
        routes,
        "/guarantees",
        "guarantees",
        (open, ctx) -> GuaranteesPage.of(open, query(ctx).day("asOf")));
    page(
        routes,
        "/documents",
        "documents",
        (open, ctx) -> CasePage.ofDocuments(open, moment(open, ctx)));
    page(routes, "/parties", "parties", (open, ctx) -> CasePage.ofParties(open, moment(open, ctx)));
    page(
        routes,
        "/parties/{id}",
        "party",
        (open, ctx) -> PartyPage.of(open, moment(open, ctx), ctx.pathParam("id")));
    page(routes, "/sources", "sources", (open, ctx) -> SourcesPage.of(open, query(ctx)));
    page(
        routes, "/sources/{id}", "source", (open, ctx) -> SourcePage.of(open, ctx.pathParam("id")));
    routes.page("/history", "who changed what, when and why", this::history);
    routes.page(
        "/brief",
        "the briefing",
        (ctx, visitor) ->
            show(
                ctx,
                visitor,
                "brief",
                (open, _) -> new BriefPrinter.Printed(brief(open, ctx, visitor), null)));
    routes.add(
        new Route("GET", "/brief.pdf", Access.READ, Kind.FILE, "the briefing as PDF"),
        this::briefAsPdf);
    routes.add(
        new Route(
            "GET", "/assets/{name}", Access.EVERYONE, Kind.FILE, "a style, a script, an icon"),
        (ctx, _) -> asset(ctx));
    routes.add(
        new Route("GET", "/favicon.ico", Access.EVERYONE, Kind.FILE, "the icon"),
        (ctx, _) -> ctx.redirect(Asset.url("icon.svg")));
  }

  private void page(
      Routes routes, String path, String template, BiFunction<OpenCase, Context, Object> of) {
    routes.page(path, "the page: " + template, (ctx, visitor) -> show(ctx, visitor, template, of));
  }

  private void show(
      Context ctx, Visitor visitor, String template, BiFunction<OpenCase, Context, Object> of) {
    switch (desk.read(visitor)) {
      case Desk.Reading.Opened(OpenCase open) -> templates.show(ctx, template, of.apply(open, ctx));
      case Desk.Reading.Faulty(var name, var faults) -> {
        ctx.status(503);
        templates.show(
            ctx,
            "problems",
            new ProblemsPage(name, Visit.current().seesAll() ? faults : java.util.List.of()));
      }
    }
  }

  private void history(Context ctx, Visitor visitor) {
    show(
        ctx,
        visitor,
        "history",
        (open, _) -> HistoryPage.of(open, desk.history(), visitor, query(ctx)));
  }

  private static Brief brief(OpenCase open, Context ctx, Visitor visitor) {
    Query query = query(ctx);
    return Brief.of(open, visitor.viewer(), query.day("asOf"), query.day("since"));
  }

  private void briefAsPdf(Context ctx, Visitor visitor) throws IOException {
    switch (desk.read(visitor)) {
      case Desk.Reading.Opened(OpenCase open) -> {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        BriefPrinter.pdf(brief(open, ctx, visitor), pdf);
        ctx.contentType("application/pdf").result(pdf.toByteArray());
      }
      case Desk.Reading.Faulty _ -> ctx.redirect("/brief");
    }
  }

  private static Object claims(OpenCase open, Context ctx) {
    ClaimFilter filter = ClaimFilter.of(query(ctx), open.view());
    ClaimsPage page = ClaimsPage.of(open, filter);
    ctx.header("HX-Push-Url", filter.url(filter.page()));
    return page;
  }

  private Object packages(OpenCase open, Context ctx) {
    String target = ctx.header("HX-Target");
    PackagesPage.Part part =
        "answer".equals(target)
            ? PackagesPage.Part.COUNTS
            : "draft".equals(target)
                ? PackagesPage.Part.DRAFT
                : ctx.queryParam("seen") != null
                    ? PackagesPage.Part.PROGRESS
                    : PackagesPage.Part.ALL;
    PackagesPage page = PackagesPage.of(open, query(ctx), part, studies);
    if (target != null && !"work".equals(target) && page.isReady()) {
      ctx.header("HX-Replace-Url", page.asked().href());
    }
    return page;
  }

  private static Moment moment(OpenCase open, Context ctx) {
    Moment moment = Moment.of(query(ctx), open);
    if (ctx.header("HX-Request") != null) {
      ctx.header("HX-Push-Url", ctx.path() + moment.fullQuery());
    }
    return moment;
  }

  private static Query query(Context ctx) {
    return new Query(ctx.queryParamMap());
  }

  private static void asset(Context ctx) {
    String name = ctx.pathParam("name");
    Asset asset =
        Asset.find(name).orElseThrow(() -> new NotOnRecord("file", name, java.util.List.of()));
    if (asset.version().equals(ctx.queryParam("v"))) {
      ctx.header("Cache-Control", "public, max-age=31536000, immutable");
    }
    ctx.contentType(asset.type()).result(asset.content());
  }
}

package org.parley.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.parley.exchange.tables.CaseTable;
import org.parley.store.Entry;
import org.parley.store.Journal;
import org.parley.store.JournalAwayException;
import org.parley.web.access.Route;
import org.parley.web.access.Route.Access;
import org.parley.web.access.Route.Kind;
import org.parley.web.access.Routes;
import org.parley.web.board.AmongPage;
import org.parley.web.board.BoardPage;
import org.parley.web.board.PartyPage;
import org.parley.web.board.PointPage;
import org.parley.web.board.TextsPage;
import org.parley.web.brief.Brief;
import org.parley.web.brief.BriefPrinter;
import org.parley.web.brief.Copies;
import org.parley.web.findings.FindingsPage;
import org.parley.web.guarantees.GuaranteesPage;
import org.parley.web.journal.PastCases;
import org.parley.web.ledger.ClaimFilter;
import org.parley.web.ledger.ClaimPage;
import org.parley.web.ledger.ClaimsPage;
import org.parley.web.ledger.HistoryPage;
import org.parley.web.ledger.InboxPage;
import org.parley.web.ledger.SourcePage;
import org.parley.web.ledger.SourcesPage;
import org.parley.web.ledger.TimelinePage;
import org.parley.web.packages.PackagesPage;
import org.parley.web.packages.Studies;
import org.parley.web.search.SearchIndexing;
import org.parley.web.search.SearchPage;
import org.parley.web.sequence.SequencePage;
import org.parley.web.service.CaseService;
import org.parley.web.service.Role;
import org.parley.web.service.Visitor;
import org.parley.web.view.Asset;
import org.parley.web.view.CasePage;
import org.parley.web.view.NotOnRecord;
import org.parley.web.view.OpenCase;
import org.parley.web.view.Query;
import org.parley.web.view.Say;
import org.parley.web.view.ViewedDay;
import org.parley.web.view.Visit;
import org.parley.web.watch.IncidentPage;
import org.parley.web.watch.WatchFilter;
import org.parley.web.watch.WatchPage;
import org.parley.wording.Language;

/// Which address shows which page.
final class Pages {

  /// The header that says which address the browser shows.
  private static final String PUSHED = "HX-Push-Url";

  private final InstantSource clock = InstantSource.system();
  private final CaseService desk;
  private final Templates templates;
  private final Studies studies = new Studies();
  private final PastCases past = new PastCases();
  private final Copies copies = new Copies();

  /// Whether a page has been shown: expensive work starts after the first.
  private final AtomicBoolean shown = new AtomicBoolean();

  Pages(CaseService desk, Templates templates) {
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
    shown(routes, "/packages", "packages", this::packages);
    page(routes, "/timeline", "timeline", (open, ctx) -> new TimelinePage(open, moment(open, ctx)));
    page(
        routes,
        "/guarantees",
        "guarantees",
        (open, ctx) -> GuaranteesPage.of(open, query(ctx).day("asOf")));
    page(
        routes,
        "/watch",
        "watch",
        (open, ctx) -> WatchPage.of(open, WatchFilter.of(query(ctx), open)));
    page(
        routes,
        "/incidents/{id}",
        "incident",
        (open, ctx) -> IncidentPage.of(open, ctx.pathParam("id")));
    page(routes, "/findings", "findings", (open, _) -> FindingsPage.of(open));
    routes.add(
        new Route("POST", "/findings", Access.READ, Kind.PAGE, "checks a finding"),
        (ctx, visitor) -> show(ctx, visitor, "findings", Pages::checked));
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
    shown(routes, "/search", "search", Pages::search);
    page(routes, "/inbox", "inbox", (open, ctx) -> InboxPage.of(open, query(ctx)));
    page(
        routes,
        "/points/{id}/texts",
        "texts",
        (open, ctx) -> TextsPage.of(open, ctx.pathParam("id"), query(ctx)));
    for (CaseTable.Content content : CaseTable.Content.values()) {
      String name = content.name().toLowerCase(java.util.Locale.ROOT);
      routes.add(
          new Route("GET", "/export/" + name + ".csv", Access.READ, Kind.FILE, name + " as CSV"),
          (ctx, visitor) -> export(ctx, visitor, content, false));
      routes.add(
          new Route("GET", "/export/" + name + ".json", Access.READ, Kind.FILE, name + " as JSON"),
          (ctx, visitor) -> export(ctx, visitor, content, true));
    }
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

  /// A page that depends only on the case, the query, and the reader's view and rights, so that it
  /// can be cached.
  private void page(
      Routes routes, String path, String template, BiFunction<OpenCase, Context, Object> of) {
    add(routes, path, template, of, (ctx, visitor) -> showKept(ctx, visitor, template, of));
  }

  /// A page that shows how far a work is, too.
  private void shown(
      Routes routes, String path, String template, BiFunction<OpenCase, Context, Object> of) {
    add(routes, path, template, of, (ctx, visitor) -> show(ctx, visitor, template, of));
  }

  private void add(
      Routes routes,
      String path,
      String template,
      BiFunction<OpenCase, Context, Object> of,
      Routes.Handler handler) {
    routes.page(path, "the page: " + template, handler);
    routes.add(
        new Route(
            "GET",
            "/then/{number}" + path,
            Access.MEDIATE,
            Kind.PAGE,
            "the page as the case was recorded after an entry: " + template),
        (ctx, visitor) -> showThen(ctx, visitor, template, of));
  }

  private void showKept(
      Context ctx, Visitor visitor, String template, BiFunction<OpenCase, Context, Object> of)
      throws IOException {
    new WithCase(desk, templates)
        .show(
            ctx,
            visitor,
            (_, _, open) -> {
              Visit visit = Visit.current();
              KeptPages kept = open.once(KeptPages.class, _ -> new KeptPages(KeptPages.MOST_BYTES));
              KeptPages.Asked asked = asked(ctx, visitor, visit);
              KeptPages.Kept page = kept.find(asked).orElse(null);
              if (page == null) {
                page = made(ctx, template, open, of, KeptPages.withGaps(visit, asked));
                kept.keep(asked, page);
              } else if (page.pushed() != null) {
                ctx.header(PUSHED, page.pushed());
              }
              Templates.show(ctx, page.filledFor(visit));
              begin(open);
            });
  }

  private static KeptPages.Asked asked(Context ctx, Visitor visitor, Visit visit) {
    String query = ctx.queryString();
    return KeptPages.Asked.of(
        ctx.path() + (query == null ? "" : "?" + query),
        ctx.header("HX-Request") != null,
        visitor,
        visit);
  }

  private KeptPages.Kept made(
      Context ctx,
      String template,
      OpenCase open,
      BiFunction<OpenCase, Context, Object> of,
      Visit visit) {
    return ScopedValue.where(Visit.CURRENT, visit)
        .call(
            () -> {
              String html =
                  new String(
                      templates.html(template, of.apply(said(open), ctx)), StandardCharsets.UTF_8);
              return KeptPages.Kept.of(html, ctx.res().getHeader(PUSHED));
            });
  }

  /// The case with its names in the language of the page.
  private static OpenCase said(OpenCase open) {
    return open.in(Language.current());
  }

  /// Expensive work starts after the first page.
  private void begin(OpenCase open) {
    if (shown.compareAndSet(false, true)) {
      SearchIndexing.begin(open);
    }
  }

  private void show(
      Context ctx, Visitor visitor, String template, BiFunction<OpenCase, Context, Object> of)
      throws IOException {
    new WithCase(desk, templates)
        .show(
            ctx,
            visitor,
            (_, _, open) -> {
              templates.show(ctx, template, of.apply(said(open), ctx));
              begin(open);
            });
  }

  /// Shows a page of the case as it was recorded after an entry of the journal.
  private void showThen(
      Context ctx, Visitor visitor, String template, BiFunction<OpenCase, Context, Object> of) {
    String number = ctx.pathParam("number");
    Journal journal = desk.history().journal();
    Entry entry =
        journal != null && number.matches("\\d{1,18}")
            ? journal.find(Long.parseLong(number)).orElse(null)
            : null;
    OpenCase open =
        journal == null || entry == null
            ? null
            : past.open(journal, journal.listTogether(entry).getLast().number(), visitor.viewer())
                .orElse(null);
    if (entry == null || open == null) {
      throw new NotOnRecord("recorded case", number, java.util.List.of());
    }
    String begin = "/then/" + entry.number();
    String now = ctx.path().substring(begin.length());
    templates.showThen(
        ctx,
        template,
        of.apply(said(open), ctx),
        begin,
        "<p class=\"then\"><strong>As the case was recorded on "
            + Say.moment(entry.at())
            + "</strong>, after entry "
            + entry.number()
            + ". <a href=\""
            + (now.matches("/[A-Za-z0-9/._~-]*") ? now : "/")
            + "\">Now</a> <a href=\"/history/"
            + entry.number()
            + "\">The entry</a></p>");
  }

  private static FindingsPage checked(OpenCase open, Context ctx) {
    FindingsPage page =
        FindingsPage.of(open, Objects.requireNonNullElse(ctx.formParam("finding"), ""));
    ctx.status(page.problem().isEmpty() ? 200 : 422);
    return page;
  }

  private void history(Context ctx, Visitor visitor) throws IOException {
    show(ctx, visitor, "history", (open, _) -> HistoryPage.of(open, desk, visitor, query(ctx)));
  }

  private void export(Context ctx, Visitor visitor, CaseTable.Content content, boolean json)
      throws IOException {
    if (!(desk.read(visitor) instanceof CaseService.Reading.Opened(OpenCase open))) {
      ctx.redirect("/");
      return;
    }
    CaseTable table = CaseTable.of(open.view(), content);
    String name = content.name().toLowerCase(java.util.Locale.ROOT) + (json ? ".json" : ".csv");
    ctx.header("Content-Disposition", "attachment; filename=\"" + name + "\"");
    if (json) {
      ctx.contentType("application/json").result(table.toJson());
    } else {
      StringBuilder csv = new StringBuilder();
      table.toCsv(csv);
      ctx.contentType("text/csv; charset=utf-8").result(csv.toString());
    }
  }

  private Brief brief(OpenCase open, Context ctx, Visitor visitor) {
    Query query = query(ctx);
    return Brief.of(open, visitor.viewer(), query.day("asOf"), query.day("since"))
        .withAnchor(anchor(visitor));
  }

  /// The head of the journal, for a mediator; null if there is none, or the database does not
  /// answer.
  private Brief.@Nullable Anchored anchor(Visitor visitor) {
    Journal journal = desk.history().journal();
    if (visitor.role() != Role.MEDIATOR || journal == null) {
      return null;
    }
    try {
      return new Brief.Anchored(
          journal.anchor(), LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    } catch (JournalAwayException e) {
      return null;
    }
  }

  private void briefAsPdf(Context ctx, Visitor visitor) {
    switch (desk.read(visitor)) {
      case CaseService.Reading.Opened(OpenCase open) -> {
        Query query = query(ctx);
        ctx.contentType("application/pdf")
            .result(
                copies.pdf(
                    said(open),
                    visitor.viewer(),
                    query.day("asOf"),
                    query.day("since"),
                    () -> anchor(visitor)));
      }
      case CaseService.Reading.Faulty _ -> ctx.redirect("/brief");
    }
  }

  /// While the index is made, the page loads itself again.
  private static Object search(OpenCase open, Context ctx) {
    SearchPage page = SearchPage.of(open, query(ctx));
    if (page.making() != null) {
      ctx.header("Refresh", "1");
    }
    return page;
  }

  private static Object claims(OpenCase open, Context ctx) {
    ClaimFilter filter = ClaimFilter.of(query(ctx), open.view());
    ClaimsPage page = ClaimsPage.of(open, filter);
    ctx.header(PUSHED, filter.url(filter.page()));
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

  private static ViewedDay moment(OpenCase open, Context ctx) {
    ViewedDay moment = ViewedDay.of(query(ctx), open);
    if (ctx.header("HX-Request") != null) {
      ctx.header(PUSHED, ctx.path() + moment.fullQuery());
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

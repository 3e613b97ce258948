package org.parley.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import org.parley.answer.memo.MemoQuestion;
import org.parley.answer.outlook.CheckedRates;
import org.parley.answer.packages.RehearsalAnswer;
import org.parley.corpus.Corpus;
import org.parley.exchange.reference.ReferenceShelf;
import org.parley.web.access.Route;
import org.parley.web.access.Route.Access;
import org.parley.web.access.Route.Kind;
import org.parley.web.access.Routes;
import org.parley.web.board.AmongPage;
import org.parley.web.board.BoardPage;
import org.parley.web.board.ComparedTextsPage;
import org.parley.web.board.PartyPage;
import org.parley.web.board.PointPage;
import org.parley.web.board.QuestionPage;
import org.parley.web.board.TextsPage;
import org.parley.web.board.WholeTextPage;
import org.parley.web.brief.BriefPrinter;
import org.parley.web.brief.MemoPage;
import org.parley.web.comment.CommentDraft;
import org.parley.web.comment.CommentedRecord;
import org.parley.web.edit.RecordPage;
import org.parley.web.findings.FindingsPage;
import org.parley.web.guarantees.GuaranteesPage;
import org.parley.web.indicators.IndicatorsPage;
import org.parley.web.ledger.ActsPage;
import org.parley.web.ledger.ClaimFilter;
import org.parley.web.ledger.ClaimPage;
import org.parley.web.ledger.ClaimsPage;
import org.parley.web.ledger.HistoryPage;
import org.parley.web.ledger.InboxPage;
import org.parley.web.ledger.SourcePage;
import org.parley.web.ledger.SourcesPage;
import org.parley.web.ledger.TimelinePage;
import org.parley.web.ledger.WarningsPage;
import org.parley.web.ledger.WeakestSourcesPage;
import org.parley.web.outlook.MemoAddress;
import org.parley.web.outlook.OutlookPage;
import org.parley.web.outlook.WaysPage;
import org.parley.web.packages.LongAnswers;
import org.parley.web.packages.PackagesPage;
import org.parley.web.packages.RehearsalPage;
import org.parley.web.packages.Studies;
import org.parley.web.place.PlacesPage;
import org.parley.web.reference.PassagesPage;
import org.parley.web.reference.PrecedentsPage;
import org.parley.web.search.SearchIndexing;
import org.parley.web.search.SearchPage;
import org.parley.web.sequence.ForecastPage;
import org.parley.web.sequence.SequencePage;
import org.parley.web.service.CaseService;
import org.parley.web.service.Visitor;
import org.parley.web.view.Address;
import org.parley.web.view.Asset;
import org.parley.web.view.CasePage;
import org.parley.web.view.NotOnRecord;
import org.parley.web.view.OpenCase;
import org.parley.web.view.Query;
import org.parley.web.view.ViewedDay;
import org.parley.web.view.Visit;
import org.parley.web.watch.IncidentPage;
import org.parley.web.watch.WatchFilter;
import org.parley.web.watch.WatchPage;
import org.parley.web.work.ResultCache;
import org.parley.wording.Language;

/// Which address shows which page.
final class Pages {

  /// The header that says which address the browser shows.
  private static final String PUSHED = "HX-Push-Url";

  private final CaseService service;
  private final Templates templates;
  private final ReferenceShelf shelf;
  private final CheckedRates rates;
  private final Studies studies;
  private final LongAnswers<Optional<RehearsalAnswer>> rehearsals = new LongAnswers<>();
  private final FrameRoutes frames;
  private final PastMoments past;
  private final Downloads files;

  /// Whether a page has been shown: expensive work starts after the first.
  private final AtomicBoolean shown = new AtomicBoolean();

  /// @param framingSites the origins of sites that may show frames
  Pages(
      CaseService service,
      Templates templates,
      ReferenceShelf shelf,
      Studies studies,
      List<String> framingSites) {
    this.studies = studies;
    this.frames = new FrameRoutes(service, templates, framingSites);
    this.service = service;
    this.shelf = shelf;
    this.rates = CheckedRates.of(shelf);
    this.templates = templates;
    this.past = new PastMoments(service);
    this.files = new Downloads(service, past);
  }

  void addTo(Routes routes) {
    page(routes, Address.BOARD, "board", (open, ctx) -> BoardPage.of(open, moment(open, ctx)));
    page(
        routes,
        Address.AMONG,
        "among",
        (open, ctx) -> AmongPage.of(open, moment(open, ctx), query(ctx)));
    page(
        routes,
        Address.POINT,
        "point",
        (open, ctx) -> PointPage.of(open, moment(open, ctx), ctx.pathParam("id")));
    // a copy may be added while the case is open
    shown(
        routes,
        Address.PRECEDENTS,
        "precedents",
        (open, ctx) -> PrecedentsPage.of(open, ctx.pathParam("id"), query(ctx), shelf));
    shown(
        routes,
        Address.PASSAGES,
        "passages",
        (open, ctx) -> PassagesPage.of(open, ctx.pathParam("id"), query(ctx), Corpus.of(shelf)));
    page(routes, Address.CLAIMS, "claims", Pages::claims);
    page(routes, Address.CLAIM, "oneclaim", (open, ctx) -> ClaimPage.of(open, ctx.pathParam("id")));
    page(routes, Address.SEQUENCE, "sequence", (open, ctx) -> SequencePage.of(open, query(ctx)));
    page(routes, Address.FORECAST, "forecast", (open, ctx) -> ForecastPage.of(open, query(ctx)));
    shown(routes, Address.PACKAGES, "packages", this::packages);
    shown(
        routes,
        Address.REHEARSAL,
        "rehearsal",
        (open, ctx) -> RehearsalPage.of(open, query(ctx), rehearsals));
    page(
        routes,
        Address.ACTS,
        "acts",
        (open, ctx) -> ActsPage.of(open, moment(open, ctx), query(ctx)));
    page(
        routes,
        Address.TIMELINE,
        "timeline",
        (open, ctx) -> TimelinePage.of(open, moment(open, ctx), query(ctx)));
    page(
        routes,
        Address.QUESTIONS,
        "questions",
        (open, ctx) -> QuestionPage.of(open, moment(open, ctx), query(ctx)));
    page(
        routes,
        Address.GUARANTEES,
        "guarantees",
        (open, ctx) -> GuaranteesPage.of(open, query(ctx).day("asOf")));
    // a copy may be added while the case is open, and figures come as they are computed
    shown(
        routes,
        Address.OUTLOOK,
        "outlook",
        (open, ctx) -> OutlookPage.of(open, moment(open, ctx), query(ctx), rates::find));
    shown(
        routes,
        Address.WAYS,
        "ways",
        (open, ctx) -> WaysPage.of(open, moment(open, ctx), rates::find));
    page(
        routes,
        Address.INDICATORS,
        "indicators",
        (open, ctx) -> IndicatorsPage.of(open, moment(open, ctx), query(ctx)));
    page(routes, Address.PLACES, "places", (open, _) -> PlacesPage.of(open));
    page(
        routes,
        Address.WATCH,
        "watch",
        (open, ctx) -> WatchPage.of(open, WatchFilter.of(query(ctx), open)));
    page(
        routes,
        Address.INCIDENT,
        "incident",
        (open, ctx) -> IncidentPage.of(open, ctx.pathParam("id")));
    shown(routes, Address.FINDINGS, "findings", (open, _) -> FindingsPage.of(open, shelf));
    routes.add(
        new Route("POST", Address.FINDINGS.path(), Access.READ, Kind.PAGE, "checks a finding"),
        (ctx, visitor) -> show(ctx, visitor, "findings", this::checked));
    page(
        routes,
        Address.INSTRUMENTS,
        "instruments",
        (open, ctx) -> CasePage.ofInstruments(open, moment(open, ctx)));
    page(
        routes,
        Address.WHOLE_TEXT,
        "wholetext",
        (open, ctx) -> WholeTextPage.of(open, ctx.pathParam("id"), query(ctx)));
    comparedTexts(routes);
    page(
        routes,
        Address.PARTIES,
        "parties",
        (open, ctx) -> CasePage.ofParties(open, moment(open, ctx)));
    page(
        routes,
        Address.PARTY,
        "party",
        (open, ctx) -> PartyPage.of(open, moment(open, ctx), ctx.pathParam("id")));
    page(routes, Address.SOURCES, "sources", (open, ctx) -> SourcesPage.of(open, query(ctx)));
    page(
        routes,
        Address.WEAKEST_SOURCES,
        "weakest",
        (open, ctx) -> WeakestSourcesPage.of(open, moment(open, ctx)));
    page(routes, Address.SOURCE, "source", (open, ctx) -> SourcePage.of(open, ctx.pathParam("id")));
    // the present record stands in EditRoutes, beside its form
    past(
        routes,
        Address.RECORD,
        "edit/record",
        (open, ctx) -> CommentedRecord.of(RecordPage.ofPast(open, ctx.pathParam("id"))));
    routes.page(Address.HISTORY, "who changed what, when and why", this::history);
    shown(routes, Address.SEARCH, "search", Pages::search);
    page(routes, Address.WARNINGS, "warnings", (open, ctx) -> WarningsPage.of(open, query(ctx)));
    page(routes, Address.INBOX, "inbox", (open, ctx) -> InboxPage.of(open, query(ctx)));
    page(
        routes,
        Address.TEXTS,
        "texts",
        (open, ctx) -> TextsPage.of(open, ctx.pathParam("id"), query(ctx)));
    routes.page(
        Address.BRIEF,
        "the briefing",
        (ctx, visitor) ->
            showKept(
                ctx,
                visitor,
                "brief",
                Objects.toString(files.anchor(visitor)),
                (open, _, again) ->
                    new BriefPrinter.Printed(files.briefOnPage(open, ctx, visitor, again), null)));
    for (MemoQuestion each : MemoQuestion.values()) {
      routes.page(
          MemoAddress.page(each),
          "the memo: " + each.word(),
          (ctx, visitor) ->
              showKept(
                  ctx,
                  visitor,
                  "memo",
                  "",
                  (open, of, _) ->
                      new MemoPage.PrintedMemo(
                          MemoPage.of(open, visitor.viewer(), query(of), each), null)));
    }
    files.addTo(routes);
    addAssets(routes);
  }

  /// Adds the files of the program.
  static void addAssets(Routes routes) {
    routes.add(
        new Route(
            "GET", Address.ASSET.path(), Access.EVERYONE, Kind.FILE, "a style, a script, an icon"),
        (ctx, _) -> asset(ctx));
    routes.add(
        new Route("GET", Address.ICON.path(), Access.EVERYONE, Kind.FILE, "the icon"),
        (ctx, _) -> ctx.redirect(Asset.url("icon.svg")));
  }

  /// A page that depends only on the case, the query, and the reader's view and rights, so that it
  /// can be cached.
  private void page(
      Routes routes, Address address, String template, BiFunction<OpenCase, Context, Object> of) {
    routes.page(
        address, "the page: " + template, (ctx, visitor) -> showKept(ctx, visitor, template, of));
    frames.page(routes, address, template, (open, ctx) -> of.apply(said(open, ctx), ctx));
    past(routes, address, template, of);
  }

  /// A page that shows how far a work is, too.
  private void shown(
      Routes routes, Address address, String template, BiFunction<OpenCase, Context, Object> of) {
    routes.page(
        address, "the page: " + template, (ctx, visitor) -> show(ctx, visitor, template, of));
    frames.page(routes, address, template, (open, ctx) -> of.apply(said(open, ctx), ctx));
    past(routes, address, template, of);
  }

  /// A page with forms for the reader: a delegation comments for itself first.
  private void comparedTexts(Routes routes) {
    BiFunction<OpenCase, Context, ComparedTextsPage> of =
        (open, ctx) -> ComparedTextsPage.of(open, ctx.pathParam("id"), query(ctx));
    routes.page(
        Address.COMPARED_TEXTS,
        "the page: comparedtexts",
        (ctx, visitor) ->
            showKept(
                ctx,
                visitor,
                "comparedtexts",
                "",
                (open, asked, _) -> of.apply(open, asked).commentedBy(visitor, CommentDraft.NONE)));
    frames.page(
        routes,
        Address.COMPARED_TEXTS,
        "comparedtexts",
        (open, ctx) -> of.apply(said(open, ctx), ctx));
    past(routes, Address.COMPARED_TEXTS, "comparedtexts", of::apply);
  }

  private void past(
      Routes routes, Address address, String template, BiFunction<OpenCase, Context, Object> of) {
    // a page that is about nothing without a question leads to the board of the present
    Address now = address == Address.AMONG ? Address.BOARD : address;
    routes.add(
        new Route(
            "GET",
            address.pastPath(),
            Access.MEDIATE,
            Kind.PAGE,
            "the page as the case was recorded after an entry: " + template),
        (ctx, visitor) ->
            past.show(
                ctx,
                visitor,
                now,
                open -> templates.show(ctx, template, of.apply(said(open, ctx), ctx))));
  }

  /// The model of a page that is kept.
  private interface KeptModel {

    /// @param again whether the page was made before, when less was known
    Object of(OpenCase open, Context ctx, boolean again);
  }

  private void showKept(
      Context ctx, Visitor visitor, String template, BiFunction<OpenCase, Context, Object> of)
      throws IOException {
    showKept(ctx, visitor, template, "", (open, asked, _) -> of.apply(open, asked));
  }

  /// @param with what the page shows beside the case
  private void showKept(Context ctx, Visitor visitor, String template, String with, KeptModel model)
      throws IOException {
    new WithCase(service, templates)
        .show(
            ctx,
            visitor,
            (_, _, open) -> {
              Visit visit = Visit.current();
              PageCache.Asked asked = asked(ctx, visitor, visit, with);
              Visit gaps = PageCache.withGaps(visit, asked);
              PageCache.Kept page =
                  kept(open).get(asked, again -> made(ctx, template, gaps, model, open, again));
              if (page.pushed() != null) {
                ctx.header(PUSHED, page.pushed());
              }
              Templates.show(ctx, page.filledFor(visit));
              begin(said(open, ctx));
            });
  }

  private static ResultCache<PageCache.Asked, PageCache.Kept> kept(OpenCase open) {
    return open.once(Shown.class, _ -> new Shown(PageCache.cache(PageCache.MOST_BYTES))).pages;
  }

  /// The pages of one state of a case.
  private record Shown(ResultCache<PageCache.Asked, PageCache.Kept> pages) {}

  private static PageCache.Asked asked(Context ctx, Visitor visitor, Visit visit, String with) {
    String query = ctx.queryString();
    String address =
        PageExports.isAsked(ctx)
            ? PageExports.address(ctx).page()
            : ctx.path() + (query == null ? "" : "?" + query);
    return PageCache.Asked.of(
        address + "#" + with, ctx.header("HX-Request") != null, visitor, visit);
  }

  private ResultCache.CurrentResult<PageCache.Kept> made(
      Context ctx, String template, Visit gaps, KeptModel of, OpenCase open, boolean again) {
    return ScopedValue.where(Visit.CURRENT, gaps)
        .call(
            () -> {
              Object model = of.of(said(open, ctx), ctx, again);
              String html = templates.html(ctx, template, model);
              return new ResultCache.CurrentResult<>(
                  PageCache.Kept.of(html, ctx.res().getHeader(PUSHED)),
                  model instanceof BriefPrinter.Printed printed
                      ? printed.brief().isCurrent()
                      : () -> true);
            });
  }

  /// The case as known on the day of the address, with its names in the language of the page.
  private static OpenCase said(OpenCase open, Context ctx) {
    return open.onPageIn(Language.current()).asKnown(query(ctx).day("knownAt"));
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
    new WithCase(service, templates)
        .show(
            ctx,
            visitor,
            (_, _, open) -> {
              templates.show(ctx, template, of.apply(said(open, ctx), ctx));
              begin(said(open, ctx));
            });
  }

  private FindingsPage checked(OpenCase open, Context ctx) {
    FindingsPage page =
        FindingsPage.of(open, shelf, Objects.requireNonNullElse(ctx.formParam("finding"), ""));
    ctx.status(page.problem().isEmpty() ? 200 : 422);
    return page;
  }

  private void history(Context ctx, Visitor visitor) throws IOException {
    show(ctx, visitor, "history", (open, _) -> HistoryPage.of(open, service, visitor, query(ctx)));
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
    return new Query(PageExports.parameters(ctx));
  }

  private static void asset(Context ctx) {
    String name = ctx.pathParam("name");
    Asset asset = Asset.find(name).orElseThrow(() -> new NotOnRecord("file", name, List.of()));
    if (asset.version().equals(ctx.queryParam("v"))) {
      ctx.header("Cache-Control", "public, max-age=31536000, immutable");
    }
    ctx.contentType(asset.type()).result(asset.content());
  }
}

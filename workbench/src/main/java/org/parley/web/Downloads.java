package org.parley.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.answer.memo.MemoQuestion;
import org.parley.board.Stock;
import org.parley.casefile.CaseSchema;
import org.parley.exchange.coding.ImplementationGrades;
import org.parley.exchange.coding.PloverEvents;
import org.parley.exchange.coding.TopicCodes;
import org.parley.exchange.document.AknFile;
import org.parley.exchange.document.TextPageFile;
import org.parley.exchange.document.WordFile;
import org.parley.exchange.document.WrittenText;
import org.parley.exchange.places.GeoJsonWriter;
import org.parley.exchange.provenance.ProvJson;
import org.parley.exchange.tables.CaseTable;
import org.parley.store.Journal;
import org.parley.store.JournalAwayException;
import org.parley.web.access.RequestGuard;
import org.parley.web.access.Route;
import org.parley.web.access.Route.Access;
import org.parley.web.access.Route.Kind;
import org.parley.web.access.Routes;
import org.parley.web.api.line.Acceptable;
import org.parley.web.api.line.Download;
import org.parley.web.board.WholeTextPage;
import org.parley.web.brief.Brief;
import org.parley.web.brief.Copies;
import org.parley.web.brief.Copies.BriefForm;
import org.parley.web.sequence.PlanFiles;
import org.parley.web.service.CaseService;
import org.parley.web.service.Role;
import org.parley.web.service.Visitor;
import org.parley.web.view.Address;
import org.parley.web.view.Link;
import org.parley.web.view.OpenCase;
import org.parley.web.view.ProblemAnswer;
import org.parley.web.view.Query;
import org.parley.web.view.ViewedDay;
import org.parley.wording.Language;

/// Where every file is fetched that a page or a command exports.
final class Downloads {

  /// How long pages wait for packages since these were first asked for.
  private static final Duration ON_PAGE = Duration.ofSeconds(10);

  private final InstantSource clock = InstantSource.system();
  private final CaseService service;
  private final CaseFeeds feeds;
  private final PastMoments past;
  private final Copies copies = new Copies();

  Downloads(CaseService service, PastMoments past) {
    this.service = service;
    this.feeds = new CaseFeeds(service);
    this.past = past;
  }

  void addTo(Routes routes) {
    for (Download each : Download.values()) {
      routes.add(
          new Route("GET", each.address().path(), Access.READ, Kind.FILE, each.shows()),
          (ctx, visitor) -> {
            switch (service.read(visitor)) {
              case CaseService.CaseAccess.Opened(OpenCase open) -> send(each, open, ctx, visitor);
              case CaseService.CaseAccess.Empty _ -> ctx.redirect(Link.to(Address.BOARD));
              case CaseService.CaseAccess.Faulty _
                  when Acceptable.isForPerson(ctx.header("Accept")) ->
                  ctx.redirect(Link.to(Address.BOARD));
              case CaseService.CaseAccess.Faulty faulty ->
                  ProblemAnswer.faulty(
                          visitor.role() == Role.MEDIATOR ? faulty.faults() : List.of())
                      .show(ctx);
            }
          });
      if (each.address().hasPast()) {
        routes.add(
            new Route(
                "GET",
                each.address().pastPath(),
                Access.MEDIATE,
                Kind.FILE,
                each.shows() + ", as recorded after an entry"),
            (ctx, visitor) ->
                past.show(ctx, visitor, Address.BOARD, open -> send(each, open, ctx, visitor)));
      }
    }
  }

  private void send(Download file, OpenCase open, Context ctx, Visitor visitor) {
    byte[] content = content(file, open.in(Language.current()), ctx, visitor);
    // browsers show a PDF themselves
    String how = file.isShown() ? "inline" : "attachment";
    ctx.header("Content-Disposition", how + "; filename=\"" + file.file() + "\"");
    ctx.contentType(file.type()).result(content);
  }

  private byte[] content(Download file, OpenCase all, Context ctx, Visitor visitor) {
    Query query = new Query(ctx.queryParamMap());
    OpenCase open = all.asKnown(query.day("knownAt"));
    return switch (file) {
      case CLAIMS_CSV -> csv(open, CaseTable.Content.CLAIMS);
      case CLAIMS_JSON -> json(open, CaseTable.Content.CLAIMS);
      case ITEMS_CSV -> csv(open, CaseTable.Content.ITEMS);
      case ITEMS_JSON -> json(open, CaseTable.Content.ITEMS);
      case FORECASTS_CSV -> csv(open, CaseTable.Content.FORECASTS);
      case FORECASTS_JSON -> json(open, CaseTable.Content.FORECASTS);
      case ACTS_CSV -> csv(open, CaseTable.Content.ACTS);
      case ACTS_JSON -> json(open, CaseTable.Content.ACTS);
      case PLACES_GEOJSON -> bytes(GeoJsonWriter.write(open.view()));
      case PROV_JSON -> bytes(ProvJson.write(open.board(ViewedDay.of(query, open).asOf())));
      case CODES_CSV -> csv(TopicCodes.of(open.view()));
      case CODES_JSON -> bytes(TopicCodes.of(open.view()).toJson());
      case GRADES_CSV -> csv(grades(open, query));
      case GRADES_JSON -> bytes(grades(open, query).toJson());
      case PLOVER_JSONL -> bytes(PloverEvents.write(open.view()));
      case BODIES_CSV -> csv(open, CaseTable.Content.BODIES);
      case BODIES_JSON -> json(open, CaseTable.Content.BODIES);
      case TEXT_DOCX -> WordFile.write(text(open, query));
      case TEXT_XML -> bytes(AknFile.write(text(open, query)));
      case TEXT_HTML -> bytes(TextPageFile.write(text(open, query)));
      case TEXT_PDF ->
          copies.text(
              open.onPageIn(Language.current()),
              visitor.viewer(),
              query,
              () -> TextPageFile.forPrint(text(open, query)));
      case TIMELINE_CSV -> stock(open.stock(ViewedDay.of(query, open).asOf()));
      case FEED ->
          bytes(
              feeds.changes(open, visitor, RequestGuard.origin(ctx), Link.toPresent(Address.FEED)));
      case CALENDAR -> bytes(feeds.dates(open, visitor));
      case PLAN_ICS -> bytes(PlanFiles.calendar(open, query, feeds.journals(visitor)));
      case PLAN_XML -> bytes(PlanFiles.project(open, query));
      case BRIEF_HTML -> brief(all, visitor, query, BriefForm.HTML);
      case BRIEF_PDF -> brief(all, visitor, query, BriefForm.PDF);
      case BRIEF_DOCX -> brief(all, visitor, query, BriefForm.DOCX);
      case ACCORD_PDF -> memo(open, visitor, query, MemoQuestion.ACCORD);
      case BURDEN_PDF -> memo(open, visitor, query, MemoQuestion.BURDEN);
      case EFFECTS_PDF -> memo(open, visitor, query, MemoQuestion.EFFECTS);
      case SCHEMA -> bytes(CaseSchema.text());
    };
  }

  private static WrittenText text(OpenCase open, Query query) {
    return WholeTextPage.find(open.onPageIn(Language.current()), query);
  }

  private byte[] memo(OpenCase open, Visitor visitor, Query query, MemoQuestion question) {
    return copies.memo(open.onPageIn(Language.current()), visitor.viewer(), query, question);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static CaseTable grades(OpenCase open, Query query) {
    return ImplementationGrades.of(open.view(), ViewedDay.of(query, open).asOf().date());
  }

  private static byte[] csv(OpenCase open, CaseTable.Content content) {
    return csv(CaseTable.of(open.view(), content));
  }

  private static byte[] csv(CaseTable table) {
    StringBuilder csv = new StringBuilder();
    try {
      table.toCsv(csv);
    } catch (IOException e) {
      throw new UncheckedIOException("writing a table into memory", e);
    }
    return bytes(csv.toString());
  }

  private static byte[] stock(Stock stock) {
    StringBuilder csv = new StringBuilder("day,points,agreed,signed,ratified,steps,performed\r\n");
    for (Stock.StockDay each : stock.days()) {
      csv.append(each.day());
      for (int number :
          new int[] {
            each.points(),
            each.agreed(),
            each.signed(),
            each.ratified(),
            each.steps(),
            each.performed()
          }) {
        csv.append(',').append(number);
      }
      csv.append("\r\n");
    }
    return bytes(csv.toString());
  }

  private static byte[] json(OpenCase open, CaseTable.Content content) {
    return bytes(CaseTable.of(open.view(), content).toJson());
  }

  private byte[] brief(OpenCase all, Visitor visitor, Query query, BriefForm form) {
    return copies.brief(
        all.onPageIn(Language.current()),
        visitor.viewer(),
        form,
        Brief.DaysAsked.of(query),
        () -> anchor(visitor));
  }

  /// The briefing on a page, with what is known soon of the packages.
  ///
  /// @param again whether an earlier page waited for them: then with what is known now
  Brief briefOnPage(OpenCase open, Context ctx, Visitor visitor, boolean again) {
    Brief.DaysAsked days = Brief.DaysAsked.of(new Query(ctx.queryParamMap()));
    Duration longest = again ? Duration.ZERO : ON_PAGE;
    return Brief.onPage(open, visitor.viewer(), days, longest).withAnchor(anchor(visitor));
  }

  /// The head hashes of the journal, for a mediator; null if there is none, or the database does
  /// not answer.
  Brief.@Nullable Anchored anchor(Visitor visitor) {
    Journal journal = service.history().journal();
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
}

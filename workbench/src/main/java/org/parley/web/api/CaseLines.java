package org.parley.web.api;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.answer.JsonKey;
import org.parley.answer.board.ActsAnswer;
import org.parley.answer.board.BoardAnswer;
import org.parley.answer.board.BriefAnswer;
import org.parley.answer.board.PointMovementAnswer;
import org.parley.answer.board.QuestionAnswer;
import org.parley.answer.board.TimelineAnswer;
import org.parley.answer.board.WarningsAnswer;
import org.parley.answer.indicators.IndicatorsAnswer;
import org.parley.answer.memo.MemoAnswer;
import org.parley.answer.memo.MemoQuestion;
import org.parley.answer.outlook.OutlookAnswer;
import org.parley.answer.outlook.WaysAnswer;
import org.parley.answer.sources.RestsOnAnswer;
import org.parley.answer.sources.WeakestSourcesAnswer;
import org.parley.board.Board;
import org.parley.board.Movement;
import org.parley.casefile.form.FormValueJson;
import org.parley.exact.Budget;
import org.parley.model.CaseInfo;
import org.parley.model.CaseRecord;
import org.parley.model.PartyId;
import org.parley.model.cases.AsOf;
import org.parley.model.text.Point;
import org.parley.model.text.PointId;
import org.parley.outlook.Forecasts;
import org.parley.outlook.SignedAgreement.Incompatibility;
import org.parley.outlook.SignedAgreement.SettlementScope;
import org.parley.outlook.eventstudy.EventStudy;
import org.parley.reference.AgreementStage;
import org.parley.web.api.line.Asked;
import org.parley.web.api.line.Line;
import org.parley.web.api.line.Parameter;
import org.parley.web.api.line.Reply;
import org.parley.web.board.AmongPage;
import org.parley.web.board.PointPage;
import org.parley.web.board.QuestionPage;
import org.parley.web.brief.Brief;
import org.parley.web.brief.MemoPage;
import org.parley.web.indicators.IndicatorsPage;
import org.parley.web.ledger.WeakestSourcesPage;
import org.parley.web.outlook.OutlookPage;
import org.parley.web.service.Rights;
import org.parley.web.service.Role;
import org.parley.web.service.Version;
import org.parley.web.service.Visitor;
import org.parley.web.view.BadQuery;
import org.parley.web.view.CaseWarnings;
import org.parley.web.view.OpenCase;
import org.parley.web.view.ViewedDay;
import org.parley.web.view.Visit;
import tools.jackson.databind.JsonNode;

/// Who asks, the case, its records, its board.
final class CaseLines {

  /// The one who asks.
  ///
  /// @param idsBegin what the ids of their records begin with
  /// @param form the header that changes of a browser need; absent for others
  record Me(
      String name,
      Role role,
      @Nullable PartyId party,
      boolean maySave,
      String idsBegin,
      @Nullable FormToken form) {}

  record FormToken(@JsonKey(Visit.TOKEN_HEADER) String token) {}

  /// The title of the case, and its counts.
  ///
  /// @param records how many there are of each kind
  record CaseContents(
      String title,
      @Nullable String summary,
      List<PartyId> columns,
      List<LocalDate> days,
      LocalDate lastDay,
      Map<String, Integer> records) {}

  /// The header with its version.
  record CaseHeader(String version, @JsonKey(schema = "CaseInfo") JsonNode header) {}

  private static final Parameter AS_OF =
      Parameter.day(
          "asOf", "The day looked at. Default: the last on which something was said or done.");
  private static final Parameter KNOWN_AT =
      Parameter.day("knownAt", "The day whose knowledge counts. Default: all that is known.");
  private static final Parameter SINCE =
      Parameter.day("since", "An earlier day: what moved since then. Default: none.");

  /// A board of a large case takes megabytes.
  private CaseLines() {}

  static List<Line> lines() {
    return List.of(
        Line.get("/api/me", "about", "me", "who asks, and what their ids begin with")
            .answers(Me.class, CaseLines::me),
        Line.get("/api/case", "case", "getCase", "what the case is called, and how much is in it")
            .answers(CaseContents.class, CaseLines::contents),
        Line.get("/api/case/header", "case", "header", "the header, with its version")
            .answers(
                CaseHeader.class,
                asked ->
                    Reply.versioned(
                        Version.of(asked.open().view().info()).value(), header(asked.open()))),
        Line.get("/api/records/{kind}", "case", "listRecords", "the records of a kind")
            .lists(Records.VersionedRecord.class, CaseLines::records),
        Line.get("/api/records/{kind}/{id}", "case", "findRecord", "one record, with its version")
            .answers(
                Records.VersionedRecord.class,
                asked -> {
                  CaseRecord record = Records.find(asked, Records.form(asked));
                  return Reply.versioned(Version.of(record).value(), Records.versioned(record));
                }),
        Line.get("/api/board", "board", "board", "who agrees to what, and what moved")
            .with(
                AS_OF,
                KNOWN_AT,
                SINCE,
                Parameter.text("party", "The cells of this party alone. Default: of all."))
            .answers(BoardAnswer.class, CaseLines::board),
        Line.get("/api/acts", "board", "acts", "what had happened, and where instruments stand")
            .with(AS_OF, KNOWN_AT)
            .inParts()
            .answers(ActsAnswer.class, CaseLines::acts),
        Line.get(
                "/api/weakest-sources",
                "board",
                "headlineSources",
                "the fewest sources whose falsity would change each headline")
            .with(AS_OF, KNOWN_AT, SINCE)
            .answers(
                WeakestSourcesAnswer.class,
                asked ->
                    Reply.of(
                        WeakestSourcesPage.answer(
                            asked.open(), ViewedDay.of(asked.query(), asked.open()).asOf()))),
        Line.get("/api/timeline", "board", "timeline", "what happened and was said, and the stock")
            .with(
                AS_OF,
                KNOWN_AT,
                Parameter.number(
                    "offset",
                    0,
                    Integer.MAX_VALUE,
                    "How many of the latest entries to leave out. Default: 0."),
                Parameter.number(
                    "limit", 1, Line.MOST, "How many entries at the most. Default: 1000."))
            .answers(TimelineAnswer.class, CaseLines::timeline),
        Line.get(
                "/api/points/{id}/movement",
                "board",
                "movement",
                "how the parties moved on a point")
            .with(AS_OF, KNOWN_AT)
            .answers(PointMovementAnswer.class, CaseLines::movement),
        Line.get("/api/questions", "board", "ask", "the answer to a question that principals ask")
            .with(
                AS_OF,
                KNOWN_AT,
                SINCE,
                Parameter.oneOf("ask", QuestionPage.words(), "The question. Default: wants."),
                Parameter.text("for", "The party that asks. Default: all."))
            .answers(
                QuestionAnswer.class,
                asked ->
                    Reply.of(
                        QuestionPage.of(
                                asked.open(),
                                ViewedDay.of(asked.query(), asked.open()),
                                asked.query())
                            .answer())),
        Line.get(
                "/api/outlook",
                "board",
                "outlook",
                "how long other agreements stood, and which expectations were met")
            .with(
                AS_OF,
                KNOWN_AT,
                Parameter.oneOf(
                    "scope",
                    OutlookPage.words(SettlementScope.values()),
                    "The scope. Default: that of the case."),
                Parameter.oneOf(
                    "about",
                    OutlookPage.words(Incompatibility.values()),
                    "The issue. Default: that of the case."),
                Parameter.oneOf(
                    "stage",
                    OutlookPage.words(AgreementStage.values()),
                    "The stage, as PA-X codes it. Default: that of the case."),
                Parameter.list(
                    "topic", "PA-X topic codes that each has. Default: those of the case."))
            .answers(
                OutlookAnswer.class,
                asked ->
                    Reply.of(
                        OutlookAnswer.of(
                            OutlookPage.asked(asked.query(), asked.open().view().info()),
                            asked.services().rates()::find,
                            asked.open().view(),
                            asked.open().foretold(forecastsOf(asked))))),
        Line.get(
                "/api/outlook/ways",
                "board",
                "outlookWays",
                "how the talks can go, who would have to move, and what would move them most")
            .with(AS_OF, KNOWN_AT)
            .answers(
                WaysAnswer.class,
                asked ->
                    Reply.of(
                        WaysAnswer.of(
                            asked.open().board(asOf(asked)),
                            asked.open().foretold(forecastsOf(asked)),
                            asked.services().rates()::find,
                            Budget.unlimited()))),
        Line.get(
                "/api/indicators",
                "board",
                "indicators",
                "the series beside the case, and whether they moved at its events")
            .with(
                AS_OF,
                KNOWN_AT,
                Parameter.oneOf(
                    "events", IndicatorsPage.words(), "The events looked at. Default: both."),
                Parameter.list(
                    "event", "Only these events: ids of acts, meetings or claims. Default: all."),
                Parameter.number(
                    "length",
                    1,
                    EventStudy.MOST_LENGTH,
                    "Values on each side. Default: 5 by day, 3 by month, 1 by year."),
                Parameter.text(
                    "of", "The donor or country whose values count. Default: the sum of all."))
            .answers(
                IndicatorsAnswer.class,
                asked ->
                    Reply.of(
                        IndicatorsAnswer.of(
                            asked.open().view(),
                            asOf(asked),
                            IndicatorsPage.asked(asked.query())))),
        Line.get(
                "/api/outlook/memo",
                "board",
                "memo",
                "a memo of what can be said, and what cannot: accord, burden or effects")
            .with(
                AS_OF,
                KNOWN_AT,
                Parameter.oneOf("question", MemoQuestion.words(), "The question. Default: accord."))
            .answers(
                MemoAnswer.class,
                asked -> {
                  String word = asked.query().oneOf("question", MemoQuestion.words());
                  return Reply.of(
                      MemoPage.answer(
                          asked.open(),
                          asked.query(),
                          word == null ? MemoQuestion.ACCORD : MemoQuestion.of(word)));
                }),
        Line.get("/api/brief", "board", "brief", "the first page of the briefing, uncut")
            .with(AS_OF, KNOWN_AT, SINCE)
            .answers(
                BriefAnswer.class,
                asked -> {
                  Brief brief =
                      Brief.of(asked.open(), asked.viewer(), Brief.DaysAsked.of(asked.query()));
                  if (!brief.isFinal()) {
                    asked.cutOff(brief.isCurrent());
                  }
                  return Reply.of(brief.answer());
                }),
        Line.get("/api/warnings", "case", "warnings", "which records are probably wrong, and why")
            .answers(WarningsAnswer.class, asked -> Reply.of(CaseWarnings.of(asked.open()))),
        Line.get("/api/board/among", "board", "agreedAmong", "how much some parties agree on")
            .with(
                AS_OF,
                KNOWN_AT,
                SINCE,
                Parameter.list("parties", "Two or more columns of the board.").required())
            .answers(BoardAnswer.AgreementAnswer.class, CaseLines::among),
        Line.get(
                "/api/board/sources",
                "board",
                "weakestSources",
                "the fewest sources whose falsity would change the stance of a party on a point")
            .with(
                AS_OF,
                KNOWN_AT,
                SINCE,
                Parameter.text("point", "The id of the point.").required(),
                Parameter.text("party", "A column of the board.").required())
            .answers(RestsOnAnswer.class, CaseLines::sources));
  }

  private static Reply me(Asked asked) {
    Visitor visitor = asked.visitor();
    String token = Visit.current().token();
    return Reply.of(
        new Me(
            visitor.name(),
            visitor.role(),
            visitor.party(),
            visitor.maySave(),
            Rights.beginningOfIds(visitor),
            token.isEmpty() ? null : new FormToken(token)));
  }

  private static Reply contents(Asked asked) {
    OpenCase open = asked.open();
    CaseInfo info = open.view().info();
    return Reply.of(
        new CaseContents(
            info.title().text(),
            info.summary(),
            info.columns(),
            List.copyOf(open.days()),
            open.lastDay(),
            Records.counts(open)));
  }

  /// The header with its version.
  static CaseHeader header(OpenCase open) {
    CaseInfo info = open.view().info();
    return new CaseHeader(Version.of(info).value(), FormValueJson.of(info));
  }

  private static Reply records(Asked asked) {
    return asked.listed(Records.list(asked.open(), Records.form(asked)), Records::versioned);
  }

  private static Reply acts(Asked asked) {
    OpenCase open = asked.open();
    Asked.Part part = asked.part();
    return Reply.of(
        ActsAnswer.of(open.view(), open.board(asOf(asked)).acts(), part.offset(), part.limit()));
  }

  private static Reply timeline(Asked asked) {
    OpenCase open = asked.open();
    AsOf asOf = asOf(asked);
    return Reply.of(
        TimelineAnswer.of(
            open.view(),
            open.board(asOf),
            open.stock(asOf),
            asked.query().number("offset", 0, Integer.MAX_VALUE, 0),
            asked.query().number("limit", 1, Line.MOST, TimelineAnswer.USUAL_ENTRIES)));
  }

  private static Reply movement(Asked asked) {
    OpenCase open = asked.open();
    Point point = PointPage.point(open, asked.path("id"));
    return Reply.of(PointMovementAnswer.of(open.view(), open.boards(), point.id(), asOf(asked)));
  }

  /// The day of forecasts: that of the last one, unless a day is asked for.
  private static AsOf forecastsOf(Asked asked) {
    return asked.query().day("asOf") == null && asked.query().day("knownAt") == null
        ? Forecasts.shown(asked.open().view(), asOf(asked))
        : asOf(asked);
  }

  /// The day and the knowledge asked for.
  private static AsOf asOf(Asked asked) {
    LocalDate day = Objects.requireNonNullElse(asked.query().day("asOf"), asked.open().lastDay());
    LocalDate known = Objects.requireNonNullElse(asked.query().day("knownAt"), LocalDate.MAX);
    return new AsOf(day, known);
  }

  private static Reply board(Asked asked) {
    OpenCase open = asked.open();
    ViewedDay moment = ViewedDay.of(asked.query(), open);
    Board board = open.board(moment.asOf());
    String party =
        asked.query().oneOf("party", board.columns().stream().map(PartyId::value).toList());
    return Reply.of(
        BoardAnswer.of(
            open.view(),
            board,
            moment.before().map(before -> Movement.between(open.board(before), board)),
            party(party),
            ContradictionWords.of(open)::of));
  }

  private static Optional<PartyId> party(@Nullable String id) {
    return id == null ? Optional.empty() : Optional.of(new PartyId(id));
  }

  private static Reply sources(Asked asked) {
    OpenCase open = asked.open();
    ViewedDay moment = ViewedDay.of(asked.query(), open);
    Board board = open.board(moment.asOf());
    String point =
        oneOf(
            asked, "point", open.view().points().stream().map(each -> each.id().value()).toList());
    String party = oneOf(asked, "party", board.columns().stream().map(PartyId::value).toList());
    return Reply.of(
        RestsOnAnswer.of(open.view(), moment.asOf(), new PointId(point), new PartyId(party)));
  }

  private static String oneOf(Asked asked, String name, List<String> known) {
    String value = asked.query().oneOf(name, known);
    if (value == null) {
      throw new BadQuery(
          name, "", "it is missing", "Maybe one of: " + String.join(", ", known) + ".");
    }
    return value;
  }

  private static Reply among(Asked asked) {
    ViewedDay moment = ViewedDay.of(asked.query(), asked.open());
    return Reply.of(
        BoardAnswer.AgreementAnswer.of(
            AmongPage.of(asked.open(), moment, asked.query()).agreement()));
  }
}

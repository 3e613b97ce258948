package org.parley.web.api;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.answer.board.BoardJson;
import org.parley.board.Board;
import org.parley.board.Movement;
import org.parley.casefile.form.FormValueJson;
import org.parley.model.CaseRecord;
import org.parley.model.PartyId;
import org.parley.model.cases.CaseView;
import org.parley.web.api.line.Asked;
import org.parley.web.api.line.Line;
import org.parley.web.api.line.Parameter;
import org.parley.web.api.line.ReadyJson;
import org.parley.web.api.line.Reply;
import org.parley.web.board.AmongPage;
import org.parley.web.service.Rights;
import org.parley.web.service.Version;
import org.parley.web.service.Visitor;
import org.parley.web.view.OpenCase;
import org.parley.web.view.RecentCache;
import org.parley.web.view.ViewedDay;
import org.parley.web.view.Visit;
import org.parley.wording.Language;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Who asks, the case, its records, its board.
final class CaseLines {

  static final String TYPES =
      """
      Me = {name: text, role: text, party?: id, maySave: truth, idsBegin: text,
        form?: {"X-Parley-Token": text}}
      CaseContents = {title: text, summary?: text, columns: id[], days: day[], lastDay: day,
        records: map<whole>}
      CaseHeader = {version: text, header: CaseInfo}
      Board = {title: text, asOf: day, knownAt?: day, headline: text, columns: id[],
        rows: {subject: id, cells: Cell[]}[], completeness: Agreement[],
        quotedShares: QuotedShare[], contradictions: Contradiction[], moved?: Moved}
      Cell = {party: id, stance: text, basis: text, onTheWordOf: id[], claims: id[],
        independentSources: whole, conditions: text[], receipt: text, receiptClaims: id[],
        preferences: {option: id, claim: id}[], contested: truth}
      Agreement = {parties: id[], agreed: whole, agreedByOwnWords: whole, total: whole,
        agreedWeight: whole, totalWeight: whole, provisional: truth, counts: map<whole>,
        points: {point: id, stance: text, basis: text, onTheWordOf: id[]}[]}
      QuotedShare = {claim: id, share?: text, about: id[], between: id[], speaker: text, party: id,
        said: text, agreed?: whole, total?: whole, explanation: text}
      Contradiction = {kind: text, party: id, first: id, second: id, subjects: id[], words: text}
      Moved = {changes: {subject: id, before: Cell, after: Cell, movedBy: id[]}[],
        completeness: {parties: id[], before: whole, after: whole}[],
        newContradictions: Contradiction[], settledContradictions: Contradiction[],
        newQuotedShares: QuotedShare[]}
      """;

  private static final Parameter AS_OF =
      Parameter.day("asOf", "The day looked at. Default: the last on which something was said.");
  private static final Parameter KNOWN_AT =
      Parameter.day("knownAt", "The day whose knowledge counts. Default: all that is known.");
  private static final Parameter SINCE =
      Parameter.day("since", "An earlier day: what moved since then. Default: none.");

  /// A board of a large case takes megabytes.
  private static final int BOARDS_KEPT = 4;

  private CaseLines() {}

  static List<Line> lines() {
    return List.of(
        Line.get("/api/me", "about", "me", "who asks, and what their ids begin with")
            .answers("Me", CaseLines::me),
        Line.get("/api/case", "case", "getCase", "what the case is called, and how much is in it")
            .answers("CaseContents", CaseLines::contents),
        Line.get("/api/case/header", "case", "header", "the header, with its version")
            .answers(
                "CaseHeader",
                asked ->
                    Reply.versioned(
                        Version.of(asked.open().view().info()).value(), header(asked.open()))),
        Line.get("/api/records/{kind}", "case", "listRecords", "the records of a kind")
            .lists("VersionedRecord", CaseLines::records),
        Line.get("/api/records/{kind}/{id}", "case", "findRecord", "one record, with its version")
            .answers(
                "VersionedRecord",
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
            .answers("Board", CaseLines::board),
        Line.get("/api/board/among", "board", "agreedAmong", "how much some parties agree on")
            .with(
                AS_OF,
                KNOWN_AT,
                SINCE,
                Parameter.list("parties", "Two or more columns of the board.").required())
            .answers("Agreement", CaseLines::among));
  }

  private static Reply me(Asked asked) {
    Visitor visitor = asked.visitor();
    ObjectNode json = JsonMapper.shared().createObjectNode();
    json.put("name", visitor.name()).put("role", visitor.role().word());
    if (visitor.party() != null) {
      json.put("party", visitor.party().value());
    }
    json.put("maySave", visitor.maySave()).put("idsBegin", Rights.beginningOfIds(visitor));
    String token = Visit.current().token();
    if (!token.isEmpty()) {
      json.putObject("form").put(Visit.TOKEN_HEADER, token);
    }
    return Reply.of(json);
  }

  private static Reply contents(Asked asked) {
    OpenCase open = asked.open();
    CaseView view = open.view();
    ObjectNode json = JsonMapper.shared().createObjectNode();
    json.put("title", view.info().title().text());
    if (view.info().summary() != null) {
      json.put("summary", view.info().summary());
    }
    var columns = json.putArray("columns");
    view.info().columns().forEach(each -> columns.add(each.value()));
    var days = json.putArray("days");
    open.days().forEach(each -> days.add(each.toString()));
    json.put("lastDay", open.lastDay().toString());
    ObjectNode records = json.putObject("records");
    Records.counts(open).forEach(records::put);
    return Reply.of(json);
  }

  /// The header with its version.
  static ObjectNode header(OpenCase open) {
    ObjectNode json = JsonMapper.shared().createObjectNode();
    json.put("version", Version.of(open.view().info()).value());
    json.set("header", FormValueJson.of(open.view().info()));
    return json;
  }

  private static Reply records(Asked asked) {
    return asked.listed(Records.list(asked.open(), Records.form(asked)), Records::versioned);
  }

  private static Reply board(Asked asked) {
    OpenCase open = asked.open();
    ViewedDay moment = ViewedDay.of(asked.query(), open);
    Board board = open.board(moment.asOf());
    String party =
        asked.query().oneOf("party", board.columns().stream().map(PartyId::value).toList());
    return new Reply.Ready(
        open.once(Written.class, _ -> new Written(new RecentCache<>(BOARDS_KEPT)))
            .boards
            .get(
                List.of(moment.asOf(), moment.before(), party(party), Language.current()),
                () ->
                    ReadyJson.of(
                        new BoardJson(open.view(), board)
                            .toJson(
                                moment
                                    .before()
                                    .map(before -> Movement.between(open.board(before), board)),
                                party(party)))));
  }

  /// The boards of one case that were asked for last, as they are sent.
  private record Written(RecentCache<List<?>, ReadyJson> boards) {}

  private static Optional<PartyId> party(@Nullable String id) {
    return id == null ? Optional.empty() : Optional.of(new PartyId(id));
  }

  private static Reply among(Asked asked) {
    ViewedDay moment = ViewedDay.of(asked.query(), asked.open());
    return Reply.of(BoardJson.among(AmongPage.of(asked.open(), moment, asked.query()).agreement()));
  }
}

package org.parley.web.api;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.parley.casefile.form.RecordForm;
import org.parley.model.claim.Claim;
import org.parley.redline.Piece;
import org.parley.redline.RedlineSpan;
import org.parley.web.api.line.Asked;
import org.parley.web.api.line.Line;
import org.parley.web.api.line.Parameter;
import org.parley.web.api.line.Reply;
import org.parley.web.board.TextsPage;
import org.parley.web.edit.Completion;
import org.parley.web.ledger.ClaimFilter;
import org.parley.web.ledger.InboxPage;
import org.parley.web.search.SearchPage;
import org.parley.web.view.OpenCase;
import org.parley.web.view.ProblemCode;
import org.parley.web.view.Say;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What was said, what came in, what the texts say, and finding it.
final class LedgerLines {

  static final String TYPES =
      """
      ListedClaim = {kind: text, id: id, version: text, visibility: Visibility, fate: text,
        deniedBy: id[], record: Claim}
      SearchResult = {words: text, total: whole,
        groups: {kind: text, count: whole, hits: {id: id, title: text, excerpt: text}[]}[]}
      Inbox = {waiting: VersionedItem[], unread: VersionedSource[], decided: VersionedItem[], page: whole,
        pages: whole}
      Suggestion = {id: id, title: text, kind: text}
      Texts = {point: id, from: text, to: text, spans: Span[], moves: {who: id[], words: text}[]}
      Piece = {is: "kept" | "added" | "removed", text: text}
      Span = {plain: Piece} | {bracket: {is: "kept" | "added" | "removed", label?: text,
        alternatives: {is: "kept" | "added" | "removed", words: Piece[], noText: truth,
        holders: id[], came: id[], left: id[]}[]}}
      """;

  private LedgerLines() {}

  static List<Line> lines() {
    return List.of(
        Line.get("/api/claims", "claims", "listClaims", "the claims that pass a filter")
            .with(filter())
            .lists("ListedClaim", LedgerLines::claims),
        Line.get("/api/search", "case", "search", "the records that have some words")
            .with(
                Parameter.text("q", "The words; a record has all of them. Default: none."),
                Parameter.oneOf(
                    "kind",
                    List.copyOf(RecordForm.kinds()),
                    "Of this kind alone. Default: of all."))
            .answers("SearchResult", LedgerLines::search),
        Line.get("/api/complete", "case", "complete", "ids that complete what is typed")
            .with(
                Parameter.text("q", "What is typed. Default: nothing."),
                Parameter.text("kinds", "Kinds of records with blanks between, as parties points.")
                    .required(),
                Parameter.text(
                    "on", "Of options and parts, those of this point. Default: of all points."))
            .lists("Suggestion", LedgerLines::complete),
        Line.get("/api/inbox", "claims", "inbox", "what came in, and what became of it")
            .with(
                Parameter.oneOf(
                    "show",
                    InboxPage.DECISIONS.stream().map(Say.Choice::value).toList(),
                    "What was decided so alone. Default: all decisions."),
                Parameter.number("page", 1, 1_000_000, "A page of what was decided. Default: 1."))
            .answers("Inbox", LedgerLines::inbox),
        Line.get("/api/points/{id}/texts", "board", "compareTexts", "two texts of a point compared")
            .with(
                Parameter.text("from", "The earlier version. Default: the last but one."),
                Parameter.text("to", "The later version. Default: the last."))
            .answers("Texts", LedgerLines::texts));
  }

  private static Parameter[] filter() {
    return new Parameter[] {
      Parameter.text("q", "Words of the claim, its speaker or their office. Default: any."),
      Parameter.text("party", "The party that speaks or is spoken for. Default: any."),
      Parameter.text("speaker", "A part of the name of the speaker. Default: any."),
      Parameter.text("about", "The id of a document, a point or a part, or whole. Default: any."),
      Parameter.oneOf(
          "asserts",
          Say.kinds().stream().map(Say.Choice::value).toList(),
          "What is asserted. Default: anything."),
      Parameter.oneOf("channel", List.of("public", "confidential"), "How. Default: either."),
      Parameter.day("from", "Said on this day or later. Default: any."),
      Parameter.day("to", "Said on this day or earlier. Default: any."),
      Parameter.oneOf("basis", List.of("own", "hearsay"), "On whose word. Default: either."),
      Parameter.oneOf(
          "fate",
          List.of("stands", "superseded", "retracted", "denied"),
          "What became of it. Default: anything."),
      Parameter.text("source", "The id of a source. Default: any."),
      Parameter.oneOf("order", List.of("oldest"), "Oldest first. Default: newest first.")
    };
  }

  private static Reply claims(Asked asked) {
    OpenCase open = asked.open();
    return asked.listed(
        ClaimFilter.read(asked.query(), open.view()).apply(open), claim -> claim(open, claim));
  }

  private static ObjectNode claim(OpenCase open, Claim claim) {
    ObjectNode json = Records.versioned(claim);
    ObjectNode whole = JsonMapper.shared().createObjectNode();
    whole.setAll(json);
    whole.remove("record");
    whole.put("fate", "stands");
    ArrayNode denied = whole.putArray("deniedBy");
    open.ledger()
        .find(claim.id())
        .ifPresent(
            entry -> {
              whole.put("fate", Say.key(entry.fate()));
              entry.deniedBy().forEach(each -> denied.add(each.toString()));
            });
    whole.set("record", json.get("record"));
    return whole;
  }

  private static Reply search(Asked asked) {
    SearchPage page = SearchPage.of(asked.open(), asked.query());
    SearchPage.Making making = page.making();
    if (making != null) {
      throw new Unanswered(
          ProblemCode.INDEX_NOT_READY,
          "The search index is being made",
          making.done() + " of " + making.all() + " records have been read.",
          "Maybe ask again in a few seconds.");
    }
    ObjectNode json = JsonMapper.shared().createObjectNode();
    json.put("words", page.words()).put("total", page.total());
    ArrayNode groups = json.putArray("groups");
    for (SearchPage.Group group : page.groups()) {
      ObjectNode each = groups.addObject().put("kind", group.kind()).put("count", group.count());
      ArrayNode hits = each.putArray("hits");
      for (SearchPage.Hit hit : group.hits()) {
        hits.addObject()
            .put("id", hit.id())
            .put("title", joined(hit.title()))
            .put("excerpt", joined(hit.excerpt()));
      }
    }
    return Reply.of(json);
  }

  private static String joined(List<SearchPage.Piece> pieces) {
    return pieces.stream().map(SearchPage.Piece::text).collect(Collectors.joining());
  }

  private static Reply complete(Asked asked) {
    String typed = asked.query().text("q");
    return asked.listed(
        Completion.of(
            asked.open(),
            asked.query().text("kinds"),
            asked.query().text("on"),
            typed == null ? "" : typed),
        each ->
            JsonMapper.shared()
                .createObjectNode()
                .put("id", each.id())
                .put("title", each.title())
                .put("kind", each.kind()));
  }

  private static Reply inbox(Asked asked) {
    InboxPage page = InboxPage.of(asked.open(), asked.query());
    ObjectNode json = JsonMapper.shared().createObjectNode();
    ArrayNode waiting = json.putArray("waiting");
    page.waiting().forEach(each -> waiting.add(Records.versioned(each)));
    ArrayNode unread = json.putArray("unread");
    page.unread().forEach(each -> unread.add(Records.versioned(each)));
    ArrayNode decided = json.putArray("decided");
    page.decided().forEach(each -> decided.add(Records.versioned(each)));
    return Reply.of(json.put("page", page.page()).put("pages", page.pages()));
  }

  private static Reply texts(Asked asked) {
    TextsPage page = TextsPage.of(asked.open(), asked.path("id"), asked.query());
    ObjectNode json = JsonMapper.shared().createObjectNode();
    json.put("point", page.point().id().value());
    json.put("from", page.from().version()).put("to", page.to().version());
    ArrayNode spans = json.putArray("spans");
    for (RedlineSpan span : page.wordings().spans()) {
      switch (span) {
        case RedlineSpan.Plain(Piece piece) -> spans.addObject().set("plain", piece(piece));
        case RedlineSpan.Bracket bracket -> spans.addObject().set("bracket", bracket(bracket));
      }
    }
    ArrayNode moves = json.putArray("moves");
    for (TextsPage.Told told : page.moves()) {
      ObjectNode each = moves.addObject();
      ids(each, "who", told.who());
      each.put("words", told.words());
    }
    return Reply.of(json);
  }

  private static ObjectNode piece(Piece piece) {
    return JsonMapper.shared()
        .createObjectNode()
        .put("is", Say.key(piece.kind()))
        .put("text", piece.text());
  }

  private static ObjectNode bracket(RedlineSpan.Bracket bracket) {
    ObjectNode json = JsonMapper.shared().createObjectNode();
    json.put("is", Say.key(bracket.kind()));
    if (bracket.label() != null) {
      json.put("label", bracket.label());
    }
    ArrayNode all = json.putArray("alternatives");
    for (RedlineSpan.Alternative each : bracket.alternatives()) {
      ObjectNode one = all.addObject().put("is", Say.key(each.kind()));
      ArrayNode words = one.putArray("words");
      each.words().forEach(piece -> words.add(piece(piece)));
      one.put("noText", each.noText());
      ids(one, "holders", each.holders());
      ids(one, "came", each.came());
      ids(one, "left", each.left());
    }
    return json;
  }

  private static void ids(ObjectNode json, String name, List<?> ids) {
    ArrayNode array = json.putArray(name);
    new ArrayList<>(ids).forEach(each -> array.add(each.toString()));
  }
}

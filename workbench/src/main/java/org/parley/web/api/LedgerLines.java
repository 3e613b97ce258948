package org.parley.web.api;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.parley.answer.JsonKey;
import org.parley.board.word.Ledger;
import org.parley.casefile.form.RecordForm;
import org.parley.model.PartyId;
import org.parley.model.claim.Claim;
import org.parley.model.claim.ClaimId;
import org.parley.model.text.PointId;
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
import tools.jackson.databind.JsonNode;

/// Claims, items, texts, and search.
final class LedgerLines {

  /// A claim, and what became of it.
  record ListedClaim(
      String kind,
      String id,
      String version,
      @JsonKey(schema = "Visibility") JsonNode visibility,
      Ledger.Fate fate,
      List<ClaimId> deniedBy,
      @JsonKey(schema = "Claim") JsonNode record) {}

  /// The records that have some words.
  record SearchResult(String words, int total, List<SearchGroup> groups) {}

  /// Those of a kind.
  record SearchGroup(String kind, int count, List<SearchHit> hits) {}

  record SearchHit(String id, String title, String excerpt) {}

  /// Items and their decisions.
  record Inbox(
      List<Records.VersionedRecord> waiting,
      List<Records.VersionedRecord> unread,
      List<Records.VersionedRecord> decided,
      int page,
      int pages) {}

  /// Two texts of a point, compared.
  record Texts(PointId point, String from, String to, List<TextSpan> spans, List<TextMove> moves) {}

  /// A part of a comparison: either a piece or a bracket.
  record TextSpan(@Nullable TextPiece plain, @Nullable TextBracket bracket) {}

  record TextPiece(Piece.Kind is, String text) {}

  /// Text in brackets: what several hold of it.
  record TextBracket(Piece.Kind is, @Nullable String label, List<TextAlternative> alternatives) {}

  record TextAlternative(
      Piece.Kind is,
      List<TextPiece> words,
      boolean noText,
      List<PartyId> holders,
      List<PartyId> came,
      List<PartyId> left) {}

  record TextMove(List<PartyId> who, String words) {}

  private LedgerLines() {}

  static List<Line> lines() {
    return List.of(
        Line.get("/api/claims", "claims", "listClaims", "the claims that pass a filter")
            .with(filter())
            .lists(ListedClaim.class, LedgerLines::claims),
        Line.get("/api/search", "case", "search", "the records that have some words")
            .with(
                Parameter.text("q", "The words; a record has all of them. Default: none."),
                Parameter.oneOf(
                    "kind",
                    List.copyOf(RecordForm.kinds()),
                    "Of this kind alone. Default: of all."))
            .answers(SearchResult.class, LedgerLines::search),
        Line.get("/api/complete", "case", "complete", "ids that complete what is typed")
            .with(
                Parameter.text("q", "What is typed. Default: nothing."),
                Parameter.text("kinds", "Kinds of records with blanks between, as parties points.")
                    .required(),
                Parameter.text(
                    "on", "Of options and parts, those of this point. Default: of all points."))
            .lists(Completion.Suggestion.class, LedgerLines::complete),
        Line.get("/api/inbox", "claims", "inbox", "what came in, and what became of it")
            .with(
                Parameter.oneOf(
                    "show",
                    InboxPage.DECISIONS,
                    "What was decided so alone. Default: all decisions."),
                Parameter.number("page", 1, 1_000_000, "A page of what was decided. Default: 1."))
            .answers(Inbox.class, LedgerLines::inbox),
        Line.get("/api/points/{id}/texts", "board", "compareTexts", "two texts of a point compared")
            .with(
                Parameter.text("from", "The earlier version. Default: the last but one."),
                Parameter.text("to", "The later version. Default: the last."))
            .answers(Texts.class, LedgerLines::texts));
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

  private static ListedClaim claim(OpenCase open, Claim claim) {
    Records.VersionedRecord versioned = Records.versioned(claim);
    Ledger.Entry entry = open.ledger().find(claim.id()).orElse(null);
    return new ListedClaim(
        versioned.kind(),
        versioned.id(),
        versioned.version(),
        versioned.visibility(),
        entry == null ? Ledger.Fate.STANDS : entry.fate(),
        entry == null ? List.of() : entry.deniedBy(),
        versioned.record());
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
    return Reply.of(
        new SearchResult(
            page.words(),
            page.total(),
            page.groups().stream()
                .map(
                    group ->
                        new SearchGroup(
                            group.kind(),
                            group.count(),
                            group.hits().stream()
                                .map(
                                    hit ->
                                        new SearchHit(
                                            hit.id(), joined(hit.title()), joined(hit.excerpt())))
                                .toList()))
                .toList()));
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
        each -> each);
  }

  private static Reply inbox(Asked asked) {
    InboxPage page = InboxPage.of(asked.open(), asked.query());
    return Reply.of(
        new Inbox(
            page.waiting().stream().map(Records::versioned).toList(),
            page.unread().stream().map(Records::versioned).toList(),
            page.decided().stream().map(Records::versioned).toList(),
            page.page(),
            page.pages()));
  }

  private static Reply texts(Asked asked) {
    TextsPage page = TextsPage.of(asked.open(), asked.path("id"), asked.query());
    return Reply.of(
        new Texts(
            page.point().id(),
            page.from().version(),
            page.to().version(),
            page.wordings().spans().stream().map(LedgerLines::span).toList(),
            page.moves().stream().map(each -> new TextMove(each.who(), each.words())).toList()));
  }

  private static TextSpan span(RedlineSpan span) {
    return switch (span) {
      case RedlineSpan.Plain(Piece piece) -> new TextSpan(piece(piece), null);
      case RedlineSpan.Bracket bracket ->
          new TextSpan(
              null,
              new TextBracket(
                  bracket.kind(),
                  bracket.label(),
                  bracket.alternatives().stream().map(LedgerLines::alternative).toList()));
    };
  }

  private static TextPiece piece(Piece piece) {
    return new TextPiece(piece.kind(), piece.text());
  }

  private static TextAlternative alternative(RedlineSpan.Alternative each) {
    return new TextAlternative(
        each.kind(),
        each.words().stream().map(LedgerLines::piece).toList(),
        each.noText(),
        each.holders(),
        each.came(),
        each.left());
  }
}

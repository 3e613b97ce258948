package org.parley.web.api;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.casefile.form.FieldProblem;
import org.parley.newsfeed.WatchedFeed;
import org.parley.reading.cases.ClaimDraft;
import org.parley.reading.cases.QuotationDoubt;
import org.parley.reading.statements.StatementGroup;
import org.parley.web.api.line.Asked;
import org.parley.web.api.line.Line;
import org.parley.web.api.line.Parameter;
import org.parley.web.api.line.Reply;
import org.parley.web.queue.BulkPage;
import org.parley.web.queue.FeedView;
import org.parley.web.queue.QueueFilter;
import org.parley.web.queue.QueuePage;
import org.parley.web.queue.QueueService;
import org.parley.web.queue.StatementView;
import tools.jackson.databind.JsonNode;

/// Many texts, decided once a statement. Texts are brought one by one with `POST /api/texts`.
final class QueueLines {

  /// A statement that waits for a decision.
  ///
  /// @param told its proposals, the fullest first, as `text/number`
  /// @param record the claim on record that it confirms or differs from
  /// @param appended whether a confirmation adds sources to that claim
  /// @param subject the subjects of the case, or the words of the text
  /// @param lacks what it cannot be accepted without
  record StatementAnswer(
      List<String> told,
      StatementGroup.Relation relation,
      @Nullable String record,
      @Nullable Boolean appended,
      boolean contradicts,
      boolean newSinceYesterday,
      boolean unreadSource,
      boolean newsroom,
      String speaker,
      @Nullable String party,
      String subject,
      String stance,
      @Nullable String said,
      String quotation,
      int confidence,
      List<ToldBy> sources,
      List<AddedDetail> added,
      List<QuotationDoubt> doubts,
      List<ClaimDraft.MissingPart> lacks) {}

  /// A text that tells it.
  record ToldBy(String publisher, boolean onRecord, @Nullable String repeats, String words) {}

  /// A detail that a text adds.
  record AddedDetail(StatementGroup.Kind kind, String words, String publisher) {}

  /// A decided statement.
  ///
  /// @param record the claim or record that holds it; absent if it was dismissed
  record StatementDecided(List<String> told, @Nullable String record) {}

  /// The statements that would be written in bulk, or were.
  ///
  /// @param shown the SHA-256 of what would be written, sent back to write it
  /// @param left how many statements are left to be decided one by one
  record BulkAnswer(int from, List<StatementAnswer> statements, String shown, int left) {}

  enum DecisionWord {
    NEW,
    OTHERWISE,
    CONFIRMS,
    DISMISS,
    REOPEN
  }

  record StatementDecisionInput(
      List<String> told,
      DecisionWord decision,
      @Nullable String record,
      @Nullable String speaker,
      @Nullable String party,
      @Nullable String about,
      @Nullable String stance,
      @Nullable String detail,
      @Nullable String said) {}

  record BulkInput(int from, String shown) {}

  /// A feed that is watched.
  ///
  /// @param looked when it was last asked for
  /// @param brought how many of its entries were brought
  /// @param trouble why it could not be had the last time
  /// @param gone whether it is not asked for again
  record NewsFeedAnswer(
      String address,
      String name,
      int minutes,
      @Nullable Instant looked,
      int brought,
      @Nullable String trouble,
      boolean gone) {}

  /// All feeds that are watched, after a change.
  record NewsFeedsAnswer(List<NewsFeedAnswer> feeds) {}

  enum NewsFeedWish {
    WATCH,
    FORGET,
    LOOK
  }

  /// A change to the feeds that are watched.
  ///
  /// @param address the feed; not for `look`
  /// @param minutes the interval at which it is asked for. Default: 30
  record NewsFeedInput(NewsFeedWish wish, @Nullable String address, @Nullable Integer minutes) {}

  private static final Set<String> FIELDS =
      Set.of("record", "speaker", "party", "about", "stance", "detail", "said");

  private QueueLines() {}

  static List<Line> lines() {
    return List.of(
        Line.get("/api/queue", "reading", "listStatements", "what the texts say, once a statement")
            .forClaimants()
            .with(
                Parameter.oneOf("show", shows(), "A group. Default: all."),
                Parameter.text("source", "A part of a publisher's name. Default: all."),
                Parameter.number("least", 0, 100, "The least confidence in percent. Default: 0."))
            .lists(StatementAnswer.class, QueueLines::statements),
        Line.change(
                "POST", "/api/queue/decide", "reading", "decideStatement", "decides on a statement")
            .forClaimants()
            .sent(StatementDecisionInput.class)
            .answers(StatementDecided.class, QueueLines::decide),
        Line.get("/api/queue/bulk", "reading", "findBulk", "what would be written in bulk")
            .forClaimants()
            .with(
                Parameter.number("from", 0, 100, "From which confidence in percent. Default: 90."))
            .answers(BulkAnswer.class, asked -> Reply.of(bulk(asked, from(asked)))),
        Line.change(
                "POST", "/api/queue/bulk", "reading", "acceptBulk", "writes what was shown in bulk")
            .forClaimants()
            .sent(BulkInput.class)
            .answers(BulkAnswer.class, QueueLines::acceptAll),
        Line.get("/api/queue/feeds", "reading", "listNewsFeeds", "the feeds that are watched")
            .forClaimants()
            .lists(NewsFeedAnswer.class, asked -> asked.listed(feeds(asked), QueueLines::feed)),
        Line.change(
                "POST",
                "/api/queue/feeds",
                "reading",
                "changeNewsFeeds",
                "watches a feed, stops watching it, or asks for all now")
            .forClaimants()
            .sent(NewsFeedInput.class)
            .answers(NewsFeedsAnswer.class, QueueLines::changeFeeds));
  }

  private static List<String> shows() {
    return Stream.of(QueueFilter.QueueGroup.values())
        .filter(
            each -> each != QueueFilter.QueueGroup.EVENTS && each != QueueFilter.QueueGroup.DECIDED)
        .map(each -> each.name().toLowerCase(Locale.ROOT))
        .toList();
  }

  private static QueueService queue(Asked asked) {
    return asked.services().queue();
  }

  private static Reply statements(Asked asked) {
    List<StatementView> all =
        QueuePage.statements(
            queue(asked),
            asked.visitor(),
            asked.open(),
            asked.today(),
            QueueFilter.of(filter(asked)));
    return asked.listed(all, QueueLines::statement);
  }

  private static Map<String, List<String>> filter(Asked asked) {
    Map<String, List<String>> filter = new LinkedHashMap<>();
    String show = asked.query().oneOf("show", shows());
    String source = asked.query().text("source");
    filter.put("show", show == null ? List.of() : List.of(show));
    filter.put("source", source == null ? List.of() : List.of(source));
    filter.put("least", List.of(Integer.toString(asked.query().number("least", 0, 100, 0))));
    return filter;
  }

  private static StatementAnswer statement(StatementView each) {
    StatementView.RecordView record = each.record();
    return new StatementAnswer(
        List.of(each.told().split(" ", -1)),
        each.relation(),
        record == null ? null : record.id(),
        record == null ? null : record.isAppended(),
        each.isContrary(),
        each.isFresh(),
        each.isUnread(),
        each.isNewsroom(),
        each.speaker(),
        each.party().isEmpty() ? null : each.party(),
        each.subject(),
        each.stance(),
        each.said().isEmpty() ? null : each.said(),
        each.quotation(),
        each.confidence(),
        each.reports().stream()
            .map(
                told ->
                    new ToldBy(
                        told.publisher(),
                        told.isOnRecord(),
                        told.repeats().isEmpty() ? null : told.repeats(),
                        told.words()))
            .toList(),
        each.added().stream()
            .map(detail -> new AddedDetail(detail.kind(), detail.words(), detail.publisher()))
            .toList(),
        each.doubts(),
        each.lacks());
  }

  private static Reply decide(Asked asked) {
    JsonNode body = asked.body(StatementDecisionInput.class);
    Map<String, List<String>> sent = new LinkedHashMap<>();
    List<String> told = new ArrayList<>();
    body.path("told").forEach(each -> told.add(each.isString() ? each.stringValue() : "?"));
    sent.put("told", List.of(String.join(" ", told)));
    sent.put("as", List.of(Asked.text(body, "decision")));
    for (String each : FIELDS) {
      if (body.has(each)) {
        sent.put(each, List.of(Asked.text(body, each)));
      }
    }
    QueueService.Wish wish = QueueService.Wish.of(sent);
    List<FieldProblem> troubles = queue(asked).decide(asked.visitor(), asked.open(), wish);
    if (!troubles.isEmpty()) {
      return Errors.unfilled("statement", troubles);
    }
    String record =
        queue(asked)
            .recordOf(asked.visitor(), asked.again().open(), wish.told().getFirst())
            .orElse(null);
    return Reply.of(new StatementDecided(told, record));
  }

  private static List<FeedView> feeds(Asked asked) {
    return FeedView.of(queue(asked).feeds());
  }

  private static NewsFeedAnswer feed(FeedView feed) {
    return new NewsFeedAnswer(
        feed.address(),
        feed.name(),
        feed.minutes(),
        feed.looked(),
        feed.brought(),
        feed.trouble().isEmpty() ? null : feed.trouble(),
        feed.isGone());
  }

  private static Reply changeFeeds(Asked asked) {
    JsonNode body = asked.body(NewsFeedInput.class);
    List<FieldProblem> troubles =
        queue(asked)
            .feed(
                Asked.text(body, "wish"),
                Asked.text(body, "address"),
                body.path("minutes").asString(Integer.toString(WatchedFeed.USUAL_MINUTES)));
    return troubles.isEmpty()
        ? Reply.of(new NewsFeedsAnswer(feeds(asked).stream().map(QueueLines::feed).toList()))
        : Errors.unfilled("feed", troubles);
  }

  private static int from(Asked asked) {
    return asked.query().number("from", 0, 100, 90);
  }

  private static BulkAnswer bulk(Asked asked, int from) {
    BulkPage page =
        BulkPage.of(
            queue(asked),
            asked.visitor(),
            asked.open(),
            asked.today(),
            QueueFilter.of(Map.of()),
            from,
            List.of());
    return new BulkAnswer(
        from,
        page.entries().stream().map(each -> statement(each.statement())).toList(),
        page.digest(),
        page.left());
  }

  private static Reply acceptAll(Asked asked) {
    JsonNode body = asked.body(BulkInput.class);
    int from = body.path("from").asInt(-1);
    BulkAnswer shown = bulk(asked, Math.clamp(from, 0, 100));
    List<FieldProblem> troubles =
        queue(asked)
            .acceptAll(
                asked.visitor(),
                asked.open(),
                QueueFilter.of(Map.of()),
                from,
                Asked.text(body, "shown"));
    return troubles.isEmpty() ? Reply.of(shown) : Errors.unfilled("statement", troubles);
  }
}

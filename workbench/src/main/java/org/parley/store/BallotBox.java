package org.parley.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.parley.model.PartyId;
import org.parley.model.round.TabledPackageId;
import org.parley.model.text.OptionId;
import org.parley.model.text.PointId;
import org.parley.round.AnswerSheet;
import org.parley.round.AnswerWord;
import org.parley.round.RefusedAnswer;
import org.parley.round.SealedAnswer;
import org.parley.round.SealedAsk;
import org.parley.round.log.SealedEntries;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The sealed answers of a case: append-only, hash-chained, and beside the journal.
///
/// They are no entries of the journal, since its numbers would tell mediators that somebody
/// answered. Only the service of rounds reads them. An operator with the database can read them
/// too.
public final class BallotBox {

  private static final String ACCEPTS = "accepts";
  private static final String DECLINES = "declines";

  /// The key of an ask, which no answer has.
  private static final String ASKS = "asks";

  private final Database database;

  private BallotBox(Database database) {
    this.database = database;
  }

  /// The answers in an open database.
  public static BallotBox of(Database database) {
    return new BallotBox(database);
  }

  /// Adds an answer, unless there is an objection. The objection is decided on the answers to the
  /// same package, while nobody else adds one. Its moment is read then too: an answer that waited
  /// for its turn past the hour is late.
  ///
  /// @param who the account that sent it
  /// @param received the answer, as received at a moment
  /// @param objection the reason not to take it, from the answers so far and the moment
  public <F> Optional<F> append(
      String who,
      InstantSource clock,
      Function<Instant, SealedAnswer> received,
      BiFunction<List<SealedAnswer>, Instant, Optional<F>> objection) {
    return database.atomicallyLeading(
        handle -> {
          Head head = locked(handle);
          Instant now = clock.instant();
          SealedAnswer answer = received.apply(now);
          Optional<F> reason = objection.apply(list(handle, answer.to()), now);
          if (reason.isEmpty()) {
            insert(handle, head, answer, who);
          }
          return reason;
        });
  }

  /// Adds an ask to see an improvement, unless there is an objection, as [#append] adds an answer.
  public <F> Optional<F> appendAsk(
      String who,
      InstantSource clock,
      Function<Instant, SealedAsk> received,
      BiFunction<List<SealedAsk>, Instant, Optional<F>> objection) {
    return database.atomicallyLeading(
        handle -> {
          Head head = locked(handle);
          Instant now = clock.instant();
          SealedAsk ask = received.apply(now);
          Optional<F> reason = objection.apply(asks(handle, ask.to()), now);
          if (reason.isEmpty()) {
            String said = JsonMapper.shared().createObjectNode().put(ASKS, ask.asks()).toString();
            insert(handle, head, ask.at(), who, ask.by(), ask.to(), ask.basis(), said);
          }
          return reason;
        });
  }

  /// Keeps, for the log of the round, that an answer was not taken; only for a reason that the log
  /// may tell.
  public void refuse(RefusedAnswer refused) {
    if (refused.why().isLogged()) {
      database.atomicallyLeading(
          handle -> {
            RefusedAnswers.append(handle, refused);
            return refused;
          });
    }
  }

  /// The asks to see an improvement of a package, in the order of receipt. They are for
  /// [org.parley.round.Asking] alone, and for the party that sent them.
  public List<SealedAsk> listAsks(TabledPackageId to) {
    return database.ask(handle -> asks(handle, to));
  }

  private static List<SealedAsk> asks(Handle handle, TabledPackageId to) {
    return rows(handle, to).stream()
        .filter(Stored::isAsk)
        .map(
            each ->
                new SealedAsk(
                    to,
                    each.party(),
                    each.at(),
                    each.basis(),
                    JsonMapper.shared()
                        .readTree(String.valueOf(each.sheet()))
                        .path(ASKS)
                        .asBoolean(false)))
        .toList();
  }

  /// The head of the chain, for nobody else until the transaction ends.
  private static Head locked(Handle handle) {
    return handle
        .createQuery("select number, hash from sealed_head for update")
        .map((row, _) -> new Head(row.getLong("number"), row.getString("hash")))
        .one();
  }

  private static void insert(Handle handle, Head head, SealedAnswer answer, String who) {
    AnswerSheet said = answer.sheet();
    insert(
        handle,
        head,
        answer.at(),
        who,
        answer.by(),
        answer.to(),
        answer.basis(),
        said == null ? null : text(said));
  }

  private static void insert(
      Handle handle,
      Head head,
      Instant received,
      String who,
      PartyId by,
      TabledPackageId to,
      String basis,
      @Nullable String sheet) {
    long number = head.number() + 1;
    Instant at = received.truncatedTo(ChronoUnit.MICROS);
    String hash =
        new Row(number, at, who, by.value(), to.value(), basis, sheet, head.hash()).hash();
    handle
        .createUpdate(
            """
            insert into sealed_answer (number, received, who, party, package, basis, sheet,
              previous, hash)
            values (:number, :received, :who, :party, :package, :basis, :sheet, :previous, :hash)
            """)
        .bind("number", number)
        .bind("received", at.atOffset(ZoneOffset.UTC))
        .bind("who", who)
        .bind("party", by.value())
        .bind("package", to.value())
        .bind("basis", basis)
        .bind("sheet", sheet)
        .bind("previous", head.hash())
        .bind("hash", hash)
        .execute();
    handle
        .createUpdate("update sealed_head set number = :number, hash = :hash")
        .bind("number", number)
        .bind("hash", hash)
        .execute();
  }

  /// The answers to a package in the order of receipt. Who sees them decides the caller: they are
  /// for [org.parley.round.Revelation] alone, and for the party that gave them.
  public List<SealedAnswer> list(TabledPackageId to) {
    return database.ask(handle -> list(handle, to));
  }

  /// The answers to a package, once no transaction is left that may have stamped one before now.
  ///
  /// To be asked after the closing hour: an answer stamped before the hour may be committed after
  /// it. A reader in between would be told another result than everyone after.
  public List<SealedAnswer> listSettled(TabledPackageId to) {
    return database.atomically(
        handle -> {
          locked(handle);
          return list(handle, to);
        });
  }

  /// How many answers and asks are sealed. It tells when an answer was given: it is for a cache
  /// alone.
  public long count() {
    return database.ask(
        handle -> handle.createQuery("select number from sealed_head").mapTo(Long.class).one());
  }

  /// Every entry to some packages, once no transaction is left that may have stamped one before
  /// now. They are for [org.parley.round.log.RoundLog] alone.
  public SealedEntries listAll(Collection<TabledPackageId> to) {
    return database.atomically(
        handle -> {
          locked(handle);
          List<SealedAnswer> answers = new ArrayList<>();
          List<SealedAsk> asks = new ArrayList<>();
          for (TabledPackageId each : to) {
            answers.addAll(list(handle, each));
            asks.addAll(asks(handle, each));
          }
          List<RefusedAnswer> refused = new ArrayList<>();
          to.forEach(each -> refused.addAll(RefusedAnswers.list(handle, each)));
          return new SealedEntries(answers, asks, refused);
        });
  }

  /// Whether nobody ever answered here.
  public boolean isEmpty() {
    return database.ask(
        handle ->
            handle.createQuery("select number from sealed_head").mapTo(Long.class).one() == 0);
  }

  /// One row as it is hashed.
  private record Row(
      long number,
      Instant at,
      String who,
      String party,
      String to,
      String basis,
      @Nullable String sheet,
      String previous) {

    String hash() {
      return new FieldHash()
          .with(number)
          .with(at)
          .with(who)
          .with(party)
          .with(to)
          .with(basis)
          .with(sheet)
          .with(previous)
          .hex();
    }
  }

  /// Verifies both hash chains. The result tells of no answer but the number of a broken row.
  public Verification verify() {
    return database.atomically(
        handle -> {
          if (RefusedAnswers.verify(handle)
              instanceof Verification.Broken(long number, String why)) {
            return new Verification.Broken(number, "of the refused answers, " + why);
          }
          Head head = locked(handle);
          SealedAuditor auditor = new SealedAuditor();
          try (Stream<HashedRow> rows =
              handle
                  .createQuery("select * from sealed_answer order by number")
                  .map((row, _) -> hashed(row))
                  .stream()) {
            rows.forEach(auditor::look);
          }
          return auditor.conclude(head);
        });
  }

  /// A row with the hash stored beside it.
  private record HashedRow(Row row, String hash) {}

  private static HashedRow hashed(ResultSet row) throws SQLException {
    return new HashedRow(
        new Row(
            row.getLong("number"),
            row.getObject("received", OffsetDateTime.class).toInstant(),
            row.getString("who"),
            row.getString("party"),
            row.getString("package"),
            row.getString("basis"),
            row.getString("sheet"),
            row.getString("previous")),
        row.getString("hash"));
  }

  /// Follows the chain, and keeps the first fault.
  private static final class SealedAuditor {
    private String previous = FieldHash.START;
    private long count;
    private Verification.@Nullable Broken broken;

    void look(HashedRow each) {
      if (broken != null) {
        return;
      }
      long number = each.row().number();
      if (number != count + 1) {
        broken = new Verification.Broken(count + 1, "it is missing");
      } else if (!each.row().previous().equals(previous)) {
        broken = new Verification.Broken(number, "it does not follow the row before it");
      } else if (!each.row().hash().equals(each.hash())) {
        broken = new Verification.Broken(number, "it was altered after it was sealed");
      } else {
        previous = each.hash();
        count = number;
      }
    }

    Verification conclude(Head head) {
      if (broken != null) {
        return broken;
      }
      return head.number() == count && head.hash().equals(previous)
          ? new Verification.Intact(count, previous)
          : new Verification.Broken(count + 1, "rows at the end are missing");
    }
  }

  private static List<SealedAnswer> list(Handle handle, TabledPackageId to) {
    return rows(handle, to).stream()
        .filter(each -> !each.isAsk())
        .map(
            each -> {
              String sheet = each.sheet();
              return new SealedAnswer(
                  to, each.party(), each.at(), each.basis(), sheet == null ? null : sheet(sheet));
            })
        .toList();
  }

  /// A row, an answer or an ask.
  private record Stored(PartyId party, Instant at, String basis, @Nullable String sheet) {
    boolean isAsk() {
      return sheet != null && sheet.startsWith("{\"" + ASKS + "\"");
    }
  }

  private static List<Stored> rows(Handle handle, TabledPackageId to) {
    return handle
        .createQuery("select * from sealed_answer where package = :package order by number")
        .bind("package", to.value())
        .map(
            (row, _) ->
                new Stored(
                    new PartyId(row.getString("party")),
                    row.getObject("received", OffsetDateTime.class).toInstant(),
                    row.getString("basis"),
                    row.getString("sheet")))
        .list();
  }

  private static String text(AnswerSheet sheet) {
    ObjectNode json = JsonMapper.shared().createObjectNode();
    json.set("whole", verdict(sheet.whole()));
    ObjectNode points = json.putObject("points");
    sheet.points().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(each -> points.set(each.getKey().value(), verdict(each.getValue())));
    return json.toString();
  }

  private static JsonNode verdict(AnswerWord verdict) {
    return switch (verdict) {
      case AnswerWord.Accepts _ -> JsonMapper.shared().getNodeFactory().stringNode(ACCEPTS);
      case AnswerWord.Declines _ -> JsonMapper.shared().getNodeFactory().stringNode(DECLINES);
      case AnswerWord.AcceptsIf(List<OptionId> options) -> {
        ArrayNode asked = JsonMapper.shared().createArrayNode();
        options.forEach(each -> asked.add(each.value()));
        yield asked;
      }
    };
  }

  private static AnswerSheet sheet(String text) {
    JsonNode json = JsonMapper.shared().readTree(text);
    Map<PointId, AnswerWord> points = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> each : json.get("points").properties()) {
      points.put(new PointId(each.getKey()), verdict(each.getValue()));
    }
    return new AnswerSheet(verdict(json.get("whole")), points);
  }

  private static AnswerWord verdict(JsonNode json) {
    if (json.isArray()) {
      List<OptionId> options = new ArrayList<>();
      json.forEach(each -> options.add(new OptionId(each.asString())));
      return new AnswerWord.AcceptsIf(options);
    }
    return json.asString().equals(ACCEPTS) ? new AnswerWord.Accepts() : new AnswerWord.Declines();
  }
}

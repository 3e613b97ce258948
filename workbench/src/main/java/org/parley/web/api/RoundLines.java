package org.parley.web.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.answer.ComplaintAnswer;
import org.parley.answer.JsonKey;
import org.parley.answer.round.AccordAnswer;
import org.parley.answer.round.RoundLogAnswer;
import org.parley.answer.round.RoundsAnswer;
import org.parley.answer.round.RoundsAnswer.RoundStanding;
import org.parley.model.PartyId;
import org.parley.model.round.Round;
import org.parley.model.round.TabledPackage;
import org.parley.model.text.OptionId;
import org.parley.model.text.PointId;
import org.parley.round.AccordRecords;
import org.parley.round.AnswerFault;
import org.parley.round.AnswerSheet;
import org.parley.round.AnswerWord;
import org.parley.web.api.line.Asked;
import org.parley.web.api.line.Line;
import org.parley.web.api.line.Parameter;
import org.parley.web.api.line.Reply;
import org.parley.web.round.AccordPage;
import org.parley.web.round.RoundLogPage;
import org.parley.web.round.RoundsPage;
import org.parley.web.service.AccordService;
import org.parley.web.service.RoundLogs;
import org.parley.web.service.SaveOutcome;
import org.parley.web.service.SealedRounds;
import org.parley.web.view.BadQuery;
import org.parley.web.view.NotOnRecord;
import org.parley.web.view.OpenCase;
import org.parley.web.view.ProblemAnswer;
import org.parley.web.view.ProblemAnswer.Trouble;
import org.parley.web.view.ProblemCode;
import org.parley.wording.Complaint;
import tools.jackson.databind.JsonNode;

/// Rounds of sealed answers, the answers of one's own delegation, and accords.
final class RoundLines {

  /// An answer to a package, or a withdrawal.
  ///
  /// @param tabled the package
  /// @param digest the digest of the sheet it is an answer to
  /// @param seen how many entries of the own delegation the sender knows of; default: none
  /// @param party the party in whose name it is given; default: that of the account
  /// @param withdraw whether the answer is withdrawn
  record SealInput(
      @JsonKey("package") String tabled,
      String digest,
      @Nullable Integer seen,
      @Nullable String party,
      @Nullable String whole,
      @Nullable List<String> options,
      @Nullable List<PointWordInput> points,
      @Nullable Boolean withdraw) {}

  /// A word on one point.
  record PointWordInput(String point, String word, @Nullable List<String> options) {}

  /// An ask to see an improvement of a package, or that it is taken back.
  ///
  /// @param tabled the package
  /// @param digest the digest of the sheet
  /// @param seen how many asks of the own delegation the sender knows of; default: none
  /// @param party the party in whose name it is sent; default: that of the account
  /// @param withdraw whether the ask is taken back
  record AskInput(
      @JsonKey("package") String tabled,
      String digest,
      @Nullable Integer seen,
      @Nullable String party,
      @Nullable Boolean withdraw) {}

  /// A package that all accept.
  record AcceptInput(@JsonKey("package") String tabled) {}

  private RoundLines() {}

  static List<Line> lines() {
    return List.of(
        Line.get("/api/rounds", "rounds", "rounds", "the rounds, and what was revealed of answers")
            .answers(
                RoundsAnswer.class,
                asked ->
                    Reply.of(
                        RoundsPage.answer(
                            asked.open(), asked.services().cases().rounds(asked.visitor())))),
        Line.get(
                "/api/rounds/{id}/log",
                "rounds",
                "roundLog",
                "what happened in a round, and how it stood at a moment")
            .forMediators()
            .with(
                Parameter.text("at", "A moment whose state is asked for, as 2026-03-01T18:00Z."),
                Parameter.number(
                    "step",
                    1,
                    Integer.MAX_VALUE,
                    "The number of an event whose state is asked for."))
            .answers(RoundLogAnswer.class, RoundLines::log),
        Line.change(
                "POST",
                "/api/rounds/{id}/answers",
                "rounds",
                "sealAnswer",
                "answers a package in secret, or withdraws the answer")
            .sent(SealInput.class)
            .answers(RoundStanding.class, RoundLines::seal),
        Line.change(
                "POST",
                "/api/rounds/{id}/asks",
                "rounds",
                "askImprovement",
                "asks in secret to see whether a package can be improved, or takes that back")
            .sent(AskInput.class)
            .answers(RoundStanding.class, RoundLines::ask),
        Line.change(
                "POST",
                "/api/rounds/{id}/accept",
                "rounds",
                "recordAccord",
                "records that all accept a package")
            .forMediators()
            .sent(AcceptInput.class)
            .answers(AccordAnswer.class, RoundLines::accept),
        Line.get("/api/accords", "rounds", "accords", "the packages that all accepted")
            .lists(
                AccordAnswer.class,
                asked ->
                    asked.listed(
                        AccordRecords.list(asked.open().view()), each -> AccordAnswer.of(each))),
        Line.get("/api/accords/{id}", "rounds", "findAccord", "one of them, by its digest")
            .answers(
                AccordAnswer.class, asked -> Reply.of(AccordAnswer.of(found(asked, asked.open())))),
        Line.change(
                "POST",
                "/api/accords/{id}/publish",
                "rounds",
                "publishAccord",
                "shows an accord to every reader")
            .forMediators()
            .answers(AccordAnswer.class, RoundLines::publish));
  }

  private static Reply log(Asked asked) {
    String at = asked.query().text("at");
    String step = asked.query().text("step");
    return Reply.of(
        RoundLogPage.answer(
            RoundLogs.history(asked.cases(), asked.visitor(), asked.open(), asked.path("id")),
            at == null ? "" : at,
            step == null ? "" : step));
  }

  private static AccordRecords found(Asked asked, OpenCase open) {
    return AccordPage.find(open.view(), asked.path("id"));
  }

  private static Round round(Asked asked) {
    String id = asked.path("id");
    return asked
        .open()
        .view()
        .find(id)
        .filter(Round.class::isInstance)
        .map(Round.class::cast)
        .orElseThrow(() -> new NotOnRecord("round", id, List.of()));
  }

  private static TabledPackage tabled(Asked asked, Round round, String id) {
    return asked
        .open()
        .view()
        .find(id)
        .filter(TabledPackage.class::isInstance)
        .map(TabledPackage.class::cast)
        .filter(each -> each.round().equals(round.id()))
        .orElseThrow(() -> new NotOnRecord("package", id, List.of()));
  }

  private static Reply seal(Asked asked) {
    Round round = round(asked);
    JsonNode body = asked.body(SealInput.class);
    TabledPackage tabled = tabled(asked, round, Asked.text(body, "package"));
    boolean withdraws = body.path("withdraw").asBoolean(false);
    AnswerSheet said = withdraws ? null : sheet(body);
    SealedRounds rounds = asked.cases().rounds(asked.visitor()).orElse(null);
    PartyId own = rounds == null ? null : rounds.party();
    String named = Asked.text(body, "party");
    PartyId by = named.isEmpty() ? own : id(named, "party", PartyId::new);
    if (rounds == null) {
      return refused(tabled, AnswerFault.ANSWER_FOR_ANOTHER);
    }
    if (by != null && said == null && !withdraws) {
      return refused(tabled, AnswerFault.NO_WORD_ON_THE_WHOLE);
    }
    return rounds
        .take(
            asked.open().view(),
            tabled,
            by,
            Asked.text(body, "digest"),
            body.path("seen").asInt(0),
            said)
        .map(fault -> refused(tabled, fault))
        .orElseGet(() -> standing(asked, round));
  }

  private static Reply standing(Asked asked, Round round) {
    return Reply.of(
        RoundsPage.answer(asked.open(), asked.cases().rounds(asked.visitor())).rounds().stream()
            .filter(each -> each.round().equals(round.id()))
            .findFirst()
            .orElseThrow());
  }

  private static Reply ask(Asked asked) {
    Round round = round(asked);
    JsonNode body = asked.body(AskInput.class);
    TabledPackage tabled = tabled(asked, round, Asked.text(body, "package"));
    SealedRounds rounds = asked.cases().rounds(asked.visitor()).orElse(null);
    PartyId own = rounds == null ? null : rounds.party();
    String named = Asked.text(body, "party");
    PartyId by = named.isEmpty() ? own : id(named, "party", PartyId::new);
    if (rounds == null) {
      return refused(tabled, AnswerFault.ANSWER_FOR_ANOTHER);
    }
    return rounds
        .ask(
            asked.open().view(),
            tabled,
            by,
            Asked.text(body, "digest"),
            body.path("seen").asInt(0),
            !body.path("withdraw").asBoolean(false))
        .map(fault -> refused(tabled, fault))
        .orElseGet(() -> standing(asked, round));
  }

  private static Reply refused(TabledPackage tabled, AnswerFault fault) {
    return Errors.reply(
        ProblemAnswer.of(
                ProblemCode.NOT_SAVED,
                "The answer was not taken",
                "Nothing was sealed: see the troubles.",
                "Maybe read the round again and answer what stands now.")
            .withTroubles(
                List.of(
                    new Trouble(
                        tabled.id().value(),
                        List.of(),
                        ComplaintAnswer.of(new Complaint(fault))))));
  }

  private static @Nullable AnswerSheet sheet(JsonNode body) {
    AnswerWord whole = word(Asked.text(body, "whole"), body.path("options"), "whole");
    Map<PointId, AnswerWord> points = new LinkedHashMap<>();
    for (JsonNode each : body.path("points")) {
      AnswerWord word = word(Asked.text(each, "word"), each.path("options"), "points");
      PointId point = id(Asked.text(each, "point"), "points", PointId::new);
      if (word != null) {
        points.put(point, word);
      }
    }
    return whole == null ? null : new AnswerSheet(whole, points);
  }

  private static @Nullable AnswerWord word(String word, JsonNode options, String key) {
    return switch (word) {
      case "" -> null;
      case "accepts" -> new AnswerWord.Accepts();
      case "declines" -> new AnswerWord.Declines();
      case "if" -> {
        List<OptionId> asked = new ArrayList<>();
        options.forEach(each -> asked.add(id(each.asString(""), "options", OptionId::new)));
        yield new AnswerWord.AcceptsIf(asked);
      }
      default ->
          throw BadQuery.ofBody(
              key, "there is no answer \"" + word + "\"", "Maybe one of: accepts, if, declines.");
    };
  }

  /// Makes an id of words.
  @FunctionalInterface
  private interface IdMaker<T> {
    T make(String words);
  }

  private static <T> T id(String words, String key, IdMaker<T> maker) {
    try {
      return maker.make(words);
    } catch (IllegalArgumentException e) {
      throw BadQuery.ofBody(key, "\"" + words + "\" is no id", "Maybe see /api/rounds.");
    }
  }

  private static Reply accept(Asked asked) {
    Round round = round(asked);
    TabledPackage tabled =
        tabled(asked, round, Asked.text(asked.body(AcceptInput.class), "package"));
    return saved(
        AccordService.record(
            asked.cases(), asked.visitor(), asked.open().view(), tabled, tabled.id().value()),
        now ->
            AccordRecords.list(now.view()).stream()
                .filter(
                    each ->
                        AccordRecords.find(asked.open().view(), each.accord().digest()).isEmpty())
                .findFirst()
                .orElseThrow());
  }

  private static Reply publish(Asked asked) {
    AccordRecords found = found(asked, asked.open());
    return saved(
        AccordService.publish(
            asked.cases(), asked.visitor(), found, found.instrument().id().value()),
        now -> found(asked, now));
  }

  /// Finds an accord in a case.
  @FunctionalInterface
  private interface AccordIn {
    AccordRecords find(OpenCase now);
  }

  private static Reply saved(SaveOutcome outcome, AccordIn accord) {
    return switch (outcome) {
      case SaveOutcome.Saved(OpenCase now) -> Reply.of(AccordAnswer.of(accord.find(now)));
      case SaveOutcome.Refused refused -> Errors.refused(refused);
      case SaveOutcome.Later later -> throw later.exception();
      case SaveOutcome.Conflict _, SaveOutcome.Widens _ ->
          throw new IllegalStateException("told as a refusal");
    };
  }
}

package org.parley.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.answer.AnswerJson;
import org.parley.answer.round.AccordFile;
import org.parley.answer.round.RoundLogAnswer;
import org.parley.answer.round.RoundLogAnswer.RoundHistory;
import org.parley.answer.round.RoundLogTable;
import org.parley.bargain.cases.PackageImprovement;
import org.parley.check.Question;
import org.parley.model.InvalidValueException;
import org.parley.model.PartyId;
import org.parley.model.round.Round;
import org.parley.model.round.TabledPackage;
import org.parley.proof.FindingFile;
import org.parley.round.Accord;
import org.parley.round.AccordRecords;
import org.parley.round.AnswerFault;
import org.parley.round.AnswerSheet;
import org.parley.round.TabledSheet;
import org.parley.web.access.Route;
import org.parley.web.access.Route.Access;
import org.parley.web.access.Route.Kind;
import org.parley.web.access.Routes;
import org.parley.web.round.AccordPage;
import org.parley.web.round.AnswerForm;
import org.parley.web.round.RoundLogPage;
import org.parley.web.round.RoundPage;
import org.parley.web.round.RoundsPage;
import org.parley.web.round.SentAnswer;
import org.parley.web.service.AccordService;
import org.parley.web.service.CaseService;
import org.parley.web.service.RoundLogs;
import org.parley.web.service.SaveOutcome;
import org.parley.web.service.SealedRounds;
import org.parley.web.service.Visitor;
import org.parley.web.view.Address;
import org.parley.web.view.Link;
import org.parley.web.view.NotOnRecord;
import org.parley.web.view.OpenCase;
import org.parley.web.view.Say;
import org.parley.wording.Complaint;

/// Rounds, and the sealed answers that delegations give in them. No page of these is cached: they
/// depend on the hour and on who asks.
final class RoundRoutes {

  private final CaseService service;
  private final Templates templates;

  RoundRoutes(CaseService service, Templates templates) {
    this.service = service;
    this.templates = templates;
  }

  void addTo(Routes routes) {
    WithCase pages = new WithCase(service, templates);
    routes.page(
        Address.ROUNDS,
        "the rounds",
        pages.shows(
            (ctx, visitor, open) ->
                templates.show(ctx, "rounds", RoundsPage.of(open, service.rounds(visitor)))));
    routes.page(
        Address.ROUND,
        "one round, and one's own answers",
        pages.shows(
            (ctx, visitor, open) ->
                show(ctx, visitor, open, "", "", ctx.queryParam("sealed") != null)));
    routes.add(
        new Route(
            "GET",
            Address.ROUND_LOG.path(),
            Access.MEDIATE,
            Kind.PAGE,
            "what happened in a round, and how it stood at a moment"),
        pages.shows(this::log));
    routes.add(
        new Route(
            "GET", Address.ROUND_LOG_CSV.path(), Access.MEDIATE, Kind.FILE, "the same as a table"),
        pages.shows(
            (ctx, visitor, open) -> {
              StringBuilder csv = new StringBuilder();
              RoundLogTable.of(logged(ctx, visitor, open)).toCsv(csv);
              file(ctx, "text/csv; charset=utf-8", "csv", csv.toString());
            }));
    routes.add(
        new Route(
            "GET", Address.ROUND_LOG_JSON.path(), Access.MEDIATE, Kind.FILE, "the same as JSON"),
        pages.shows(
            (ctx, visitor, open) ->
                file(
                    ctx,
                    "application/json",
                    "json",
                    AnswerJson.pretty(logged(ctx, visitor, open)))));
    routes.add(
        new Route(
            "POST", Address.ANSWER.path(), Access.WRITE, Kind.PAGE, "answers a package in secret"),
        pages.shows(this::answer));
    routes.add(
        new Route(
            "POST",
            Address.ASK.path(),
            Access.WRITE,
            Kind.PAGE,
            "asks in secret to see whether a package can be improved"),
        pages.shows(this::ask));
    routes.add(
        new Route(
            "GET",
            Address.IMPROVEMENT.path(),
            Access.MEDIATE,
            Kind.FILE,
            "the proof of an improvement that all asked for"),
        pages.shows(this::proof));
    routes.add(
        new Route(
            "POST",
            Address.ACCEPT.path(),
            Access.MEDIATE,
            Kind.PAGE,
            "records that all accept a package"),
        pages.shows(this::accept));
    routes.page(
        Address.SIGNED,
        "a package that all accepted, with its digest",
        pages.shows((ctx, visitor, open) -> accord(ctx, visitor, open, "")));
    routes.add(
        new Route(
            "GET",
            Address.SIGNED_FILE.path(),
            Access.READ,
            Kind.FILE,
            "the same as a file that anybody can verify"),
        pages.shows(
            (ctx, _, open) -> {
              AccordRecords found = AccordPage.find(open.view(), ctx.pathParam("id"));
              ctx.contentType("application/json")
                  .header(
                      "Content-Disposition",
                      "attachment; filename=\"" + found.instrument().id() + ".json\"")
                  .result(AnswerJson.pretty(AccordFile.of(found.accord())));
            }));
    routes.add(
        new Route(
            "POST",
            Address.PUBLISH.path(),
            Access.MEDIATE,
            Kind.PAGE,
            "shows an accord to every reader"),
        pages.shows(this::publish));
  }

  private void log(Context ctx, Visitor visitor, OpenCase open) {
    RoundLogPage page =
        RoundLogPage.of(open, history(ctx, visitor, open), asked(ctx, "at"), asked(ctx, "step"));
    if (!page.problem().isEmpty()) {
      ctx.status(HttpStatus.BAD_REQUEST);
    }
    templates.show(ctx, "roundlog", page);
  }

  private static String asked(Context ctx, String name) {
    return Objects.requireNonNullElse(ctx.queryParam(name), "");
  }

  private RoundLogAnswer logged(Context ctx, Visitor visitor, OpenCase open) {
    return RoundLogPage.answer(history(ctx, visitor, open), "", "");
  }

  private RoundHistory history(Context ctx, Visitor visitor, OpenCase open) {
    return RoundLogs.history(service, visitor, open, ctx.pathParam("id"));
  }

  private static void file(Context ctx, String type, String ending, String content) {
    String name = ctx.pathParam("id").replaceAll("[^A-Za-z0-9._-]", "") + "-log." + ending;
    ctx.contentType(type)
        .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
        .result(content);
  }

  private void accord(Context ctx, Visitor visitor, OpenCase open, String problem) {
    templates.show(
        ctx, "accord", AccordPage.of(open, ctx.pathParam("id"), service.rounds(visitor), problem));
  }

  private void ask(Context ctx, Visitor visitor, OpenCase open) {
    Map<String, List<String>> form = ctx.formParamMap();
    TabledPackage tabled = tabled(ctx, open, AnswerForm.one(form, "package"));
    SealedRounds rounds = service.rounds(visitor).orElse(null);
    PartyId by = rounds == null ? null : rounds.party();
    String seen = AnswerForm.one(form, "seen");
    AnswerFault fault =
        rounds == null
            ? AnswerFault.ANSWER_FOR_ANOTHER
            : rounds
                .ask(
                    open.view(),
                    tabled,
                    by,
                    AnswerForm.one(form, "basis"),
                    seen.matches("\\d{1,6}") ? Integer.parseInt(seen) : 0,
                    !AnswerForm.one(form, "do").equals("withdraw"))
                .orElse(null);
    if (fault != null) {
      String why = Complaint.sentence(fault);
      refused(ctx, visitor, open, logged(rounds, fault, why), tabled.id().value());
      return;
    }
    ctx.redirect(Link.to(Address.ROUND, tabled.round()) + "#" + tabled.id(), HttpStatus.SEE_OTHER);
  }

  /// The proof has the worths of all parties: it is for those who know them anyway.
  private void proof(Context ctx, Visitor visitor, OpenCase open) {
    String id = String.valueOf(ctx.queryParam("package"));
    TabledSheet sheet = TabledSheet.of(open.view(), tabled(ctx, open, id));
    FindingFile file =
        service
            .rounds(visitor)
            .flatMap(each -> each.improvement(sheet))
            .flatMap(RoundRoutes::file)
            .orElseThrow(() -> new NotOnRecord("improvement", id, List.of()));
    ctx.contentType("application/json").result(file.toJson().toPrettyString());
  }

  private static Optional<FindingFile> file(PackageImprovement found) {
    return switch (found) {
      case PackageImprovement.Better(var proof, _) -> file(proof);
      case PackageImprovement.Efficient(var proof) -> file(proof);
      case PackageImprovement.Undecided _ -> Optional.empty();
    };
  }

  private static Optional<FindingFile> file(PackageImprovement.ProvedImprovement proof) {
    return FindingFile.of(
        new Question.Improvement(proof.problem(), proof.table(), proof.rule()), proof.finding());
  }

  private void accept(Context ctx, Visitor visitor, OpenCase open) {
    TabledPackage tabled = tabled(ctx, open, AnswerForm.one(ctx.formParamMap(), "package"));
    switch (AccordService.record(
        service, visitor, open.view(), tabled, Say.text("accord.recorded"))) {
      case SaveOutcome.Saved(OpenCase now) ->
          ctx.redirect(
              Link.to(Address.SIGNED, digest(service, visitor, now, tabled)), HttpStatus.SEE_OTHER);
      case SaveOutcome.Refused refused ->
          refused(
              ctx,
              visitor,
              open,
              Say.sentence(refused.troubles().getFirst().sentence()),
              tabled.id().value());
      case SaveOutcome.Later later -> throw later.exception();
      case SaveOutcome.Conflict _, SaveOutcome.Widens _ ->
          throw new IllegalStateException("told as a refusal");
    }
  }

  private static String digest(
      CaseService service, Visitor visitor, OpenCase now, TabledPackage tabled) {
    TabledSheet sheet = TabledSheet.of(now.view(), now.view().get(tabled.id()));
    return service
        .rounds(visitor)
        .flatMap(each -> Accord.of(sheet, each.revelation(sheet)))
        .map(Accord::digest)
        .orElseThrow();
  }

  private void publish(Context ctx, Visitor visitor, OpenCase open) {
    AccordRecords found = AccordPage.find(open.view(), ctx.pathParam("id"));
    switch (AccordService.publish(service, visitor, found, Say.text("accord.publish"))) {
      case SaveOutcome.Saved _ ->
          ctx.redirect(Link.to(Address.SIGNED, found.accord().digest()), HttpStatus.SEE_OTHER);
      case SaveOutcome.Refused refused -> {
        ctx.status(HttpStatus.UNPROCESSABLE_CONTENT);
        accord(ctx, visitor, open, Say.sentence(refused.troubles().getFirst().sentence()));
      }
      case SaveOutcome.Later later -> throw later.exception();
      case SaveOutcome.Conflict _, SaveOutcome.Widens _ ->
          throw new IllegalStateException("told as a refusal");
    }
  }

  /// The package of a form, in the round of the address.
  private static TabledPackage tabled(Context ctx, OpenCase open, String id) {
    return open.view()
        .find(id)
        .filter(TabledPackage.class::isInstance)
        .map(TabledPackage.class::cast)
        .filter(each -> each.round().value().equals(ctx.pathParam("id")))
        .orElseThrow(() -> new NotOnRecord("package", id, List.of()));
  }

  private void show(
      Context ctx, Visitor visitor, OpenCase open, String problem, String wrong, boolean isTaken) {
    templates.show(
        ctx,
        "round",
        RoundPage.of(open, ctx.pathParam("id"), service.rounds(visitor), problem, wrong, isTaken));
  }

  private void answer(Context ctx, Visitor visitor, OpenCase open) {
    Map<String, List<String>> form = ctx.formParamMap();
    SentAnswer sent;
    try {
      sent = SentAnswer.of(form);
    } catch (InvalidValueException e) {
      refused(ctx, visitor, open, notTaken(Complaint.of(e)), "");
      return;
    }
    TabledPackage tabled = tabled(ctx, open, sent.tabled());
    AnswerFault fault = fault(visitor, open, tabled, sent);
    if (fault != null) {
      String why = notTaken(new Complaint(fault));
      refused(
          ctx,
          visitor,
          open,
          logged(service.rounds(visitor).orElse(null), fault, why),
          sent.tabled());
      return;
    }
    ctx.redirect(
        Link.to(Address.ROUND, tabled.round()) + "?sealed=1#" + tabled.id(), HttpStatus.SEE_OTHER);
  }

  private @Nullable AnswerFault fault(
      Visitor visitor, OpenCase open, TabledPackage tabled, SentAnswer sent) {
    SealedRounds rounds = service.rounds(visitor).orElse(null);
    if (rounds == null) {
      return AnswerFault.ANSWER_FOR_ANOTHER;
    }
    AnswerSheet said = sent.sheet();
    if (said == null && !sent.withdraws()) {
      return AnswerFault.NO_WORD_ON_THE_WHOLE;
    }
    PartyId own = rounds.party();
    PartyId by = sent.by() == null ? own : sent.by();
    Optional<AnswerFault> fault =
        rounds.take(
            open.view(), tabled, by, sent.basis(), sent.seen(), sent.withdraws() ? null : said);
    return fault.orElse(null);
  }

  /// Says that the log tells the mediator of it, if it does.
  private static String logged(@Nullable SealedRounds rounds, AnswerFault fault, String why) {
    return rounds == null || !fault.isLogged() ? why : why + " " + Say.text("rounds.answer.logged");
  }

  private static String notTaken(Complaint complaint) {
    return Say.text("rounds.answer.not-taken", "why", Say.sentence(complaint.sentence()));
  }

  private void refused(Context ctx, Visitor visitor, OpenCase open, String problem, String wrong) {
    if (open.view().find(ctx.pathParam("id")).filter(Round.class::isInstance).isEmpty()) {
      throw new NotOnRecord("round", ctx.pathParam("id"), List.of());
    }
    ctx.status(HttpStatus.UNPROCESSABLE_CONTENT);
    show(ctx, visitor, open, problem, wrong, false);
  }
}

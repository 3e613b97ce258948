package org.parley.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.model.InvalidValueException;
import org.parley.model.PartyId;
import org.parley.model.round.Round;
import org.parley.model.round.TabledPackage;
import org.parley.round.AnswerFault;
import org.parley.round.AnswerSheet;
import org.parley.web.access.Route;
import org.parley.web.access.Route.Access;
import org.parley.web.access.Route.Kind;
import org.parley.web.access.Routes;
import org.parley.web.round.RoundPage;
import org.parley.web.round.RoundsPage;
import org.parley.web.round.SentAnswer;
import org.parley.web.service.CaseService;
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
            "POST", Address.ANSWER.path(), Access.WRITE, Kind.PAGE, "answers a package in secret"),
        pages.shows(this::answer));
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
      refused(ctx, visitor, open, Complaint.of(e), "");
      return;
    }
    TabledPackage tabled =
        open.view()
            .find(sent.tabled())
            .filter(TabledPackage.class::isInstance)
            .map(TabledPackage.class::cast)
            .filter(each -> each.round().value().equals(ctx.pathParam("id")))
            .orElseThrow(() -> new NotOnRecord("package", sent.tabled(), List.of()));
    AnswerFault fault = fault(visitor, open, tabled, sent);
    if (fault != null) {
      refused(ctx, visitor, open, new Complaint(fault, ""), sent.tabled());
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
    if (by == null) {
      return AnswerFault.ANSWER_FOR_ANOTHER;
    }
    Optional<AnswerFault> fault =
        rounds.take(
            open.view(), tabled, by, sent.basis(), sent.seen(), sent.withdraws() ? null : said);
    return fault.orElse(null);
  }

  private void refused(
      Context ctx, Visitor visitor, OpenCase open, Complaint complaint, String wrong) {
    if (open.view().find(ctx.pathParam("id")).filter(Round.class::isInstance).isEmpty()) {
      throw new NotOnRecord("round", ctx.pathParam("id"), List.of());
    }
    ctx.status(HttpStatus.UNPROCESSABLE_CONTENT);
    show(ctx, visitor, open, Say.sentence(complaint.sentence()), wrong, false);
  }
}

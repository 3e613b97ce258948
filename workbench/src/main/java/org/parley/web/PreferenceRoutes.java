package org.parley.web;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.parley.answer.packages.PartyQuestions;
import org.parley.casefile.CaseEdit;
import org.parley.casefile.ReadableIds;
import org.parley.model.InvalidValueException;
import org.parley.model.Visibility;
import org.parley.model.date.Edtf;
import org.parley.model.party.Party;
import org.parley.model.position.PairwiseComparison;
import org.parley.model.position.PairwiseComparison.ComparedTerm;
import org.parley.model.position.PairwiseComparisonId;
import org.parley.web.access.Route;
import org.parley.web.access.Route.Access;
import org.parley.web.access.Route.Kind;
import org.parley.web.access.Routes;
import org.parley.web.edit.ConfidePage;
import org.parley.web.packages.LongAnswers;
import org.parley.web.packages.PreferencePage;
import org.parley.web.service.CaseService;
import org.parley.web.service.Rights;
import org.parley.web.service.SaveOutcome;
import org.parley.web.service.Version;
import org.parley.web.service.Visitor;
import org.parley.web.view.Address;
import org.parley.web.view.Link;
import org.parley.web.view.OpenCase;
import org.parley.web.view.Query;
import org.parley.web.view.RoleForbidden;
import org.parley.web.view.Say;
import org.parley.web.view.Visit;
import org.parley.wording.Complaint;

/// The next best question for a party, and its answers.
final class PreferenceRoutes {

  private final CaseService service;
  private final Templates templates;
  private final InstantSource clock = InstantSource.system();
  private final LongAnswers<PartyQuestions> answers = new LongAnswers<>();

  PreferenceRoutes(CaseService service, Templates templates) {
    this.service = service;
    this.templates = templates;
  }

  void addTo(Routes routes) {
    WithCase pages = new WithCase(service, templates);
    routes.add(
        new Route(
            "GET", Address.PREFERENCE.path(), Access.WRITE, Kind.PAGE, "the next best question"),
        pages.shows(
            (ctx, visitor, open) ->
                party(ctx, visitor, open, Objects.requireNonNullElse(ctx.queryParam("party"), ""))
                    .ifPresent(party -> show(ctx, open, party, ""))));
    routes.add(
        new Route("POST", Address.PREFERENCE.path(), Access.WRITE, Kind.PAGE, "answers it"),
        pages.shows(
            (ctx, visitor, open) ->
                party(ctx, visitor, open, given(ctx, "party"))
                    .ifPresent(party -> answer(ctx, visitor, open, party))));
  }

  /// The party; without one, the page that lists them is shown.
  private Optional<Party> party(Context ctx, Visitor visitor, OpenCase open, String named) {
    if (!Visit.current().may().add("pairwiseComparisons")) {
      throw new RoleForbidden();
    }
    Optional<Party> party = ConfidePage.party(open.view(), visitor, named);
    if (party.isEmpty()) {
      // a question is asked of a party: the sheet lists them
      ctx.status(
          ctx.method().equals(HandlerType.POST) ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
      templates.show(ctx, "edit/confide", ConfidePage.of(open, visitor, Optional.empty(), "", 0));
    }
    return party;
  }

  private static String given(Context ctx, String field) {
    return Objects.requireNonNullElse(ctx.formParam(field), "");
  }

  private void show(Context ctx, OpenCase open, Party party, String problem) {
    templates.show(
        ctx,
        "preference",
        PreferencePage.of(
            open, party, new Query(ctx.queryParamMap()), answers, clock.instant(), problem));
  }

  private void answer(Context ctx, Visitor visitor, OpenCase open, Party party) {
    CaseEdit edit;
    Map<String, Version> basedOn = Map.of();
    if (given(ctx, "answer").equals("undo")) {
      PairwiseComparison last = PreferencePage.last(open.view(), party.id());
      if (last == null || !last.id().value().equals(given(ctx, "last"))) {
        refuse(ctx, open, party, Say.text("preference.no-last"));
        return;
      }
      edit = new CaseEdit.Remove(last.id());
      basedOn = Map.of(last.id().value(), Version.of(last));
    } else {
      try {
        edit = new CaseEdit.Add(comparison(ctx, visitor, open, party), null);
      } catch (InvalidValueException e) {
        refuse(ctx, open, party, Say.sentence(Complaint.of(e).sentence()));
        return;
      }
    }
    switch (service.change(visitor, List.of(edit), Say.text("preference.title"), basedOn)) {
      case SaveOutcome.Saved _ ->
          ctx.redirect(
              Link.to(Address.PREFERENCE) + "?party=" + party.id().value(), HttpStatus.SEE_OTHER);
      case SaveOutcome.Later later -> throw later.exception();
      case SaveOutcome.Refused(List<SaveOutcome.Trouble> troubles) ->
          refuse(ctx, open, party, Say.sentence(troubles.getFirst().sentence()));
      case SaveOutcome.Conflict _, SaveOutcome.Widens _ ->
          refuse(ctx, open, party, Say.text("preference.no-last"));
    }
  }

  private void refuse(Context ctx, OpenCase open, Party party, String problem) {
    ctx.status(HttpStatus.UNPROCESSABLE_CONTENT);
    show(ctx, open, party, problem);
  }

  private PairwiseComparison comparison(Context ctx, Visitor visitor, OpenCase open, Party party) {
    List<ComparedTerm> first = PreferencePage.terms(given(ctx, "first"));
    List<ComparedTerm> second = PreferencePage.terms(given(ctx, "second"));
    boolean isSecond = given(ctx, "answer").equals("second");
    String stem = Rights.beginningOfIds(visitor) + "c-" + party.id().value();
    Set<String> taken = new HashSet<>();
    String id = ReadableIds.free(stem, taken);
    while (open.view().find(id).isPresent() || open.view().findWhole(id).isPresent()) {
      id = ReadableIds.free(stem, taken);
    }
    return new PairwiseComparison(
        new PairwiseComparisonId(id),
        party.id(),
        isSecond ? second : first,
        isSecond ? first : second,
        given(ctx, "answer").equals("same"),
        Edtf.of(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toString()),
        new Visibility.Party(party.id()));
  }
}

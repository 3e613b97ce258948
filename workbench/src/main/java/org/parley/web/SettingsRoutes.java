package org.parley.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.parley.casefile.CaseEdit;
import org.parley.casefile.RecordReader;
import org.parley.casefile.start.BuiltInTemplate;
import org.parley.casefile.start.NewCase;
import org.parley.model.CaseInfo;
import org.parley.web.access.Route;
import org.parley.web.access.Route.Access;
import org.parley.web.access.Route.Kind;
import org.parley.web.access.Routes;
import org.parley.web.edit.NewCasePage;
import org.parley.web.edit.SettingsPage;
import org.parley.web.service.CaseService;
import org.parley.web.service.SaveOutcome;
import org.parley.web.service.Version;
import org.parley.web.service.Visitor;
import org.parley.web.view.Address;
import org.parley.web.view.BadQuery;
import org.parley.web.view.Link;
import org.parley.web.view.OpenCase;
import org.parley.web.view.Say;
import org.parley.wording.Language;

/// Where a case is begun, and where its own title and calendar are set.
final class SettingsRoutes {

  private final CaseService service;
  private final Templates templates;

  SettingsRoutes(CaseService service, Templates templates) {
    this.service = service;
    this.templates = templates;
  }

  void addTo(Routes routes) {
    WithCase pages = new WithCase(service, templates);
    routes.add(
        new Route("GET", Address.NEW.path(), Access.MEDIATE, Kind.PAGE, "the form of a new case"),
        pages.shows((ctx, _, _) -> ctx.redirect(Link.to(Address.BOARD))));
    routes.add(
        new Route("POST", Address.NEW.path(), Access.MEDIATE, Kind.PAGE, "begins a case"),
        this::begin);
    routes.add(
        new Route(
            "GET", Address.SETTINGS.path(), Access.MEDIATE, Kind.PAGE, "the settings of the case"),
        pages.shows(
            (ctx, _, open) ->
                templates.show(
                    ctx, "edit/settings", SettingsPage.of(open, ctx.queryParam("saved") != null))));
    routes.add(
        new Route("POST", Address.SETTINGS.path(), Access.MEDIATE, Kind.PAGE, "changes them"),
        pages.shows(this::save));
  }

  private static String given(Context ctx, String field) {
    return Objects.requireNonNullElse(ctx.formParam(field), "");
  }

  private void begin(Context ctx, Visitor visitor) {
    if (!(service.read(visitor) instanceof CaseService.CaseAccess.Empty(String name, _))) {
      throw new BadQuery(
          "title", given(ctx, "title"), "there is a case here already", "Maybe open it.");
    }
    NewCase first =
        new NewCase(
            given(ctx, "title"),
            BuiltInTemplate.find(given(ctx, "template")).orElse(BuiltInTemplate.BLANK),
            Language.find(given(ctx, "language")).orElse(Language.current()),
            given(ctx, "parties").lines().toList());
    if (!first.faults().isEmpty()) {
      ctx.status(422);
      templates.show(ctx, "edit/new", new NewCasePage(name, first, first.faults(), ""));
      return;
    }
    switch (service.begin(visitor, first)) {
      case SaveOutcome.Saved _ -> ctx.redirect(Link.to(Address.BOARD), HttpStatus.SEE_OTHER);
      case SaveOutcome.Later later -> throw later.exception();
      case SaveOutcome.Refused(List<SaveOutcome.Trouble> troubles) -> {
        ctx.status(422);
        templates.show(
            ctx,
            "edit/new",
            new NewCasePage(name, first, List.of(), Say.sentence(troubles.getFirst().sentence())));
      }
      case SaveOutcome.Conflict _, SaveOutcome.Widens _ ->
          throw new IllegalStateException("a new case has no older version");
    }
  }

  private void save(Context ctx, Visitor visitor, OpenCase open) {
    Map<String, List<String>> form = ctx.formParamMap();
    RecordReader.Read<CaseInfo> read = SettingsPage.read(open, form);
    CaseInfo info = read.record();
    Map<String, String> faults = new HashMap<>();
    if (info == null) {
      read.problems()
          .forEach(
              each ->
                  faults.merge(
                      field(each.path()), Say.sentence(each.complaint().sentence()), (a, _) -> a));
    } else {
      switch (service.change(
          visitor,
          List.of(new CaseEdit.Describe(info)),
          "",
          Map.of(CaseService.HEADER, new Version(given(ctx, "version"))))) {
        case SaveOutcome.Saved _ -> {
          ctx.redirect(Link.to(Address.SETTINGS) + "?saved=1", HttpStatus.SEE_OTHER);
          return;
        }
        case SaveOutcome.Later later -> throw later.exception();
        case SaveOutcome.Refused(List<SaveOutcome.Trouble> troubles) ->
            troubles.forEach(
                each ->
                    faults.merge(field(each.path()), Say.sentence(each.sentence()), (a, _) -> a));
        case SaveOutcome.Conflict _, SaveOutcome.Widens _ ->
            faults.put("", Say.text("settings.changed"));
      }
    }
    ctx.status(422);
    templates.show(ctx, "edit/settings", SettingsPage.sent(open, form, faults));
  }

  /// The field of a path: what the page has no field for is told above it.
  private static String field(List<String> path) {
    return path.isEmpty()
        ? ""
        : path.getFirst().equals("calendar")
            ? path.size() > 1 ? path.get(1) : "zone"
            : path.getFirst().equals("comparison") && path.size() > 1
                ? path.get(1)
                : path.getFirst();
  }
}
